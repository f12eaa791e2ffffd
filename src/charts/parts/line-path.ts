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
