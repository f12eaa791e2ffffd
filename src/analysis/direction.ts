import type { Better } from "../core/units.ts";

/** What a change means for the reader. */
export type Direction = "better" | "worse" | "same";

/** Whether going from an earlier value to this one is for the better. */
export function directionOf(better: Better, value: number, earlier: number): Direction {
  const gain = better === "higher" ? value - earlier : better === "lower" ? earlier - value : Math.abs(earlier) - Math.abs(value);
  return gain > 0 ? "better" : gain < 0 ? "worse" : "same";
}

/** Whether a value is as good as its target, or better. */
export const meetsTarget = (better: Better, value: number, target: number): boolean => directionOf(better, value, target) !== "worse";
