import { unknownName } from "../core/errors.ts";
import type { Text } from "../core/text.ts";
import type { Metric } from "./metric.ts";

/** Colours of `src/styles/tokens.css` that a page may take. */
export const ACCENTS = ["response", "market", "cost", "satisfaction", "matrix"] as const;

interface TopicDefinition {
  /** Place among all topics, in which they are read; numbers may be left out between them. */
  rank: number;
  /** One of the effects of collaboration, which the overview sums up; others are the work that passes between departments. Default false. */
  isEffect?: boolean;
  /** Its page is a file of its own in `src/pages/`, rather than its metrics one after the other, where there are promises to show on it. Default false. */
  hasOwnPage?: boolean;
  /** For the navigation. */
  name: Text;
  /** Heading of its page. */
  title: Text;
  /** The question that its page responds to. */
  question: Text;
  /** What it is called where there are no promises to show; default the same. */
  withoutPromises?: Partial<Pick<TopicDefinition, "name" | "title" | "question">>;
  accent: (typeof ACCENTS)[number];
  /** Specs of the figures that belong to it rather than to one of its metrics; default none. */
  figures?: readonly string[];
}

/** What metrics are about: a file of `src/topics/`, with a page of its own. */
export interface Topic extends Required<TopicDefinition> {
  /** Name of its file, and of its page. */
  id: string;
}

export const defineTopic = (definition: TopicDefinition): Omit<Topic, "id"> => ({
  isEffect: false,
  hasOwnPage: false,
  withoutPromises: {},
  figures: [],
  ...definition,
});

/** Metrics in the order in which they are read: by topic, then by rank. Throws on a metric of an unknown topic. */
export function inReadingOrder(metrics: readonly Metric[], topics: readonly Topic[]): Metric[] {
  const places = new Map(topics.map(({ id }, place) => [id, place]));
  const placeOf = ({ id, topic }: Metric) => {
    const place = places.get(topic);
    if (place === undefined) throw unknownName("topic", topic, places.keys(), `metric ${id}; src/topics has`);
    return place;
  };
  return metrics
    .map((metric) => ({ metric, place: placeOf(metric) }))
    .sort((a, b) => a.place - b.place || a.metric.rank - b.metric.rank)
    .map(({ metric }) => metric);
}
