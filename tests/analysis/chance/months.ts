import type { Kind, Series } from "../../../src/analysis/chance/observation.ts";
import { MONTHLY, QUARTERLY } from "../../../src/analysis/chance/rhythm.ts";

/** A series of months up to the last value; null is missing. */
export function monthsOf(kind: Kind, values: readonly (number | null)[], weight = 1): Series {
  const observations = values.flatMap((value, at) => (value === null ? [] : [{ at, value, weight }]));
  return { kind, rhythm: MONTHLY, observations, until: values.length - 1 };
}

/** The same of quarters. */
export const quartersOf = (kind: Kind, values: readonly (number | null)[], weight = 1): Series => ({
  ...monthsOf(kind, values, weight),
  rhythm: QUARTERLY,
});

/** So many values of a pattern that repeats: about 0, of variance 1, and without memory. */
export const restless = (count: number, level: number, size = 1): number[] => {
  const pattern = [0.4, -1.3, 1.1, 0.2, -0.7, 1.6, -1.2, -0.3, 0.9, -0.8, 1.3, -1.2];
  return Array.from({ length: count }, (_, i) => level + size * (pattern[i % pattern.length] ?? 0));
};
