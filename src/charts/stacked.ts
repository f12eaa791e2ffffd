import { axisX, axisY, gridY, rect, ruleY, text } from "@observablehq/plot";
import { type FiscalStart, type Period, periodId } from "../core/periods.ts";
import type { Unit } from "../core/units.ts";
import { axisFormat, formatValue } from "../i18n/format.ts";
import { type EndLabel, endLabels, endMargin } from "./parts/end-labels.ts";
import { hiddenRuns } from "./parts/hidden-runs.ts";
import { LINE_HEIGHT, textWidth, widest } from "./parts/measure.ts";
import { middleOf, timeLabels } from "./parts/time-axis.ts";
import { valueTicks } from "./parts/value-axis.ts";
import { WORDS } from "./parts/words.ts";
import { type ChartOptions, drawChart, drawNothing, WIDE } from "./svg.ts";

export interface StackedRow {
  period: Period;
  member: string;
  /** Not negative; null where nothing is known. */
  value: number | null;
  isComplete: boolean;
  isHidden: boolean;
}

export interface StackedOptions extends ChartOptions {
  unit: Unit;
  fiscalStart?: FiscalStart | undefined;
  height?: number | undefined;
}

interface Segment {
  period: Period;
  member: string;
  shade: number;
  from: number;
  to: number;
  isComplete: boolean;
}

/** Columns over time, split by member in the order in which the members first occur, from the base up; at most five tell apart. */
export function stackedChart(rows: readonly StackedRow[], options: StackedOptions): SVGElement {
  const segments = stack(rows);
  const hidden = rows.filter(({ isHidden }) => isHidden).map(({ period }) => period);
  if (segments.length === 0 && hidden.length === 0) return drawNothing("stacked", options);
  const { width = WIDE, unit, locale } = options;
  const isNarrow = width < 480;
  const periods = periodsOf(rows);
  const totals = totalsOf(segments);
  const ticks = valueTicks([0, ...totals.map(({ to }) => to)], unit, isNarrow ? 4 : 5);
  const { label, format } = axisFormat(unit, locale, ticks);
  const ends = memberLabels(segments, options);
  const marginLeft = Math.ceil(widest(ticks.map(format))) + 8;
  const marginRight = endMargin(ends, isNarrow ? 92 : 160);
  const room = (width - marginLeft - marginRight) / periods.length;
  const labels = timeLabels(periods, { ...options, room });
  const hasTotals = room > widest(totals.map(({ to }) => format(to)));
  const marginTop = LINE_HEIGHT + 10;
  const gap = ((periods[0]?.end ?? 0) - (periods[0]?.start ?? 0) + 1) * (room > 12 ? 0.14 : 0.06);
  const segment = { x1: ({ period }: Segment) => period.start + gap, x2: ({ period }: Segment) => period.end + 1 - gap, y1: "from", y2: "to" };
  const shades = [...new Set(segments.map(({ shade }) => shade))];
  return drawChart("stacked", options, {
    height: (options.height ?? (isNarrow ? 170 : 210)) + marginTop + 40,
    ...{ marginLeft, marginRight, marginTop, marginBottom: 40 },
    x: { type: "linear", domain: [periods[0]?.start ?? 0, (periods.at(-1)?.end ?? 0) + 1], axis: null },
    y: { domain: [0, ticks.at(-1) ?? 1], axis: null },
    marks: [
      gridY(ticks, { className: "grid" }),
      axisY(ticks, { className: "tick", tickSize: 0, tickFormat: format, label: null }),
      text([label], { className: "tick", frameAnchor: "top-left", dx: -marginLeft, dy: -LINE_HEIGHT - 6, textAnchor: "start" }),
      ...shades.flatMap((shade) => {
        const own = segments.filter((each) => each.shade === shade);
        return [
          rect(own.filter(({ isComplete }) => isComplete), { className: `shade shade-${shade}`, ...segment, insetTop: 1 }),
          rect(own.filter(({ isComplete }) => !isComplete), { className: `shade shade-${shade} hollow`, ...segment, insetTop: 1 }),
        ];
      }),
      ruleY([0], { className: "baseline" }),
      axisX(labels.map(({ period }) => middleOf(period)), {
        ...{ className: "tick", tickSize: 4, tickPadding: 4, lineHeight: 1.2, label: null },
        tickFormat: (_: number, index: number) => labels[index]?.text ?? "",
      }),
      text(hasTotals ? totals : [], { className: "total halo", x: ({ period }: Segment) => middleOf(period), y: "to", dy: -8, text: ({ to }: Segment) => format(to) }),
      hiddenRuns(hidden, WORDS[locale].hidden, room < textWidth(WORDS[locale].hidden)),
      endLabels(ends),
    ],
  });
}

/** A column with a withheld part is left out whole: its height would tell the part. */
function stack(rows: readonly StackedRow[]): Segment[] {
  const members = [...new Set(rows.map(({ member }) => member))];
  return periodsOf(rows).flatMap((period) => {
    const own = rows.filter((row) => row.period.start === period.start);
    let top = 0;
    if (own.some(({ isHidden }) => isHidden)) return [];
    return members.flatMap((member, shade) => {
      const row = own.find((each) => each.member === member);
      if (!row?.value) return [];
      top += row.value;
      return [{ period, member, shade: Math.min(shade, 4), from: top - row.value, to: top, isComplete: row.isComplete }];
    });
  });
}

const periodsOf = (rows: readonly StackedRow[]): Period[] => {
  const byId = new Map(rows.map(({ period }) => [periodId(period), period]));
  return [...byId.values()].sort((a, b) => a.start - b.start);
};

/** The topmost segment of each column. */
const totalsOf = (segments: readonly Segment[]) => segments.filter(({ period }, index) => segments[index + 1]?.period.start !== period.start);

/** The members at the heights that they have in the last complete column, or in the last of all. */
function memberLabels(segments: readonly Segment[], { unit, locale }: StackedOptions): EndLabel[] {
  const column = (segments.findLast(({ isComplete }) => isComplete) ?? segments.at(-1))?.period.start;
  return segments
    .filter(({ period }) => period.start === column)
    .map(({ member, shade, from, to }) => ({
      value: (from + to) / 2,
      text: `${member} ${formatValue(to - from, unit, locale)}`,
      className: `shade-text shade-text-${shade}`,
    }));
}
