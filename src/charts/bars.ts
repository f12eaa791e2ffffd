import { dot, type Markish, rect, ruleX, ruleY } from "@observablehq/plot";
import type { Direction } from "../analysis/direction.ts";
import type { Bound } from "../core/bound.ts";
import type { Unit } from "../core/units.ts";
import { formatValue, MISSING } from "../i18n/format.ts";
import { type ChartOptions, drawNothing } from "./drawing.ts";
import { courses } from "./parts/courses.ts";
import { hatch } from "./parts/hatch.ts";
import { type Label, writeLabels } from "./parts/label.ts";
import { LINE_HEIGHT, textWidth, widest } from "./parts/measure.ts";
import { rowHits, rowLayout } from "./parts/row-layout.ts";
import { classes, type Selectable, selectable, selectedClass } from "./parts/selected.ts";
import { swatches } from "./parts/swatch.ts";
import { drawChart } from "./plotted.ts";
import { isNarrow, WIDE } from "./widths.ts";

export interface BarRow extends Selectable {
  label: string;
  value: number | null;
  /** What the value says of the true one; by default it is it. */
  bound?: Bound | undefined;
  /** Number of underlying cases. */
  n: number;
  /** Value of the period before. */
  previous: number | null;
  /** Whether the value is withheld because its group is small; a hidden row shows no count. */
  isHidden: boolean;
  /** The mark of a member that stands out from chance, and what it means; by default none. */
  signal?: { mark: string; direction: Direction } | undefined;
  /** Its last values, oldest first, as a line of its own scale; by default none. */
  course?: readonly (number | null)[] | undefined;
  /** The difference from the period before in words; by default none. */
  change?: string | undefined;
}

export interface BarOptions extends ChartOptions {
  unit: Unit;
  /** A value to compare all rows with, such as that of the whole company. */
  reference?: { value: number; label: string } | undefined;
  /** What the tick in each row is; the period before by default. */
  previousLabel?: string | undefined;
  /** What stands above the lines, where rows have some. */
  courseLabel?: string | undefined;
}

const BAR = 14;
const GAP = 7;
const DOT = 5;
const HIDDEN = 28;
/** Width of the key to the previous period's tick. */
const KEY = 8;
const HEAD = LINE_HEIGHT + 9;
/** Width of the line of a row. */
const COURSE = 60;

/** One bar per row, or one dot where the scale has ends and a length would mislead, in the order given, with a tick for the period before; value and number of cases, where that is another, stand in columns at the right. */
export function barChart(rows: readonly BarRow[], options: BarOptions): SVGElement {
  if (rows.length === 0) return drawNothing("bars", options);
  const { width = WIDE, unit, forms, words, reference } = options;
  const layout = rowLayout(
    rows.map(({ label }) => label),
    { width, head: HEAD },
  );
  const texts = rows.map(({ value, bound, isHidden }) => (isHidden ? words.hidden : formatValue(value, unit, forms, { bound })));
  const domain = domainOf(rows, options);
  const counts = isCountOfCases(rows, unit) ? [] : rows.map(({ n, isHidden }) => (isHidden ? "" : formatValue(n, "count", forms)));
  const countWidth = isNarrow(width) || counts.length === 0 ? 0 : widest(["n", ...counts]) + 10;
  const marginLeft = layout.labelWidth + 1;
  const valueWidth = widest(texts);
  const marks = rows.map(({ signal, isHidden }) => (isHidden ? "" : (signal?.mark ?? "")));
  const markWidth = marks.some(Boolean) ? widest(marks) + 4 : 0;
  const hasCourse = rows.some(({ course }) => course);
  const changes = rows.map(({ change, isHidden }) => (isHidden ? "" : (change ?? "")));
  const changeWidth = changes.some(Boolean) ? widest(changes) + 2 * GAP : 0;
  // from the right: cases, difference, line, value
  const changeEnd = width - countWidth;
  const courseEnd = changeEnd - changeWidth;
  const valueEnd = courseEnd - (hasCourse ? COURSE + 2 * GAP : 0);
  const marginRight = markWidth + valueWidth + 2 * GAP + width - valueEnd;
  const scale = (value: number) => marginLeft + ((value - domain[0]) / (domain[1] - domain[0])) * (width - marginLeft - marginRight);
  const { ends } = forms.units[unit];
  const zero = ends?.[0] ?? 0;
  const shown = rows.map(({ value, isHidden, ...row }, index) => ({ ...row, value: isHidden ? null : value, isHidden, index }));
  const selectedOf = (row: number) => selectedClass(rows[row] ?? {});
  const hidden = shown.filter(({ isHidden }) => isHidden);
  const compared = shown.filter(({ value, previous }) => value !== null && previous !== null);
  return drawChart("bars", options, {
    height: layout.height,
    ...{ marginLeft, marginRight },
    x: domain,
    hits: () => rowHits(rows.length, { ...layout, width, head: HEAD }),
    marks: [
      ...(ends ? dots(shown, { domain, laneOf: layout.laneOf }) : bars(shown, layout.laneOf)),
      ruleX(ends ? [] : layout.lanes, { className: "baseline", x: zero, y1: "start", y2: "end" }),
      ruleX(reference ? layout.lanes : [], {
        ...{ className: "reference", x: reference?.value ?? 0, y1: "start", y2: "end" },
      }),
      ruleX(compared, {
        className: "previous",
        x: "previous",
        y1: ({ index }) => layout.laneOf(index) - BAR / 2 - 2,
        y2: ({ index }) => layout.laneOf(index) + BAR / 2 + 2,
        ...selectable(compared),
      }),
      swatches(hasPrevious(rows) ? [{ x: 0, y: 1, width: 1.5, height: LINE_HEIGHT - 2, className: "key" }] : []),
      courses(
        shown.flatMap(({ course, isHidden, isSelected, index }) =>
          course && !isHidden ? { values: course, x: courseEnd - COURSE, y: layout.laneOf(index), isSelected } : [],
        ),
        { width: COURSE, height: BAR },
      ),
      hatch(hidden.map(({ index }) => ({ x: scale(zero), y: layout.laneOf(index) - BAR / 2, width: HIDDEN, height: BAR }))),
      writeLabels([
        ...layout.labels.map((label) => ({ ...label, className: selectedOf(label.row) })),
        ...shown.map(({ value, isHidden, index }) => ({
          x: valueEnd,
          y: layout.laneOf(index),
          text: texts[index] ?? MISSING,
          className: classes(isHidden || value === null ? "muted" : undefined, selectedOf(index)),
          anchor: "end" as const,
        })),
        ...marks.map((text, index) => ({
          ...{ x: valueEnd - valueWidth - 4, y: layout.laneOf(index), text },
          className: classes(rows[index]?.signal?.direction, selectedOf(index)),
          anchor: "end" as const,
        })),
        ...changes.map((text, index) => ({
          ...{ x: changeEnd, y: layout.laneOf(index), text, anchor: "end" as const },
          className: classes("muted", selectedOf(index)),
        })),
        ...counts.map((text, index) => ({ x: width, y: layout.countOf(index), text, className: "muted", anchor: "end" as const })),
        ...head(rows, {
          ...options,
          width,
          referenceX: reference && scale(reference.value),
          courseX: hasCourse ? courseEnd : undefined,
          hasCounts: counts.length > 0,
        }),
      ]),
    ],
  });
}

/** Whether the values are the numbers of cases themselves, which then stand there once. */
export function isCountOfCases(rows: readonly Pick<BarRow, "value" | "n" | "isHidden">[], unit: Unit): boolean {
  if (unit !== "count") return false;
  const shown = rows.filter(({ isHidden }) => !isHidden);
  return shown.length > 0 && shown.every(({ value, n }) => value === n);
}

function domainOf(rows: readonly BarRow[], { unit, forms, reference }: BarOptions): readonly [number, number] {
  const { ends } = forms.units[unit];
  if (ends) return ends;
  const values = [0, reference?.value ?? 0, ...rows.flatMap(({ value, previous }) => [value ?? 0, previous ?? 0])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return [low, high > low ? high : low + 1];
}

type Shown = BarRow & { index: number };

function bars(rows: readonly Shown[], laneOf: (row: number) => number): Markish[] {
  const shown = rows.filter(({ value }) => value !== null);
  return [
    rect(shown, {
      ...{ className: "bar", ...selectable(shown) },
      ...{ x1: 0, x2: "value", y1: ({ index }) => laneOf(index) - BAR / 2, y2: ({ index }) => laneOf(index) + BAR / 2 },
    }),
  ];
}

function dots(
  rows: readonly Shown[],
  { domain, laneOf }: { domain: readonly [number, number]; laneOf: (row: number) => number },
): Markish[] {
  const y = ({ index }: Shown) => laneOf(index);
  const shown = rows.filter(({ value }) => value !== null);
  return [
    ruleY(shown, { className: "grid", y, x1: domain[0], x2: domain[1] }),
    dot(shown, { className: "dot", x: "value", y, r: DOT, ...selectable(shown) }),
  ];
}

const hasPrevious = (rows: readonly BarRow[]) =>
  rows.some(({ previous, value, isHidden }) => previous !== null && value !== null && !isHidden);

/** What the tick, the rule and the last column are, said once above the rows. */
function head(
  rows: readonly BarRow[],
  options: BarOptions & { width: number; referenceX?: number | undefined; courseX?: number | undefined; hasCounts: boolean },
): Label[] {
  const { width, forms, words, unit, reference, referenceX = 0, previousLabel, courseLabel = "", hasCounts } = options;
  const y = LINE_HEIGHT / 2;
  // lines may end below the numbers of cases, in whose head theirs is not to stand
  const courseX = options.courseX && Math.min(options.courseX, hasCounts ? width - textWidth("n") - GAP : width);
  const labels: Label[] = hasCounts ? [{ x: width, y, text: "n", className: "muted", anchor: "end" }] : [];
  if (courseX !== undefined) labels.push({ x: courseX, y, text: courseLabel, className: "muted", anchor: "end" });
  const legend = previousLabel ?? words.charts.previous;
  if (hasPrevious(rows)) labels.push({ x: KEY, y, text: legend, className: "muted", anchor: "start" });
  if (!reference) return labels;
  const text = `${reference.label} ${formatValue(reference.value, unit, forms)}`;
  const free = hasPrevious(rows) ? KEY + textWidth(legend) + 12 : 0;
  const end = courseX === undefined ? width - 24 : courseX - Math.max(COURSE, textWidth(courseLabel)) - 12;
  const start = Math.min(Math.max(referenceX - textWidth(text) / 2, free), end - textWidth(text));
  return [...labels, { x: start, y, text, className: "muted", anchor: "start" }];
}
