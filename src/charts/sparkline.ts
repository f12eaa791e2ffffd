import { dot, line, rect, ruleY } from "@observablehq/plot";
import { middleOf } from "./parts/time-axis.ts";
import { type ChartOptions, drawChart, drawNothing } from "./svg.ts";
import type { LimitSegment, TrendPoint } from "./trend.ts";

export interface SparklineOptions extends ChartOptions {
  /** Limits of ordinary variation as they hold at the end. */
  limits?: Pick<LimitSegment, "lower" | "upper"> | undefined;
  /** Target as it holds at the end. */
  target?: number | undefined;
  height?: number | undefined;
}

const LAST = 24;

const middle = ({ period }: TrendPoint) => middleOf(period);

/** The last two dozen points of a trend, small and without axes: its course, its last point, the usual range and the target. */
export function sparkline(points: readonly TrendPoint[], { width = 160, height = 40, ...options }: SparklineOptions): SVGElement {
  const shown = points.slice(-LAST);
  const values = shown.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return drawNothing("sparkline", { ...options, width });
  const { limits, target } = options;
  const ends = shown.filter(({ value }) => value !== null).slice(-1);
  const all = [...values, ...(target === undefined ? [] : [target])];
  const complete = ({ value, isComplete }: TrendPoint) => (isComplete ? value : null);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const clamp = (value: number) => Math.min(Math.max(value, low), high);
  return drawChart(
    "sparkline",
    { ...options, width },
    {
      height,
      ...{ marginLeft: 2, marginRight: 8, marginTop: 5, marginBottom: 5 },
      x: {
        type: "linear",
        axis: null,
        domain: [middleOf((shown[0] as TrendPoint).period), middleOf((shown.at(-1) as TrendPoint).period) + 0.01],
      },
      y: { axis: null, domain: high > low ? [low, high] : [low - 1, high + 1] },
      marks: [
        limits ? rect([limits], { className: "band", y1: clamp(limits.lower), y2: clamp(limits.upper) }) : null,
        target === undefined ? null : ruleY([target], { className: "target" }),
        line(shown, { className: "line", x: middle, y: complete }),
        line(shown.slice(-2), { className: "line unfinished", x: middle, y: "value", filter: () => ends[0]?.isComplete === false }),
        dot(ends, { className: ends[0]?.isComplete ? "dot" : "dot hollow", x: middle, y: "value", r: 3 }),
      ],
    },
  );
}
