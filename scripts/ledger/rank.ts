import type { Better } from "../../src/core/units.ts";

/** How bad a value is. */
const BADNESS: Record<Better, ((value: number) => number) | null> = {
  higher: (value) => -value,
  lower: (value) => value,
  "nearer-zero": Math.abs,
  neither: null,
};

/** Places among values: 1 for the worst; equal values share a place. Null for what is missing, and where no value is better than another. */
export function rankIn(values: readonly (number | null)[], better: Better): (value: number | null) => number | null {
  const badness = BADNESS[better];
  if (!badness) return () => null;
  const all = values.flatMap((value) => (value === null ? [] : badness(value)));
  return (value) => (value === null ? null : 1 + all.filter((other) => other > badness(value)).length);
}
