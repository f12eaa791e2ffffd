import type { Better } from "../core/units.ts";

/** What a change means for the reader; `changed` where neither way is better. */
export type Direction = "better" | "worse" | "same" | "changed";

/** Whether going from an earlier value to this one is for the better. */
export function directionOf(better: Better, value: number, earlier: number): Direction {
  if (better === "neither") return value === earlier ? "same" : "changed";
  const gain = better === "higher" ? value - earlier : better === "lower" ? earlier - value : Math.abs(earlier) - Math.abs(value);
  return gain > 0 ? "better" : gain < 0 ? "worse" : "same";
}

/** Whether a value is as good as its target, or better; where neither way is better, whether it is the target. */
export const meetsTarget = (better: Better, value: number, target: number): boolean =>
  ["better", "same"].includes(directionOf(better, value, target));
