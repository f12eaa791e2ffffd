import { type Markish, rect, text } from "@observablehq/plot";
import { type FiscalStart, type Period, periodId } from "../core/periods.ts";
import type { Unit } from "../core/units.ts";
import { type ChartOptions, drawNothing } from "./drawing.ts";
import { type EndLabel, endHits, endLabels, endMargin, periodLabel } from "./parts/end-labels.ts";
import { hiddenRuns } from "./parts/hidden-runs.ts";
import { columnHits } from "./parts/hits.ts";
import { textWidth, widest } from "./parts/measure.ts";
import { classes, type Selectable, selectable, selectedClass } from "./parts/selected.ts";
import { timeAxis, timeLabels } from "./parts/time-axis.ts";
import { middleOf } from "./parts/time-scale.ts";
import { UNIT_HEIGHT, valueAxis, valueTicks } from "./parts/value-axis.ts";
import { drawChart } from "./plotted.ts";
import { isNarrow, WIDE } from "./widths.ts";

export interface StackedRow extends Selectable {
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
  /** What stands beside the name of a member, in words, and the name of the period that it is of. */
  numberOf: (member: string) => string;
  numbersOf: string;
  height?: number | undefined;
}

interface Segment extends Selectable {
  period: Period;
  member: string;
  /** Place among the members. */
  rank: number;
  shade: number;
  from: number;
  to: number;
  isComplete: boolean;
}

/**
 * Columns over time, split by member in the order in which the members first occur, from the base up; at most five can be distinguished.
 * Live, a column has the place of its period as key; a name beside the columns has the member's place, counted on behind the periods.
 */
export function stackedChart(rows: readonly StackedRow[], options: StackedOptions): SVGElement {
  const segments = stack(rows);
  const hidden = rows.filter(({ isHidden }) => isHidden).map(({ period }) => period);
  if (segments.length === 0 && hidden.length === 0) return drawNothing("stacked", options);
  const { width = WIDE, words } = options;
  const periods = periodsOf(rows);
  const totals = totalsOf(segments);
  const axis = valueAxis(valueTicks([0, ...totals.map(({ to }) => to)], options, isNarrow(width) ? 4 : 5), options);
  const members = memberLabels(segments, options).map(({ rank, ...label }) => ({ ...label, key: periods.length + rank }));
  const ends = members.length > 0 ? [periodLabel(options.numbersOf, axis.y), ...members] : [];
  const marginRight = endMargin(ends, isNarrow(width) ? 92 : 160);
  const room = (width - axis.marginLeft - marginRight) / periods.length;
  const time = timeAxis(timeLabels(periods, { ...options, room }));
  const word = words.hidden;
  return drawChart("stacked", options, {
    height: (options.height ?? (isNarrow(width) ? 170 : 210)) + UNIT_HEIGHT + time.marginBottom,
    ...{ marginLeft: axis.marginLeft, marginRight, marginTop: UNIT_HEIGHT, marginBottom: time.marginBottom },
    x: [periods[0]?.start ?? 0, (periods.at(-1)?.end ?? 0) + 1],
    y: axis.y,
    hits: (frame) => [
      ...columnHits(
        periods.map(({ start, end }, key) => ({ key, start, end: end + 1 })),
        frame,
      ),
      ...endHits(ends, frame),
    ],
    marks: [
      ...axis.marks,
      ...columns(segments, room > 12 ? 0.14 : 0.06),
      axis.baseline,
      time.mark,
      ...totalLabels(totals, { room, format: axis.format }),
      hiddenRuns(hidden, word, room < textWidth(word)),
      endLabels(ends),
    ],
  });
}

/** The segments shade by shade; `gap` is the share of a period left free on either side of its column. */
function columns(segments: readonly Segment[], gap: number): Markish[] {
  const inset = ({ start, end }: Period) => (end - start + 1) * gap;
  const place = {
    ...{ x1: ({ period }: Segment) => period.start + inset(period), x2: ({ period }: Segment) => period.end + 1 - inset(period) },
    ...{ y1: "from", y2: "to", insetTop: 1 },
  };
  return [...new Set(segments.map(({ shade }) => shade))].flatMap((shade) => {
    const own = segments.filter((segment) => segment.shade === shade);
    const [whole, open] = [own.filter(({ isComplete }) => isComplete), own.filter(({ isComplete }) => !isComplete)];
    return [
      rect(whole, { className: `shade shade-${shade}`, ...place, ...selectable(whole) }),
      rect(open, { className: `shade shade-${shade} hollow`, ...place, ...selectable(open) }),
    ];
  });
}

/** Height of each column above it, if there is room for all. */
function totalLabels(totals: readonly Segment[], { room, format }: { room: number; format: (value: number) => string }): Markish[] {
  const numbers = totals.map(({ to }) => format(to));
  if (room < widest(numbers) + 6) return [];
  return [text(totals, { className: "total halo", x: ({ period }: Segment) => middleOf(period), y: "to", dy: -8, text: numbers })];
}

/** A column with a withheld part is left out whole: its height would give the part away. */
function stack(rows: readonly StackedRow[]): Segment[] {
  const members = [...new Set(rows.map(({ member }) => member))];
  return periodsOf(rows).flatMap((period) => {
    const own = rows.filter((row) => row.period.start === period.start);
    let top = 0;
    if (own.some(({ isHidden }) => isHidden)) return [];
    return members.flatMap((member, rank) => {
      const row = own.find((each) => each.member === member);
      if (!row?.value) return [];
      top += row.value;
      return [
        {
          period,
          member,
          rank,
          shade: Math.min(rank, 4),
          from: top - row.value,
          to: top,
          isComplete: row.isComplete,
          isSelected: row.isSelected,
        },
      ];
    });
  });
}

const periodsOf = (rows: readonly StackedRow[]): Period[] => {
  const byId = new Map(rows.map(({ period }) => [periodId(period), period]));
  return [...byId.values()].sort((a, b) => a.start - b.start);
};

/** The topmost segment of each column. */
const totalsOf = (segments: readonly Segment[]) =>
  segments.filter(({ period }, index) => segments[index + 1]?.period.start !== period.start);

/** The members at the heights that they have in the last complete column, or in the last of all. */
function memberLabels(segments: readonly Segment[], { numberOf }: StackedOptions): (EndLabel & { rank: number })[] {
  const column = (segments.findLast(({ isComplete }) => isComplete) ?? segments.at(-1))?.period.start;
  return segments
    .filter(({ period }) => period.start === column)
    .map(({ member, rank, shade, from, to, isSelected }) => ({
      rank,
      value: (from + to) / 2,
      name: member,
      number: numberOf(member),
      className: classes(`shade-text shade-text-${shade}`, selectedClass({ isSelected })) ?? "",
    }));
}
