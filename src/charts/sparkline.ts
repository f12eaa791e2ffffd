import type { Period } from "../core/periods.ts";
import { type ChartOptions, drawingOf, drawNothing } from "./drawing.ts";
import { svgElement } from "./parts/element.ts";
import { type Placed, through } from "./parts/line-path.ts";
import type { TrendPoint } from "./parts/points.ts";
import { middleOf } from "./parts/time-scale.ts";
import type { LimitSegment } from "./trend.ts";

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

/** Room beside the line, in units of the drawing. */
export const SPARKLINE_MARGINS = { marginLeft: 2, marginRight: 8 };

/** Room above and below it. */
const MARGIN = 5;

const LAST = 24;

/** From a domain to units of the drawing. */
const linear =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]) =>
  (value: number) =>
    start + ((value - from) / (to - from)) * (end - start);

/** The scales of the points shown, which the target is within as well; limits beyond them end at the edge. */
function scalesOf(shown: readonly TrendPoint[], { target, width, height }: { target: number | undefined; width: number; height: number }) {
  const all = [...shown.map(({ value }) => value), target].filter((value) => value != null);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const [left, right] = [SPARKLINE_MARGINS.marginLeft, width - SPARKLINE_MARGINS.marginRight];
  const [from = 0, ...later] = shown.map(({ period }) => middleOf(period));
  const last = later.at(-1) ?? from;
  return {
    ...{ left, right, from, until: last + 0.5 },
    x: linear([from, last + 0.01], [left, right]),
    y: linear(high > low ? [low, high] : [low - 1, high + 1], [height - MARGIN, MARGIN]),
    clamp: (value: number) => Math.min(Math.max(value, low), high),
  };
}

/**
 * The last points of a trend, small and without axes: its course, its last point, the usual range and the target. Pages show dozens of them and
 * draw all again at every selection, so that it is drawn without Plot, whose code a page without other charts need not load.
 */
export function sparkline(
  points: readonly TrendPoint[],
  { width = 160, height = 40, points: count = LAST, ...options }: SparklineOptions,
): SVGElement {
  const shown = points.slice(-count);
  const last = shown.findLastIndex(({ value }) => value !== null);
  const end = shown[last];
  if (!end) return drawNothing("sparkline", { ...options, width });
  const { document, limits, target, period } = options;
  const { left, right, from, until, x, y, clamp } = scalesOf(shown, { target, width, height });
  const placed = shown.map(({ period, value }): Placed => ({ x: x(middleOf(period)), y: value === null ? null : y(value) }));
  const complete = placed.map((point, index) => (shown[index]?.isComplete ? point : { ...point, y: null }));
  const draw = (name: string, attributes: Parameters<typeof svgElement>[2]) => svgElement(document, name, attributes);
  const level = (className: string, at: number, x1 = left, x2 = right) => draw("line", { class: className, x1, x2, y1: at, y2: at });
  const band = ({ lower, upper }: Pick<LimitSegment, "lower" | "upper">) => {
    const [top, bottom] = [y(clamp(upper)), y(clamp(lower))];
    return draw("rect", { class: "band", x: left, y: top, width: right - left, height: bottom - top });
  };
  const isShown = period !== undefined && period.end >= from && period.start < until;
  const below = height - MARGIN + 2;
  return drawingOf(
    "sparkline",
    { ...options, width },
    {
      height,
      marks: [
        ...(limits ? [band(limits)] : []),
        ...(isShown ? [level("period-mark", below, x(Math.max(period.start, from)), x(Math.min(period.end + 1, until)))] : []),
        ...(target === undefined ? [] : [level("target", y(target))]),
        draw("path", { class: "line", d: through(complete) }),
        ...(end.isComplete ? [] : [draw("path", { class: "line unfinished", d: through(placed.slice(Math.max(last - 1, 0), last + 1)) })]),
        draw("circle", { class: end.isComplete ? "dot" : "dot hollow", cx: placed[last]?.x, cy: placed[last]?.y ?? undefined, r: 3 }),
      ],
    },
  );
}
