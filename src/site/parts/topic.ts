import type { Page } from "../ask/page.ts";
import { definePart, textPart } from "../kind.ts";
import { briefOf, tallyOf, verdictOf } from "../say/overview.ts";
import { comparedName } from "../say/slice-names.ts";

const part = (make: (page: Page, topic: string) => string) =>
  definePart({
    takes: ["topic"],
    needs: ({ topic }, { metrics }) => metrics.filter((metric) => metric.topic === topic).map(({ id }) => id),
    make: (page, { topic }) => textPart(make(page, topic)),
  });

/** What the metrics of a topic say together. */
export default {
  /** The sentence of the one that has most to say. */
  verdict: part(verdictOf),
  /** How many of them are better, worse or as ever. */
  tally: part(tallyOf),
  /** How many of them stand out, else that none does. */
  brief: part(briefOf),
  /** What is compared, and the tally. */
  heading: part((page, topic) => page.joined(comparedName(page), tallyOf(page, topic))),
};
