import { rounded } from "./element.ts";

/** A point in units of the drawing; null where it has no value. */
export interface Placed {
  x: number;
  y: number | null;
}

/** A line through points, in pieces where one has no value; a point between two of those is a piece of no length. */
export const through = (points: readonly Placed[]): string =>
  points
    .map(({ x, y }, index) => {
      if (y === null) return "";
      const [isFirst, isLast] = [points[index - 1], points[index + 1]].map((beside) => (beside?.y ?? null) === null);
      return `${isFirst ? "M" : "L"}${rounded(x)},${rounded(y)}${isFirst && isLast ? "Z" : ""}`;
    })
    .join("");

/** Edges in units of the drawing. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Whether a line through points, with its gaps, passes through a box: each step is cut to the box's width, then compared in height. */
export const crosses = (points: readonly Placed[], { left, right, top, bottom }: Box): boolean =>
  points.some((to, index) => {
    if (to.y === null) return false;
    const before = points[index - 1] ?? to;
    const from = { x: before.y === null ? to.x : before.x, y: before.y ?? to.y };
    const [start, end] = [Math.max(Math.min(from.x, to.x), left), Math.min(Math.max(from.x, to.x), right)];
    if (start > end) return false;
    const slope = to.x === from.x ? 0 : (to.y - from.y) / (to.x - from.x);
    const heights = [start, end].map((x) => from.y + (x - from.x) * slope);
    return Math.min(...heights) < bottom && Math.max(...heights) > top;
  });
