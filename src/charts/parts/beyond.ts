import { type Markish, text } from "@observablehq/plot";
import { LINE_HEIGHT, textWidth } from "./measure.ts";
import { middle, type TrendPoint } from "./points.ts";

type Valued = Pick<TrendPoint, "period" | "value">;

/** Points with what lies beyond the upper end of an axis brought to it. */
export const heldTo = <P extends Valued>(points: readonly P[], edge: number): P[] =>
  points.map((point) => (point.value !== null && point.value > edge ? { ...point, value: edge } : point));

interface Beyond extends Valued {
  value: number;
}

/** How wide a plot is, in units of the drawing, and how its numbers are written. */
interface Room {
  /** Of a month. */
  width: number;
  format: (value: number) => string;
}

/** Names the largest of those that stand too near to each other to have a number each. */
function apart(beyond: readonly Beyond[], { width, format }: Room): Beyond[] {
  const least = textWidth(`↑ ${format(0)}0`) + LINE_HEIGHT;
  const kept: Beyond[] = [];
  for (const point of beyond.toSorted((a, b) => b.value - a.value))
    if (kept.every((other) => Math.abs(middle(other) - middle(point)) * width >= least)) kept.push(point);
  return kept;
}

/** Says beside the upper end of an axis how large what lies beyond it is: "↑ 318". */
export function markBeyond(points: readonly Valued[], edge: number, room: Room): Markish {
  const beyond = points.flatMap((point): Beyond[] =>
    point.value !== null && point.value > edge ? [{ ...point, value: point.value }] : [],
  );
  return text(apart(beyond, room), {
    className: "halo strong beyond",
    x: middle,
    y: () => edge,
    text: ({ value }: Beyond) => `↑ ${room.format(value)}`,
    dy: -LINE_HEIGHT / 2,
  });
}
