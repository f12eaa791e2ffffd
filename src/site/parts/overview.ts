import { definePart, textPart } from "../kind.ts";
import { allMetricsTable, changedMost, headlineOf, metricsSummedUp, signalSummary } from "../say/overview.ts";
import { metricSentence } from "../say/sentences.ts";
import { comparedName } from "../say/slice-names.ts";

const needs = (_: unknown, site: Parameters<typeof metricsSummedUp>[0]) => metricsSummedUp(site).map(({ id }) => id);

/** What the overview sums up says together. */
export default {
  /** The sentence of what has most to say. */
  headline: definePart({ needs, make: (page) => textPart(headlineOf(page)) }),
  /** What is compared, and how many of the lead metrics stand out. */
  heading: definePart({ needs, make: (page) => textPart(page.joined(comparedName(page), signalSummary(page))) }),
  /** The sentence of the metric that changed most, or of the one at a later place from 0. */
  changed: definePart({
    takes: ["place"],
    needs,
    make(page, { place }) {
      const view = changedMost(page)[Number(place)];
      return textPart(view ? metricSentence(page, view) : "", view && `accent-${page.accentOf(view.metric)}`);
    },
  }),
  /** Every metric in a row. */
  all: definePart({ needs, make: (page) => ({ table: allMetricsTable(page) }) }),
};
