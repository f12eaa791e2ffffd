import { type Counts, valueCounts } from "./component.ts";

/** Quantiles shown beside a value: how the cases spread around it. */
export interface Spread {
  counts: Counts;
  probabilities: readonly number[];
}

/** The spread of a column at a resolution, by default of a tenth. */
export const quantiles = (
  column: string,
  probabilities: readonly number[],
  { step = 0.1, of }: { step?: number; of?: string } = {},
): Spread => ({
  counts: valueCounts(column, step, of),
  probabilities,
});

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
