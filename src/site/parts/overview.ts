import { definePart, type LivePart, textPart } from "../kind.ts";
import { type Change, changeNeeds, changesOf } from "../say/changes.ts";
import { allMetricsTable, headlineOf, metricsSummedUp, signalSummary } from "../say/overview.ts";
import { comparedName } from "../say/slice-names.ts";

const needs = (_: unknown, site: Parameters<typeof metricsSummedUp>[0]) => metricsSummedUp(site).map(({ id }) => id);

const changed = (make: (change: Change) => LivePart) =>
  definePart({
    takes: ["place"],
    needs: (_, site) => changeNeeds(site),
    make(page, { place }) {
      const change = changesOf(page)[Number(place)];
      return change ? make(change) : textPart("");
    },
  });

/** What the overview sums up says together. */
export default {
  /** The sentence of what has most to say. */
  headline: definePart({ needs, make: (page) => textPart(headlineOf(page)) }),
  /** What is compared, and how many of the lead metrics stand out. */
  heading: definePart({ needs, make: (page) => textPart(page.joined(comparedName(page), signalSummary(page))) }),
  /** What changed beyond chance besides, by its place from 0; empty where nothing more did. */
  change: changed(({ text, href }) => ({ text, href })),
  /** Who carried it. */
  carried: changed(({ carried }) => textPart(carried)),
  /** Every metric in a row. */
  all: definePart({ needs, make: (page) => ({ table: allMetricsTable(page) }) }),
};
