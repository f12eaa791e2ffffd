import type { Month } from "../../core/periods.ts";

/** The first and the last month on a track; the middle of the first lies at its left end, that of the last at its right. */
export interface Reach {
  first: Month;
  last: Month;
}

/** A drawing in its own units: how wide it is, and how much of that lies beside its plot. */
export interface DrawingBox {
  width: number;
  marginLeft: number;
  marginRight: number;
}

/** Where a drawing stands on a track so that its plot, from one point of time to another, lies over the right months: in parts of the track's width. */
export function placeDrawing(
  { from, to }: { from: number; to: number },
  { first, last }: Reach,
  { width, marginLeft, marginRight }: DrawingBox,
): { left: number; width: number } {
  const months = Math.max(last - first, 1);
  const [start, end] = [from, to].map((time) => (time - first - 0.5) / months) as [number, number];
  const perUnit = (end - start) / (width - marginLeft - marginRight);
  return { left: start - marginLeft * perUnit, width: width * perUnit };
}
