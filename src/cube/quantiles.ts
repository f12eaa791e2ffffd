import { type Counts, type Totals, valueCounts } from "./component.ts";

/** How many cases have each value, smallest first. */
export interface Distribution {
  counts: readonly { value: number; count: number }[];
  /** All cases, those that have no value yet included. */
  all: number;
}

/** Quantiles shown beside a value: how the cases spread around it. */
export interface Spread {
  components: readonly Counts[];
  probabilities: readonly number[];
  /** Width of one value, in the unit of the metric. */
  step: number;
  /** Cases without a value yet are among them, so that the counts are estimated. */
  isEstimated: boolean;
  /** The value that a share of the cases does not exceed; null where there is none. */
  quantile(totals: Totals, probability: number): number | null;
  distribution(totals: Totals): Distribution;
}

function countedDistribution(counts: ReadonlyMap<number, number>, step: number): Distribution {
  const sorted = [...counts].sort(([a], [b]) => a - b);
  return {
    counts: sorted.map(([value, count]) => ({ value: atResolution(value, step), count })),
    all: sorted.reduce((all, [, count]) => all + count, 0),
  };
}

/** The spread of a column at a resolution, by default of a tenth. */
export function quantiles(
  column: string,
  probabilities: readonly number[],
  { step = 0.1, of }: { step?: number; of?: string } = {},
): Spread {
  const counts = valueCounts(column, step, of);
  return {
    components: [counts],
    probabilities,
    step,
    isEstimated: false,
    quantile: (totals, probability) => quantileOf(totals.counts(counts), probability, step),
    distribution: (totals) => countedDistribution(totals.counts(counts), step),
  };
}

/**
 * Nearest-rank quantile of counted values: the smallest value at or below which at least that share of the rows lies
 * (Hyndman & Fan 1996, definition 1; SQL's `percentile_disc`). Null without rows.
 */
export function quantileOf(counts: ReadonlyMap<number, number>, probability: number, step: number): number | null {
  const sorted = [...counts].sort(([a], [b]) => a - b);
  const total = sorted.reduce((all, [, rows]) => all + rows, 0);
  const rank = Math.max(1, Math.ceil(probability * total - 1e-9));
  let seen = 0;
  for (const [value, rows] of sorted) {
    seen += rows;
    if (seen >= rank) return atResolution(value, step);
  }
  return null;
}

/** `value` steps as a number without the noise of binary fractions: 3 × 0.1 is 0.3. */
export const atResolution = (value: number, step: number): number => Number((value * step).toPrecision(12));
