import { axisX, dot, line, type Markish, text } from "@observablehq/plot";
import type { Unit } from "../core/units.ts";
import { formatValue } from "../i18n/format.ts";
import { type ChartOptions, drawNothing } from "./drawing.ts";
import { type EndLabel, endHits, endLabels, endMargin, fullText } from "./parts/end-labels.ts";
import type { Frame } from "./parts/frame.ts";
import { columnHits, type Hit } from "./parts/hits.ts";
import { niceTicks, UNIT_HEIGHT, valueAxis, valueTicks } from "./parts/value-axis.ts";
import { drawChart } from "./plotted.ts";
import { isNarrow, WIDE } from "./widths.ts";

export interface LinesRow {
  /** Name of the line that the point belongs to. */
  series: string;
  /** A step that all series share, such as months since launch. */
  x: number;
  value: number | null;
  /** Whether the series stands out; at most four do, the others are grey. */
  emphasis?: boolean | undefined;
}

export interface LinesOptions extends ChartOptions {
  unit: Unit;
  /** What `x` counts. */
  xLabel: string;
  height?: number | undefined;
}

const MOST_EMPHASISED = 4;
const MOST_LABELS = 9;

/** Height of ticks and caption below the plot. */
const BELOW = 42;

interface Series {
  name: string;
  rows: LinesRow[];
  /** Place among all. */
  place: number;
  /** Place among those that stand out, or -1. */
  rank: number;
}

/**
 * Several series over a common numeric axis, named at their ends.
 * Live, a step has its place as key; a name in the margin has its place among the series, counted on behind the steps.
 */
export function linesChart(rows: readonly LinesRow[], options: LinesOptions): SVGElement {
  const values = rows.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return drawNothing("lines", options);
  const { width = WIDE, xLabel } = options;
  const all = seriesOf(rows);
  const axis = valueAxis(valueTicks(values, options, isNarrow(width) ? 4 : 5), options);
  const steps = [...new Set(rows.map(({ x }) => x))].sort((one, other) => one - other);
  const domain = [steps[0] ?? 0, steps.at(-1) ?? 0] as const;
  const labels = labelsOf(all, options).map(({ place, ...label }) => ({ ...label, key: steps.length + place }));
  const ends = labels.filter(({ x }) => x === domain[1]);
  return drawChart("lines", options, {
    height: (options.height ?? (isNarrow(width) ? 190 : 230)) + UNIT_HEIGHT + BELOW,
    ...{
      marginLeft: axis.marginLeft,
      marginRight: endMargin(ends, isNarrow(width) ? 96 : 170),
      marginTop: UNIT_HEIGHT,
      marginBottom: BELOW,
    },
    x: domain[1] > domain[0] ? domain : [domain[0] - 1, domain[0] + 1],
    y: axis.y,
    hits: (frame) => [...stepHits(steps, frame), ...endHits(ends, frame)],
    marks: [
      ...axis.marks,
      axis.baseline,
      axisX(stepTicks(domain, isNarrow(width) ? 6 : 12), {
        className: "tick",
        tickSize: 4,
        tickPadding: 4,
        tickFormat: String,
        label: null,
      }),
      text([xLabel], { className: "tick", frameAnchor: "bottom", dy: 38 }),
      ...[...all].sort(greyFirst).flatMap(drawSeries),
      ...labels.filter(({ x }) => x < domain[1]).map(earlyLabel),
      endLabels(ends),
    ],
  });
}

/** A column around each step, up to halfway to the next. */
function stepHits(steps: readonly number[], frame: Frame): Hit[] {
  const columns = steps.map((x, key) => {
    const [before, after] = [steps[key - 1], steps[key + 1]];
    const reach = ((after ?? x + 1) - (before ?? x - 1)) / 4;
    return { key, start: before === undefined ? x - reach : (before + x) / 2, end: after === undefined ? x + reach : (x + after) / 2 };
  });
  return columnHits(columns, frame);
}

const stepTicks = ([low, high]: readonly [number, number], count: number) =>
  niceTicks(low, high, count).filter((tick) => Number.isInteger(tick) && tick >= low && tick <= high);

/** So that what stands out is drawn over what does not, and the first over all. */
const greyFirst = (one: Series, other: Series) => (one.rank < 0 ? -1 : other.rank < 0 ? 1 : other.rank - one.rank);

function seriesOf(rows: readonly LinesRow[]): Series[] {
  let rank = 0;
  return [...new Set(rows.map(({ series }) => series))].map((name, place) => {
    const own = rows.filter(({ series }) => series === name).sort((a, b) => a.x - b.x);
    const stands = own.some(({ emphasis }) => emphasis) && rank < MOST_EMPHASISED;
    return { name, rows: own, place, rank: stands ? rank++ : -1 };
  });
}

const classOf = ({ rank }: Series) => (rank < 0 ? "other" : `series-${rank}`);

/** The line, and a dot for each value that has no neighbour. */
function drawSeries(series: Series): Markish[] {
  const { rows } = series;
  const isAlone = (_: LinesRow, index: number) => [rows[index - 1], rows[index + 1]].every((other) => (other?.value ?? null) === null);
  return [
    line(rows, { className: `line ${classOf(series)}`, x: "x", y: "value" }),
    dot(
      rows.filter((row, index) => row.value !== null && isAlone(row, index)),
      { className: `dot ${classOf(series)}`, x: "x", y: "value", r: 2.5 },
    ),
  ];
}

/** Names of the series at their last values; of the grey ones only where all have room. */
function labelsOf(all: readonly Series[], { unit, forms }: LinesOptions): (EndLabel & { x: number; place: number })[] {
  const shown = all.length <= MOST_LABELS ? all : all.filter(({ rank }) => rank >= 0);
  return shown.flatMap(({ name, rows, place, rank }) => {
    const last = rows.findLast(({ value }) => value !== null);
    if (!last || last.value === null) return [];
    const at = { x: last.x, value: last.value, name, place };
    if (rank < 0) return [{ ...at, className: "faint" }];
    return [{ ...at, number: formatValue(last.value, unit, forms), className: `strong name-${rank}` }];
  });
}

/** A series that ends before the others is named where it ends. */
const earlyLabel = ({ x, value, className, ...label }: EndLabel & { x: number }): Markish =>
  text([fullText(label)], { className: `halo ${className}`, x: () => x, y: () => value, text: String, textAnchor: "start", dx: 8 });
