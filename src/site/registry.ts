import type { Metric, MetricDefinition } from "../cube/metric.ts";
import { inReadingOrder, type Topic } from "../cube/topic.ts";

const METRICS = import.meta.glob<MetricDefinition>("../metrics/*.ts", { eager: true, import: "default" });
const TOPICS = import.meta.glob<Omit<Topic, "id">>("../topics/*.ts", { eager: true, import: "default" });

const named = <T>(files: Readonly<Record<string, T>>) =>
  Object.entries(files).map(([path, definition]) => ({ id: path.replace(/^.*\/(.*)\.ts$/, "$1"), ...definition }));

/** Every topic of `src/topics/`, named by its file, in the order in which they are read. */
export const topics: readonly Topic[] = named(TOPICS).sort((a, b) => a.rank - b.rank);

/** Every metric of `src/metrics/`, named by its file, in the order in which they are read. */
export const metrics: readonly Metric[] = inReadingOrder(named(METRICS), topics);
