import { type ChartOptions, drawingOf, drawNothing } from "./drawing.ts";
import { rounded, svgElement } from "./parts/element.ts";
import type { TrendPoint } from "./parts/points.ts";
import { middleOf } from "./parts/time-scale.ts";
import type { LimitSegment } from "./trend.ts";

export interface SparklineOptions extends ChartOptions {
  /** Limits of ordinary variation as they hold at the end. */
  limits?: Pick<LimitSegment, "lower" | "upper"> | undefined;
  /** Target as it holds at the end. */
  target?: number | undefined;
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

interface Placed {
  x: number;
  y: number | null;
}

/** A line through points, in pieces where one has no value; a point between two of those is a piece of no length. */
const through = (points: readonly Placed[]) =>
  points
    .map(({ x, y }, index) => {
      if (y === null) return "";
      const [isFirst, isLast] = [points[index - 1], points[index + 1]].map((beside) => (beside?.y ?? null) === null);
      return `${isFirst ? "M" : "L"}${rounded(x)},${rounded(y)}${isFirst && isLast ? "Z" : ""}`;
    })
    .join("");

/** The scales of the points shown, which the target is within as well; limits beyond them end at the edge. */
function scalesOf(shown: readonly TrendPoint[], { target, width, height }: { target: number | undefined; width: number; height: number }) {
  const all = [...shown.map(({ value }) => value), target].filter((value) => value != null);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const [left, right] = [SPARKLINE_MARGINS.marginLeft, width - SPARKLINE_MARGINS.marginRight];
  const [start = 0, ...later] = shown.map(({ period }) => middleOf(period));
  return {
    ...{ left, right },
    x: linear([start, (later.at(-1) ?? start) + 0.01], [left, right]),
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
  const { document, limits, target } = options;
  const { left, right, x, y, clamp } = scalesOf(shown, { target, width, height });
  const placed = shown.map(({ period, value }): Placed => ({ x: x(middleOf(period)), y: value === null ? null : y(value) }));
  const complete = placed.map((point, index) => (shown[index]?.isComplete ? point : { ...point, y: null }));
  const draw = (name: string, attributes: Parameters<typeof svgElement>[2]) => svgElement(document, name, attributes);
  const marks = [draw("path", { class: "line", d: through(complete) })];
  if (target !== undefined) marks.unshift(draw("line", { class: "target", x1: left, x2: right, y1: y(target), y2: y(target) }));
  if (limits) {
    const [top, bottom] = [y(clamp(limits.upper)), y(clamp(limits.lower))];
    marks.unshift(draw("rect", { class: "band", x: left, y: top, width: right - left, height: bottom - top }));
  }
  if (!end.isComplete) marks.push(draw("path", { class: "line unfinished", d: through(placed.slice(Math.max(last - 1, 0), last + 1)) }));
  marks.push(draw("circle", { class: end.isComplete ? "dot" : "dot hollow", cx: placed[last]?.x, cy: placed[last]?.y ?? undefined, r: 3 }));
  return drawingOf("sparkline", { ...options, width }, { height, marks });
}
