import type { Comparison } from "../../analysis/breakdown.ts";
import { periodBefore } from "../../core/periods.ts";
import { type Filters, resolvePeriods, type Selection } from "../../core/selection.ts";
import { lifted, type Slice } from "../../core/slice.ts";
import type { Metric } from "../../cube/metric.ts";
import type { Site } from "../site.ts";

/** What the reader asked: a slice, and the one to compare it with. */
export interface Asked extends Comparison {
  /** The reader chose what to compare with; else it is the period before. */
  isCompared: boolean;
}

const byPeriodBefore = (slice: Slice): Asked => ({ slice, against: { ...slice, period: periodBefore(slice.period) }, isCompared: false });

/** The question of two slices; where they do not differ, what is asked is the change from the period before. */
const compared = (slice: Slice, against: Slice): Asked =>
  JSON.stringify(slice) === JSON.stringify(against) ? byPeriodBefore(slice) : { slice, against, isCompared: true };

/** What a selection asks of every metric. */
export function askedBy({ cubes, config }: Site, selection: Selection): Asked {
  const { own, other } = resolvePeriods(selection, { ...cubes.manifest, fiscalStart: config.fiscal_year_starts });
  const slice = { period: own, filters: selection.filters };
  return selection.against ? compared(slice, { period: other, filters: selection.against.filters }) : byPeriodBefore(slice);
}

/** Both slices changed alike. */
const askedWith = ({ slice, against, isCompared }: Asked, change: (slice: Slice) => Slice): Asked =>
  isCompared ? compared(change(slice), change(against)) : byPeriodBefore(change(slice));

/** The same with all members of some dimensions, so that a figure by them shows those that are left out as well. */
export const askedOfAll = (asked: Asked, dimensions: readonly string[]): Asked => askedWith(asked, (slice) => lifted(slice, dimensions));

/** The same as far as a metric has the dimensions that are filtered. */
export function askedOf({ dimensions }: Metric, asked: Asked): Asked {
  const had = (filters: Filters) => Object.fromEntries(Object.entries(filters).filter(([id]) => dimensions.includes(id)));
  return askedWith(asked, ({ period, filters }) => ({ period, filters: had(filters) }));
}

/** Dimensions that either slice filters, without repeats. */
export const filteredIn = ({ slice, against }: Comparison): string[] => [
  ...new Set([...Object.keys(slice.filters), ...Object.keys(against.filters)]),
];

/** Dimensions by which the two slices differ. */
export const comparedBy = (asked: Comparison): string[] =>
  filteredIn(asked).filter((id) => JSON.stringify(asked.slice.filters[id]) !== JSON.stringify(asked.against.filters[id]));
