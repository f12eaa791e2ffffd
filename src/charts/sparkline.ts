import { dot, line, rect, ruleY } from "@observablehq/plot";
import type { Period } from "../core/periods.ts";
import { columnHits } from "./parts/hits.ts";
import { periodMark } from "./parts/period-mark.ts";
import { completeValue, middle } from "./parts/points.ts";
import { middleOf } from "./parts/time-axis.ts";
import { type ChartOptions, drawChart, drawNothing } from "./svg.ts";
import type { LimitSegment, TrendPoint } from "./trend.ts";

export interface SparklineOptions extends ChartOptions {
  /** Limits of ordinary variation as they hold at the end. */
  limits?: Pick<LimitSegment, "lower" | "upper"> | undefined;
  /** Target as it holds at the end. */
  target?: number | undefined;
  /** The period that the page is about, marked below its months; none by default. */
  period?: Period | undefined;
  height?: number | undefined;
  /** How many of the last points are shown; two dozen by default. */
  points?: number | undefined;
}

/** Room beside the plot, in units of the drawing. */
export const SPARKLINE_MARGINS = { marginLeft: 2, marginRight: 8 };

const LAST = 24;

/** The last points of a trend, small and without axes: its course, its last point, the usual range and the target. */
export function sparkline(
  points: readonly TrendPoint[],
  { width = 160, height = 40, points: count = LAST, ...options }: SparklineOptions,
): SVGElement {
  const shown = points.slice(-count);
  const values = shown.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return drawNothing("sparkline", { ...options, width });
  const { limits, target, period } = options;
  const ends = shown.filter(({ value }) => value !== null).slice(-1);
  const all = [...values, ...(target === undefined ? [] : [target])];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const clamp = (value: number) => Math.min(Math.max(value, low), high);
  const [first, last] = [middleOf((shown[0] as TrendPoint).period), middleOf((shown.at(-1) as TrendPoint).period)];
  const y = high > low ? ([low, high] as const) : ([low - 1, high + 1] as const);
  return drawChart(
    "sparkline",
    { ...options, width },
    {
      height,
      ...{ ...SPARKLINE_MARGINS, marginTop: 5, marginBottom: 5 },
      x: [first, last + 0.01],
      y,
      hits: (frame) => {
        const before = points.length - shown.length;
        return columnHits(
          shown.map(({ period: { start, end } }, index) => ({ key: before + index, start, end: end + 1 })),
          { ...frame, marginTop: 0 },
        );
      },
      marks: [
        limits ? rect([limits], { className: "band", y1: clamp(limits.lower), y2: clamp(limits.upper) }) : null,
        periodMark(period, [first, last + 0.5], y[0]),
        target === undefined ? null : ruleY([target], { className: "target" }),
        line(shown, { className: "line", x: middle, y: completeValue }),
        line(ends[0]?.isComplete === false ? shown.slice(-2) : [], { className: "line unfinished", x: middle, y: "value" }),
        dot(ends, { className: ends[0]?.isComplete ? "dot" : "dot hollow", x: middle, y: "value", r: 3 }),
      ],
    },
  );
}
