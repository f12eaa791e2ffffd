import { axisX, axisY, dot, gridY, line, type Markish, ruleY, text } from "@observablehq/plot";
import type { Unit } from "../core/units.ts";
import { axisFormat, formatValue } from "../i18n/format.ts";
import { type EndLabel, endLabels, endMargin } from "./parts/end-labels.ts";
import { LINE_HEIGHT, widest } from "./parts/measure.ts";
import { niceTicks, valueTicks } from "./parts/value-axis.ts";
import { type ChartOptions, drawChart, drawNothing, WIDE } from "./svg.ts";

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

interface Series {
  name: string;
  rows: LinesRow[];
  /** Place among those that stand out, or -1. */
  rank: number;
}

/** Several series over a common numeric axis, named at their ends. */
export function linesChart(rows: readonly LinesRow[], options: LinesOptions): SVGElement {
  const values = rows.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return drawNothing("lines", options);
  const { width = WIDE, unit, locale, xLabel } = options;
  const isNarrow = width < 480;
  const all = seriesOf(rows);
  const ticks = valueTicks(values, unit, isNarrow ? 4 : 5);
  const { label, format } = axisFormat(unit, locale, ticks);
  const steps = rows.map(({ x }) => x);
  const domain = [Math.min(...steps), Math.max(...steps)] as const;
  const named = labelsOf(all, options);
  const ends = named.filter(({ x }) => x === domain[1]);
  const marginLeft = Math.ceil(widest(ticks.map(format))) + 8;
  const marginTop = LINE_HEIGHT + 10;
  const xTicks = niceTicks(...domain, isNarrow ? 6 : 12).filter((tick) => Number.isInteger(tick) && tick >= domain[0] && tick <= domain[1]);
  return drawChart("lines", options, {
    height: (options.height ?? (isNarrow ? 190 : 230)) + marginTop + 42,
    ...{ marginLeft, marginRight: endMargin(ends, isNarrow ? 96 : 170), marginTop, marginBottom: 42 },
    x: { type: "linear", domain: domain[1] > domain[0] ? [...domain] : [domain[0] - 1, domain[0] + 1], axis: null },
    y: { domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1], axis: null },
    marks: [
      gridY(ticks, { className: "grid" }),
      ticks.includes(0) ? ruleY([0], { className: "baseline" }) : null,
      axisY(ticks, { className: "tick", tickSize: 0, tickFormat: format, label: null }),
      text([label], { className: "tick", frameAnchor: "top-left", dx: -marginLeft, dy: -LINE_HEIGHT - 6, textAnchor: "start" }),
      axisX(xTicks, { className: "tick", tickSize: 4, tickPadding: 4, tickFormat: String, label: null }),
      text([xLabel], { className: "tick", frameAnchor: "bottom", dy: 38 }),
      ...[...all].sort((a, b) => (a.rank < 0 ? -1 : b.rank < 0 ? 1 : b.rank - a.rank)).flatMap(drawSeries),
      ...named.filter(({ x }) => x < domain[1]).map(earlyLabel),
      endLabels(ends),
    ],
  });
}

function seriesOf(rows: readonly LinesRow[]): Series[] {
  let rank = 0;
  return [...new Set(rows.map(({ series }) => series))].map((name) => {
    const own = rows.filter(({ series }) => series === name).sort((a, b) => a.x - b.x);
    const stands = own.some(({ emphasis }) => emphasis) && rank < MOST_EMPHASISED;
    return { name, rows: own, rank: stands ? rank++ : -1 };
  });
}

const classOf = ({ rank }: Series) => (rank < 0 ? "other" : `series-${rank}`);

/** The line, and a dot for each value that has no neighbour. */
function drawSeries(series: Series) {
  const { rows } = series;
  const isAlone = (_: LinesRow, index: number) => [rows[index - 1], rows[index + 1]].every((other) => (other?.value ?? null) === null);
  return [
    line(rows, { className: `line ${classOf(series)}`, x: "x", y: "value" }),
    dot(rows.filter((row, index) => row.value !== null && isAlone(row, index)), { className: `dot ${classOf(series)}`, x: "x", y: "value", r: 2.5 }),
  ];
}

/** Names of the series at their last values; of the grey ones only where all have room. */
function labelsOf(all: readonly Series[], { unit, locale }: LinesOptions): (EndLabel & { x: number })[] {
  const shown = all.length <= MOST_LABELS ? all : all.filter(({ rank }) => rank >= 0);
  return shown.flatMap((series) => {
    const last = series.rows.findLast(({ value }) => value !== null);
    if (!last || last.value === null) return [];
    const name = series.rank < 0 ? series.name : `${series.name} ${formatValue(last.value, unit, locale)}`;
    return [{ x: last.x, value: last.value, text: name, className: series.rank < 0 ? "faint" : `strong name-${series.rank}` }];
  });
}

/** A series that ends before the others is named where it ends. */
const earlyLabel = ({ x, value, text: name, className }: EndLabel & { x: number }): Markish =>
  text([name], { className: `halo ${className}`, x: () => x, y: () => value, text: String, textAnchor: "start", dx: 8 });
