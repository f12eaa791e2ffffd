import { dot, line, type Markish, type MarkOptions } from "@observablehq/plot";
import { completeValue, hasNoNeighbour, middle, openSteps, type TrendPoint } from "./points.ts";

/** A member of a dimension over time; all series of a drawing have the same periods. */
export interface TimeSeries {
  name: string;
  /** What stands beside its name, in words: its value in the period that the page is about, which may be longer than the last of its points. */
  number: string;
  points: readonly TrendPoint[];
  /** Whether a reader keeps it; undefined when all are kept. One that is left out is grey. */
  isSelected?: boolean | undefined;
}

/** Column and row of the plot to draw in, where there are several. */
type Panel = Pick<MarkOptions, "fx" | "fy">;

/** One of several lines over time: whole through what is complete, dashed to what is not, and a dot for a value without neighbour. */
export const drawTimeSeries = (points: readonly TrendPoint[], className: string, panel: Panel = {}): Markish[] => [
  line(points, { ...panel, className: `line ${className}`, x: middle, y: completeValue }),
  line(openSteps(points), { ...panel, className: `line ${className} unfinished`, x: middle, y: "value" }),
  dot(
    points.filter(({ value }, index) => value !== null && hasNoNeighbour(points, index)),
    { ...panel, className: `dot ${className}`, x: middle, y: "value", r: 2.5 },
  ),
];

/** The last complete point that has a value, or the last of all; undefined without values, and where a later one is hidden. */
export function lastShown(points: readonly TrendPoint[]): (TrendPoint & { value: number }) | undefined {
  if (points.findLast(({ isComplete, isHidden, value }) => isComplete && (isHidden || value !== null))?.isHidden) return undefined;
  const shown = points.flatMap((point) => (point.value === null ? [] : [{ ...point, value: point.value }]));
  return shown.findLast(({ isComplete }) => isComplete) ?? shown.at(-1);
}
