import { definePart, textPart } from "../kind.ts";
import { allMetricsTable, changedMost, metricsOfEffects, signalSummary } from "../say/overview.ts";
import { metricSentence } from "../say/sentences.ts";
import { comparedName } from "../say/slice-names.ts";

const needs = (_: unknown, site: Parameters<typeof metricsOfEffects>[0]) => metricsOfEffects(site).map(({ id }) => id);

/** What the four effects say together. */
export default {
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
