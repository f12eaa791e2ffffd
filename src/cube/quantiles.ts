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
  /** The value below which a share of the cases lies, by `quantileOf`; null where there is none. */
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

/** Rounding of binary fractions in a cumulative share, or in a share of a number of rows. */
const TOLERANCE = 1e-9;

/**
 * The value at which a cumulative count or share, smallest value first, reaches `target`; where it meets it exactly, the
 * middle between that value and the next. Null where it is not reached.
 */
export function valueReaching(cumulative: readonly { value: number; upTo: number }[], target: number): number | null {
  const at = cumulative.findIndex(({ upTo }) => upTo >= target - TOLERANCE);
  const [reached, next] = cumulative.slice(at);
  if (at < 0 || !reached) return null;
  return next && reached.upTo <= target + TOLERANCE ? (reached.value + next.value) / 2 : reached.value;
}

/**
 * Quantile of counted values: the median of an even number is the mean of the middle two (Hyndman & Fan 1996,
 * definition 2). Null without rows.
 */
export function quantileOf(counts: ReadonlyMap<number, number>, probability: number, step: number): number | null {
  const sorted = [...counts].sort(([a], [b]) => a - b);
  let all = 0;
  const cumulative = sorted.map(([value, rows]) => {
    all += rows;
    return { value, upTo: all };
  });
  const value = valueReaching(cumulative, probability * all);
  return value === null ? null : atResolution(value, step);
}

/** `value` steps as a number without the noise of binary fractions: 3 × 0.1 is 0.3. */
export const atResolution = (value: number, step: number): number => Number((value * step).toPrecision(12));
