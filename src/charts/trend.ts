import { type Markish, rect, ruleY } from "@observablehq/plot";
import type { FiscalStart, Month, Period } from "../core/periods.ts";
import type { Unit } from "../core/units.ts";
import { formatValue, periodParts } from "../i18n/format.ts";
import type { Forms } from "../i18n/forms.ts";
import { type ChartOptions, drawNothing } from "./drawing.ts";
import { type AgainstPoint, againstLabels, comparable, drawAgainst } from "./parts/against.ts";
import { heldTo, markBeyond } from "./parts/beyond.ts";
import { type EndLabel, endLabels, endMargin } from "./parts/end-labels.ts";
import { type ChartEvent, eventMarks } from "./parts/event-marks.ts";
import { type Festivals, festivalBands } from "./parts/festival-bands.ts";
import { hiddenRuns } from "./parts/hidden-runs.ts";
import { columnHits } from "./parts/hits.ts";
import { LINE_HEIGHT } from "./parts/measure.ts";
import { periodMark } from "./parts/period-mark.ts";
import { drawPoints, type TrendPoint } from "./parts/points.ts";
import { timeAxis, timeLabels } from "./parts/time-axis.ts";
import { UNIT_HEIGHT, valueAxis, valueTicks } from "./parts/value-axis.ts";
import { drawChart } from "./plotted.ts";
import { isNarrow, WIDE } from "./widths.ts";

export type { AgainstPoint, ChartEvent, TrendPoint };

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
  /** What the targets are called, where they are limits that were promised; else targets. */
  targetName?: string | undefined;
  benchmarks?: readonly { value: number; label: string }[] | undefined;
  /** Oldest first. */
  events?: readonly ChartEvent[] | undefined;
  /** Days off that return every year, and what they are called; none by default. */
  festivals?: Festivals | undefined;
  /** The period that the page is about, marked on the time axis. */
  period?: Period | undefined;
  /** What the period is compared with, marked on the time axis where it is another. */
  againstPeriod?: Period | undefined;
  /** Points to compare with; only the complete ones are shown, and the last of them is named. */
  against?: readonly AgainstPoint[] | undefined;
  /** Lowest and highest value that the value axis must reach, in place of those of this drawing: drawings with the same limits have the same axis. */
  domain?: readonly [number, number] | undefined;
  /** The value axis need not reach higher: what lies beyond its end is drawn at it, with its number. Default none. */
  most?: number | undefined;
  /** Height of the plot without axis and events, in units of the drawing. */
  height?: number | undefined;
}

/** Height of a plot that shows only which periods are hidden. */
const NO_VALUES = 36;

const until = ({ end }: { end: Month }) => end + 1;

/** A metric over time. A missing value leaves a gap, a hidden one is hatched, an unfinished period is hollow. */
export function trendChart(points: readonly TrendPoint[], options: TrendOptions): SVGElement {
  const hidden = points.filter(({ isHidden }) => isHidden).map(({ period }) => period);
  if (hidden.length === 0 && points.every(({ value }) => value === null)) return drawNothing("trend", options);
  const { width = WIDE, unit, forms, words, benchmarks = [] } = options;
  const domain = domainOf(points);
  const against = comparable(options.against, domain);
  const { limits, targets } = within(options, domain);
  const all = [...valuesOf(points, limits, targets, benchmarks), ...against.flatMap(({ value }) => value ?? [])];
  const values = all.map((value) => Math.min(value, options.most ?? value));
  const ticks = valueTicks(values.length > 0 ? (options.domain ?? values) : values, options, isNarrow(width) ? 4 : 5);
  const axis = valueAxis(values.length > 0 ? ticks : [], options);
  const edge = options.most === undefined ? Number.POSITIVE_INFINITY : axis.y[1];
  const bare = (value: number) => formatValue(value, unit, forms, { isBare: true });
  const compared = againstLabels(against, domain, { format: bare, edge });
  const named = [...pointLabels(points, options), ...compared.ends, ...ruleLabels({ ...options, limits, targets })];
  const ends = named.map((end) => ({ ...end, value: Math.min(end.value, edge) }));
  const marginRight = endMargin(ends, isNarrow(width) ? 104 : 150);
  const range = [axis.marginLeft, width - marginRight] as const;
  const far = [...against, ...points].some(({ value }) => value !== null && value > edge);
  const events = eventMarks(options.events, { domain, range, left: axis.unitWidth, above: far ? LINE_HEIGHT : 0 });
  const room = (range[1] - range[0]) / points.length;
  const periods = points.map(({ period }) => period);
  const time = timeAxis(timeLabels(periods, { ...options, room }));
  const marginTop = events.height + UNIT_HEIGHT;
  const height = values.length > 0 ? (options.height ?? (isNarrow(width) ? 170 : 210)) : NO_VALUES;
  return drawChart("trend", options, {
    height: height + marginTop + time.marginBottom,
    ...{ marginLeft: axis.marginLeft, marginRight, marginTop, marginBottom: time.marginBottom },
    x: domain,
    y: axis.y,
    hits: (frame) =>
      columnHits(
        points.map(({ period: { start, end } }, key) => ({ key, start, end: end + 1 })),
        { ...frame, marginTop: 0 },
      ),
    marks: [
      festivalBands(options.festivals, domain, { events: options.events, lines: [heldTo(points, edge), heldTo(against, edge)] }),
      ...axis.marks,
      ...variation(limits, ticks),
      axis.baseline,
      time.mark,
      periodMark(options.againstPeriod, domain, axis.y[0], "against"),
      periodMark(options.period, domain, axis.y[0]),
      ruleY(targets, { className: "target", y: "value", x1: "start", x2: until }),
      ruleY(benchmarks, { className: "benchmark", y: "value" }),
      events.mark,
      hiddenRuns(hidden, words.hidden),
      ...drawAgainst(heldTo(against, edge)),
      ...drawPoints(heldTo(points, edge)),
      markBeyond([...against, ...points], edge, { width: (range[1] - range[0]) / (domain[1] - domain[0]), format: bare }),
      ...compared.marks,
      endLabels(ends),
    ],
  });
}

const domainOf = (points: readonly TrendPoint[]): [Month, Month] => [points[0]?.period.start ?? 0, (points.at(-1)?.period.end ?? 0) + 1];

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
function pointLabels(points: readonly TrendPoint[], { unit, forms, fiscalStart }: TrendOptions): EndLabel[] {
  const shown = points.flatMap(({ value, ...rest }) => (value === null ? [] : [{ ...rest, value }]));
  const complete = shown.findLast(({ isComplete }) => isComplete);
  const open = shown.at(-1);
  const nameOf = (period: Period) => shortName(period, forms, fiscalStart);
  const labels: EndLabel[] = complete
    ? [
        {
          value: complete.value,
          name: nameOf(complete.period),
          number: formatValue(complete.value, unit, forms, { bound: complete.bound }),
          className: "value",
        },
      ]
    : [];
  if (open && !open.isComplete) {
    const number = formatValue(open.value, unit, forms, { isBare: complete !== undefined, bound: open.bound });
    labels.push({ value: open.value, name: forms.soFar(nameOf(open.period)), number, className: "value-open" });
  }
  return labels;
}

/** `Sep`, `Q3`, or the year. */
function shortName(period: Period, forms: Forms, fiscalStart?: FiscalStart): string {
  const { part, year } = periodParts(period, forms, fiscalStart);
  return part || year;
}

/** What the rules and the band are. */
function ruleLabels({ unit, forms, words, limits = [], targets = [], targetName, benchmarks = [] }: TrendOptions): EndLabel[] {
  const bare = (value: number) => formatValue(value, unit, forms, { isBare: true });
  const target = targets.at(-1);
  const band = limits.at(-1);
  return [
    ...(target ? [{ value: target.value, name: targetName ?? words.target, number: bare(target.value), className: "muted" }] : []),
    ...benchmarks.map(({ value, label }) => ({ value, name: label, number: bare(value), className: "muted" })),
    ...(band ? [{ value: band.upper, name: words.charts.usualRange, className: "faint" }] : []),
  ];
}
