import { axisX, axisY, dot, gridY, line, type Markish, rect, ruleY, text } from "@observablehq/plot";
import type { FiscalStart, Month, Period } from "../core/periods.ts";
import type { Locale } from "../core/text.ts";
import type { Unit } from "../core/units.ts";
import { axisFormat, formatValue, periodParts } from "../i18n/format.ts";
import { type EndLabel, endLabels, endMargin } from "./parts/end-labels.ts";
import { hiddenRuns } from "./parts/hidden-runs.ts";
import { LINE_HEIGHT, widest } from "./parts/measure.ts";
import { notesHeight, placeNotes, writeNotes } from "./parts/notes.ts";
import { middleOf, monthFraction, timeLabels } from "./parts/time-axis.ts";
import { valueTicks } from "./parts/value-axis.ts";
import { WORDS } from "./parts/words.ts";
import { type ChartOptions, drawChart, drawNothing, WIDE } from "./svg.ts";

export interface TrendPoint {
  period: Period;
  value: number | null;
  /** Number of underlying cases. */
  n: number;
  /** Whether the period was over when the data was exported. */
  isComplete: boolean;
  /** Whether the value is withheld because its group is small. */
  isHidden: boolean;
  /** Whether the value lies beyond ordinary variation. */
  hasSignal: boolean;
}

/** Limits of ordinary variation for the months from `start` to `end`. */
export interface LimitSegment {
  start: Month;
  end: Month;
  lower: number;
  centre: number;
  upper: number;
}

export interface TargetSegment {
  start: Month;
  end: Month;
  value: number;
}

export interface TrendOptions extends ChartOptions {
  unit: Unit;
  fiscalStart?: FiscalStart | undefined;
  limits?: readonly LimitSegment[] | undefined;
  targets?: readonly TargetSegment[] | undefined;
  benchmarks?: readonly { value: number; label: string }[] | undefined;
  /** What happened on an ISO date. */
  annotations?: readonly { date: string; label: string }[] | undefined;
  /** Height of the plot without axis and annotations, in units of the drawing. */
  height?: number | undefined;
}

/** Above this many points a line shows dots only where they say something. */
const DOTTED = 16;

const middle = ({ period }: TrendPoint) => middleOf(period);
const until = ({ end }: { end: Month }) => end + 1;

/** A metric over time. A missing value leaves a gap, a hidden one is hatched, an unfinished period is hollow. */
export function trendChart(points: readonly TrendPoint[], options: TrendOptions): SVGElement {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.every(({ value, isHidden }) => value === null && !isHidden)) return drawNothing("trend", options);
  const { width = WIDE, unit, locale, benchmarks = [] } = options;
  const isNarrow = width < 480;
  const domain = [first.period.start, last.period.end + 1] as const;
  const { limits, targets } = within(options, domain);
  const values = valuesOf(points, limits, targets, benchmarks);
  const ticks = valueTicks(values, unit, isNarrow ? 4 : 5);
  const shownTicks = values.length > 0 ? ticks : [];
  const { label, format } = axisFormat(unit, locale, ticks);
  const ends = [...pointLabels(points, options), ...ruleLabels({ ...options, limits, targets })];
  const marginLeft = Math.ceil(widest(ticks.map(format))) + 8;
  const marginRight = endMargin(ends, isNarrow ? 84 : 150);
  const range = [marginLeft, width - marginRight] as const;
  const scale = (month: number) => range[0] + ((month - domain[0]) / (domain[1] - domain[0])) * (range[1] - range[0]);
  const happened = (options.annotations ?? []).map(({ date, label: words }) => ({ x: scale(monthFraction(date)), label: words }));
  const notes = placeNotes(happened, range);
  const labels = timeLabels(
    points.map(({ period }) => period),
    { ...options, room: (range[1] - range[0]) / points.length },
  );
  const marginTop = notesHeight(notes) + LINE_HEIGHT + 10;
  const marginBottom = labels.some((each) => each.text.includes("\n")) ? 40 : 26;
  return drawChart("trend", options, {
    height: (options.height ?? (isNarrow ? 170 : 210)) + marginTop + marginBottom,
    ...{ marginLeft, marginRight, marginTop, marginBottom },
    x: { type: "linear", domain: [...domain], axis: null },
    y: { domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1], axis: null },
    marks: [
      gridY(shownTicks, { className: "grid" }),
      ...variation(limits, ticks),
      ticks.includes(0) ? ruleY([0], { className: "baseline" }) : null,
      axisY(shownTicks, { className: "tick", tickSize: 0, tickFormat: format, label: null }),
      text(shownTicks.length > 0 ? [label] : [], { className: "tick", frameAnchor: "top-left", dx: -marginLeft, dy: -LINE_HEIGHT - 6, textAnchor: "start" }),
      axisX(labels.map(({ period }) => middleOf(period)), {
        ...{ className: "tick", tickSize: 4, tickPadding: 4, lineHeight: 1.2, label: null },
        tickFormat: (_: number, index: number) => labels[index]?.text ?? "",
      }),
      ruleY(targets, { className: "target", y: "value", x1: "start", x2: until }),
      ruleY(benchmarks, { className: "benchmark", y: "value" }),
      writeNotes(notes),
      hiddenRuns(points.filter(({ isHidden }) => isHidden).map(({ period }) => period), WORDS[locale].hidden),
      ...series(points),
      endLabels(ends),
    ],
  });
}

/** Limits and targets cut to the months that the chart shows. */
function within({ limits = [], targets = [] }: TrendOptions, [from, to]: readonly [Month, Month]) {
  const cut = <T extends { start: Month; end: Month }>(segments: readonly T[]) =>
    segments
      .filter(({ start, end }) => start < to && end >= from)
      .map((segment) => ({ ...segment, start: Math.max(segment.start, from), end: Math.min(segment.end, to - 1) }));
  return { limits: cut(limits), targets: cut(targets) };
}

/** Everything that the value axis must reach. Limits below zero are cut where no value is below it. */
function valuesOf(
  points: readonly TrendPoint[],
  limits: readonly LimitSegment[],
  targets: readonly TargetSegment[],
  benchmarks: readonly { value: number }[],
): number[] {
  const values = points.flatMap(({ value }) => value ?? []);
  const floor = Math.min(0, ...values);
  const bands = limits.flatMap(({ lower, upper }) => [Math.max(lower, floor), upper]);
  return [...values, ...bands, ...targets.map(({ value }) => value), ...benchmarks.map(({ value }) => value)];
}

function variation(limits: readonly LimitSegment[], ticks: readonly number[]): Markish[] {
  const clamp = (value: number) => Math.min(Math.max(value, ticks[0] ?? value), ticks.at(-1) ?? value);
  return [
    rect(limits, {
      className: "band",
      x1: "start",
      x2: until,
      y1: ({ lower }: LimitSegment) => clamp(lower),
      y2: ({ upper }: LimitSegment) => clamp(upper),
    }),
    ruleY(limits, { className: "centre", y: "centre", x1: "start", x2: until }),
  ];
}

/** The line through what is complete, a fainter one to what is not, and the dots. */
function series(points: readonly TrendPoint[]): Markish[] {
  const open = points.flatMap((point, index) => {
    const before = points[index - 1];
    return point.isComplete || !before ? [] : [before, point, { ...point, value: null }];
  });
  const isDotted = points.length <= DOTTED;
  const hasNoNeighbour = (_: TrendPoint, index: number) => [points[index - 1], points[index + 1]].every((other) => (other?.value ?? null) === null);
  const lastComplete = points.findLast(({ value, isComplete }) => value !== null && isComplete);
  const isPlain = (point: TrendPoint, index: number) =>
    point.isComplete && !point.hasSignal && (isDotted || point === lastComplete || hasNoNeighbour(point, index));
  const dots = (className: string, isShown: (point: TrendPoint, index: number) => boolean, r: number) =>
    dot(points.filter((point, index) => point.value !== null && isShown(point, index)), { className, x: middle, y: "value", r });
  return [
    line(points, { className: "line", x: middle, y: ({ value, isComplete }: TrendPoint) => (isComplete ? value : null) }),
    line(open, { className: "line unfinished", x: middle, y: "value" }),
    dots("dot", isPlain, isDotted ? 2.5 : 3),
    dots("dot signal", ({ isComplete, hasSignal }) => isComplete && hasSignal, 4.5),
    dots("dot hollow", ({ isComplete }) => !isComplete, 3.5),
  ];
}

/** The last complete value, and that of an unfinished period after it. */
function pointLabels(points: readonly TrendPoint[], { unit, locale, fiscalStart }: TrendOptions): EndLabel[] {
  const shown = points.flatMap(({ value, ...rest }) => (value === null ? [] : [{ ...rest, value }]));
  const complete = shown.findLast(({ isComplete }) => isComplete);
  const open = shown.at(-1);
  const labels: EndLabel[] = complete ? [{ value: complete.value, text: formatValue(complete.value, unit, locale), className: "value" }] : [];
  if (open && !open.isComplete) {
    const number = formatValue(open.value, unit, locale, { isBare: complete !== undefined });
    labels.push({ value: open.value, text: `${soFar(open.period, locale, fiscalStart)} ${number}`, className: "value-open" });
  }
  return labels;
}

function soFar(period: Period, locale: Locale, fiscalStart?: FiscalStart): string {
  const { part, year } = periodParts(period, locale, fiscalStart);
  return [part || year, WORDS[locale].soFar].join(locale === "zh" ? "" : " ");
}

/** What the rules and the band are. */
function ruleLabels({ unit, locale, limits = [], targets = [], benchmarks = [] }: TrendOptions): EndLabel[] {
  const bare = (value: number) => formatValue(value, unit, locale, { isBare: true });
  const target = targets.at(-1);
  const band = limits.at(-1);
  return [
    ...(target ? [{ value: target.value, text: `${WORDS[locale].target} ${bare(target.value)}`, className: "muted" }] : []),
    ...benchmarks.map(({ value, label }) => ({ value, text: `${label} ${bare(value)}`, className: "muted" })),
    ...(band ? [{ value: band.upper, text: WORDS[locale].usualRange, className: "faint" }] : []),
  ];
}
