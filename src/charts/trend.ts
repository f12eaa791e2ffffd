import { type Markish, rect, ruleY } from "@observablehq/plot";
import type { FiscalStart, Month, Period } from "../core/periods.ts";
import type { Locale } from "../core/text.ts";
import type { Unit } from "../core/units.ts";
import { formatValue, periodParts } from "../i18n/format.ts";
import { type EndLabel, endLabels, endMargin } from "./parts/end-labels.ts";
import { hiddenRuns } from "./parts/hidden-runs.ts";
import { notesHeight, placeNotes, writeNotes } from "./parts/notes.ts";
import { drawPoints, type TrendPoint } from "./parts/points.ts";
import { monthFraction, timeAxis, timeLabels } from "./parts/time-axis.ts";
import { UNIT_HEIGHT, valueAxis, valueTicks } from "./parts/value-axis.ts";
import { WORDS } from "./parts/words.ts";
import { type ChartOptions, drawChart, drawNothing, isNarrow, WIDE } from "./svg.ts";

export type { TrendPoint };

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

/** Height of a plot that shows only which periods are hidden. */
const NO_VALUES = 36;

const until = ({ end }: { end: Month }) => end + 1;

/** A metric over time. A missing value leaves a gap, a hidden one is hatched, an unfinished period is hollow. */
export function trendChart(points: readonly TrendPoint[], options: TrendOptions): SVGElement {
  const hidden = points.filter(({ isHidden }) => isHidden).map(({ period }) => period);
  if (hidden.length === 0 && points.every(({ value }) => value === null)) return drawNothing("trend", options);
  const { width = WIDE, unit, locale, benchmarks = [] } = options;
  const domain = domainOf(points);
  const { limits, targets } = within(options, domain);
  const values = valuesOf(points, limits, targets, benchmarks);
  const ticks = valueTicks(values, unit, isNarrow(width) ? 4 : 5);
  const axis = valueAxis(values.length > 0 ? ticks : [], options);
  const ends = [...pointLabels(points, options), ...ruleLabels({ ...options, limits, targets })];
  const marginRight = endMargin(ends, isNarrow(width) ? 96 : 150);
  const range = [axis.marginLeft, width - marginRight] as const;
  const notes = notesOf(options, { domain, range });
  const room = (range[1] - range[0]) / points.length;
  const periods = points.map(({ period }) => period);
  const time = timeAxis(timeLabels(periods, { ...options, room }));
  const marginTop = notesHeight(notes) + UNIT_HEIGHT;
  const height = values.length > 0 ? (options.height ?? (isNarrow(width) ? 170 : 210)) : NO_VALUES;
  return drawChart("trend", options, {
    height: height + marginTop + time.marginBottom,
    ...{ marginLeft: axis.marginLeft, marginRight, marginTop, marginBottom: time.marginBottom },
    x: { type: "linear", domain: [...domain], axis: null },
    y: axis.y,
    marks: [
      ...axis.marks,
      ...variation(limits, ticks),
      axis.baseline,
      time.mark,
      ruleY(targets, { className: "target", y: "value", x1: "start", x2: until }),
      ruleY(benchmarks, { className: "benchmark", y: "value" }),
      writeNotes(notes),
      hiddenRuns(hidden, WORDS[locale].hidden),
      ...drawPoints(points),
      endLabels(ends),
    ],
  });
}

const domainOf = (points: readonly TrendPoint[]): [Month, Month] => [points[0]?.period.start ?? 0, (points.at(-1)?.period.end ?? 0) + 1];

/** Annotations where they happened, in units of the drawing. */
function notesOf(
  { annotations = [], width = WIDE }: TrendOptions,
  { domain, range }: { domain: readonly [Month, Month]; range: readonly [number, number] },
) {
  const scale = (month: number) => range[0] + ((month - domain[0]) / (domain[1] - domain[0])) * (range[1] - range[0]);
  const happened = annotations.map(({ date, label }) => ({ x: scale(monthFraction(date)), label }));
  return placeNotes(happened, range, width);
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

/** The last complete value, and that of an unfinished period after it. */
function pointLabels(points: readonly TrendPoint[], { unit, locale, fiscalStart }: TrendOptions): EndLabel[] {
  const shown = points.flatMap(({ value, ...rest }) => (value === null ? [] : [{ ...rest, value }]));
  const complete = shown.findLast(({ isComplete }) => isComplete);
  const open = shown.at(-1);
  const nameOf = (period: Period) => shortName(period, locale, fiscalStart);
  const labels: EndLabel[] = complete
    ? [{ value: complete.value, name: nameOf(complete.period), number: formatValue(complete.value, unit, locale), className: "value" }]
    : [];
  if (open && !open.isComplete) {
    const number = formatValue(open.value, unit, locale, { isBare: complete !== undefined });
    const soFar = [nameOf(open.period), WORDS[locale].soFar].join(locale === "zh" ? "" : " ");
    labels.push({ value: open.value, name: soFar, number, className: "value-open" });
  }
  return labels;
}

/** `Sep`, `Q3`, or the year. */
function shortName(period: Period, locale: Locale, fiscalStart?: FiscalStart): string {
  const { part, year } = periodParts(period, locale, fiscalStart);
  return part || year;
}

/** What the rules and the band are. */
function ruleLabels({ unit, locale, limits = [], targets = [], benchmarks = [] }: TrendOptions): EndLabel[] {
  const bare = (value: number) => formatValue(value, unit, locale, { isBare: true });
  const target = targets.at(-1);
  const band = limits.at(-1);
  return [
    ...(target ? [{ value: target.value, name: WORDS[locale].target, number: bare(target.value), className: "muted" }] : []),
    ...benchmarks.map(({ value, label }) => ({ value, name: label, number: bare(value), className: "muted" })),
    ...(band ? [{ value: band.upper, name: WORDS[locale].usualRange, className: "faint" }] : []),
  ];
}
