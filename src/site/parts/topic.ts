import type { Page } from "../ask/page.ts";
import { definePart, type LivePart, textPart } from "../kind.ts";
import { briefOf, conclusionOf, rowsOfTopic, tallyOf, verdictOf } from "../say/overview.ts";
import { comparedName } from "../say/slice-names.ts";

const made = (make: (page: Page, topic: string) => LivePart) =>
  definePart({
    takes: ["topic"],
    needs: ({ topic }, { metrics }) => metrics.filter((metric) => metric.topic === topic).map(({ id }) => id),
    make: (page, { topic }) => make(page, topic),
  });

const part = (make: (page: Page, topic: string) => string) => made((page, topic) => textPart(make(page, topic)));

/** What the metrics of a topic say together. */
export default {
  /** The sentence of the one that has most to say. */
  verdict: part(verdictOf),
  /** What its page says first. */
  conclusion: part(conclusionOf),
  /** The rows of its table. */
  order: made((page, topic) => ({ order: rowsOfTopic(page, topic).map(({ metric }) => metric.id) })),
  /** How many of them are better, worse or as ever. */
  tally: part(tallyOf),
  /** How many of them stand out, else that none does. */
  brief: part(briefOf),
  /** What is compared, and the tally. */
  heading: part((page, topic) => page.joined(comparedName(page), tallyOf(page, topic))),
};
