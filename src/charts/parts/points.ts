import { dot, line, type Markish } from "@observablehq/plot";
import type { Bound } from "../../core/bound.ts";
import type { Period } from "../../core/periods.ts";
import { middleOf } from "./time-scale.ts";

export interface TrendPoint {
  period: Period;
  value: number | null;
  /** What the value says of the true one; by default it is it. */
  bound?: Bound | undefined;
  /** Number of underlying cases. */
  n: number;
  /** Whether the period was over when the data was exported. */
  isComplete: boolean;
  /** Whether the value is withheld because its group is small. */
  isHidden: boolean;
  /** Whether the value lies beyond ordinary variation. */
  hasSignal: boolean;
}

/** Above this many points a line shows dots only where they say something. */
const DOTTED = 16;

export const middle = ({ period }: Pick<TrendPoint, "period">): number => middleOf(period);
export const completeValue = ({ value, isComplete }: Pick<TrendPoint, "value" | "isComplete">): number | null =>
  isComplete ? value : null;

/** Whether neither the point before nor the one after has a value. */
export const hasNoNeighbour = (points: readonly Pick<TrendPoint, "value">[], index: number): boolean =>
  [points[index - 1], points[index + 1]].every((other) => (other?.value ?? null) === null);

/** Each step to or from an unfinished point, and a gap behind. */
export const openSteps = (points: readonly TrendPoint[]): TrendPoint[] =>
  points.flatMap((point, index) => {
    const before = points[index - 1];
    return !before || (before.isComplete && point.isComplete) ? [] : [before, point, { ...point, value: null }];
  });

/** The line through what is complete, a fainter one to what is not, and the dots. */
export function drawPoints(points: readonly TrendPoint[]): Markish[] {
  const isDotted = points.length <= DOTTED;
  const lastComplete = points.findLast(({ value, isComplete }) => value !== null && isComplete);
  const isPlain = (point: TrendPoint, index: number) =>
    point.isComplete && !point.hasSignal && (isDotted || point === lastComplete || hasNoNeighbour(points, index));
  const dots = (className: string, isShown: (point: TrendPoint, index: number) => boolean, r: number) =>
    dot(
      points.filter((point, index) => point.value !== null && isShown(point, index)),
      { className, x: middle, y: "value", r },
    );
  return [
    line(points, { className: "line", x: middle, y: completeValue }),
    line(openSteps(points), { className: "line unfinished", x: middle, y: "value" }),
    dots("dot", isPlain, isDotted ? 2.5 : 3),
    dots("dot signal", ({ isComplete, hasSignal }) => isComplete && hasSignal, 4.5),
    dots("dot hollow", ({ isComplete }) => !isComplete, 3.5),
  ];
}
