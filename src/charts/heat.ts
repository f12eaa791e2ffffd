import { type Markish, rect } from "@observablehq/plot";
import type { Bound } from "../core/bound.ts";
import type { Unit } from "../core/units.ts";
import { axisFormat, formatValue, MISSING, signed } from "../i18n/format.ts";
import { type ChartOptions, drawNothing } from "./drawing.ts";
import { svgElement, translated } from "./parts/element.ts";
import { ownMark } from "./parts/frame.ts";
import { hatch } from "./parts/hatch.ts";
import { type Label, writeLabels } from "./parts/label.ts";
import { ENLARGED, LINE_HEIGHT, shortened, widest, wrap } from "./parts/measure.ts";
import { classes, type Selectable, selectable, selectedClass } from "./parts/selected.ts";
import { drawChart } from "./plotted.ts";
import { WIDE } from "./widths.ts";

export interface HeatCell extends Selectable {
  row: string;
  column: string;
  value: number | null;
  /** What the value says of the true one; by default it is it. */
  bound?: Bound | undefined;
  /** Whether the value is withheld because its group is small. */
  isHidden: boolean;
}

export interface HeatOptions extends ChartOptions {
  unit: Unit;
  /** Order of the rows and columns; without it, that in which they first occur. */
  rows?: readonly string[] | undefined;
  columns?: readonly string[] | undefined;
  /** What the rows and columns are, such as `From ↓ to →`; stands in the corner. */
  corner?: string | undefined;
}

/** The faintest and the strongest shade, chosen so that text on them stays legible in light and dark. */
export const SHADES = [0.05, 0.5] as const;

const ROW = 30;
/** From this many rows on they are lower, with names of a line; of so many columns the cells have no room for numbers, which the table has. */
const DENSE = 17;
const DENSE_ROW = 24;
const HEAD_LINES = 3;

/** Where rows and columns meet, in units of the drawing. */
interface Grid {
  left: number;
  top: number;
  cellWidth: number;
  rowHeight: number;
  rowNames: readonly string[];
  columnNames: readonly string[];
}

/** A table of values, the larger the darker. Missing is a dash, hidden is hatched. */
export function heatChart(cells: readonly HeatCell[], options: HeatOptions): SVGElement {
  const rowNames = options.rows ?? [...new Set(cells.map(({ row }) => row))];
  const columnNames = options.columns ?? [...new Set(cells.map(({ column }) => column))];
  if (rowNames.length === 0 || columnNames.length === 0) return drawNothing("heat", options);
  const { width = WIDE, words } = options;
  const left = Math.min(Math.ceil(widest(rowNames) * ENLARGED) + 6, width * 0.3);
  const cellWidth = (width - left) / columnNames.length;
  const { heads, isUpright } = headsOf(columnNames, (cellWidth - 4) / ENLARGED);
  const headHeight = isUpright ? Math.ceil(widest(heads.flat())) + 8 : Math.max(...heads.map(({ length }) => length)) * LINE_HEIGHT + 6;
  const top = headHeight + LINE_HEIGHT + 4;
  const isDense = rowNames.length >= DENSE;
  const rowHeight = isDense ? DENSE_ROW : ROW;
  const shortNames = shortened(rowNames, left - 6);
  const grid = { left, top, cellWidth, rowHeight, rowNames, columnNames };
  const placed = placesOf(cells, grid);
  const box = ({ x, y }: { x: number; y: number }) => ({
    x: left + x * cellWidth + 1,
    y: top + y * rowHeight + 1,
    width: cellWidth - 2,
    height: rowHeight - 2,
  });
  const hidden = placed.filter(({ cell }) => cell?.isHidden);
  const foot = top + rowNames.length * rowHeight;
  const texts = textOf(cells, options);
  return drawChart("heat", options, {
    height: foot + (hidden.length > 0 ? LINE_HEIGHT + 10 : 1),
    hits: () => placed.flatMap(({ key, ...place }) => (key < 0 ? [] : [{ key, ...box(place) }])),
    marks: [
      shades(placed, { cells, options, box }),
      hatch(hidden.length > 0 ? [...hidden.map(box), { x: left + 1, y: foot + 10, width: 20, height: 10 }] : []),
      writeLabels([
        { x: 0, y: LINE_HEIGHT / 2, text: [options.corner, texts.unit].filter(Boolean).join(" · "), className: "muted", anchor: "start" },
        ...rowNames.flatMap((name, row) =>
          rowLabel(isDense ? [shortNames[row] ?? name] : wrap(name, left - 6), top + (row + 0.5) * rowHeight),
        ),
        ...(hidden.length > 0 ? [{ x: left + 28, y: foot + 15, text: words.hidden, className: "muted", anchor: "start" as const }] : []),
        ...(isUpright ? [] : headLabels(heads, grid)),
        ...(columnNames.length < DENSE ? placed : []).map(({ x, y, cell }) =>
          cellLabel(cell, { x: left + (x + 0.5) * cellWidth, y: top + (y + 0.5) * rowHeight, format: texts.format }),
        ),
      ]),
      isUpright ? uprightHeads(heads.flat(), grid) : null,
    ],
  });
}

/** Names of columns in a few lines; where one would be cut or torn, all are set from top to bottom in Chinese and turned upright in Latin. */
function headsOf(names: readonly string[], width: number): { heads: string[][]; isUpright: boolean } {
  const wrapped = names.map((name) => wrap(name, width, HEAD_LINES));
  const isTorn = (lines: readonly string[]) => lines.some((line) => line.endsWith("…") || (lines.length > 1 && [...line].length === 1));
  if (!wrapped.some(isTorn)) return { heads: wrapped, isUpright: false };
  if (names.every((name) => /^\p{Script=Han}+$/u.test(name))) return { heads: names.map((name) => [...name]), isUpright: false };
  return { heads: shortened(names, 130).map((name) => [name]), isUpright: true };
}

/** How cells say their numbers: bare, and money scaled alike in all of them. */
function textOf(cells: readonly HeatCell[], { unit, forms }: HeatOptions): { unit: string; format: (value: number) => string } {
  const largest = Math.max(0, ...cells.map(({ value }) => Math.abs(value ?? 0)));
  const digits = unit === "share" || largest >= 100 ? 0 : undefined;
  const { label } = axisFormat(unit, forms, [unit === "share" ? 0 : Math.round(largest)]);
  if (unit !== "cny") return { unit: label, format: (value) => formatValue(value, unit, forms, { isBare: true, digits }) };
  const round = 10 ** Math.max(0, Math.floor(Math.log10(largest || 1)) - 2);
  return { unit: label, format: (value) => axisFormat(unit, forms, [Math.round(largest / round) * round]).format(value) };
}

interface ShadeContext {
  cells: readonly HeatCell[];
  options: HeatOptions;
  box: (place: { x: number; y: number }) => { x: number; y: number; width: number; height: number };
}

interface Place {
  x: number;
  y: number;
  cell: HeatCell | undefined;
  /** Place of the cell among those given, or -1. */
  key: number;
}

/** Every meeting of a row and a column with the first cell that lies there. */
function placesOf(cells: readonly HeatCell[], { rowNames, columnNames }: Grid): Place[] {
  const byRow = new Map<string, Map<string, number>>();
  cells.forEach(({ row, column }, key) => {
    const own = byRow.get(row) ?? new Map<string, number>();
    if (!own.has(column)) own.set(column, key);
    byRow.set(row, own);
  });
  return rowNames.flatMap((row, y) =>
    columnNames.map((column, x) => {
      const key = byRow.get(row)?.get(column) ?? -1;
      return { x, y, cell: cells[key], key };
    }),
  );
}

/** One rectangle per value; what has a scale starts at its least, all else at zero or below. */
function shades(placed: readonly Place[], { cells, options, box }: ShadeContext) {
  const values = cells.flatMap(({ value, isHidden }) => (value === null || isHidden ? [] : [value]));
  const low = Math.min(options.forms.units[options.unit].ends?.[0] ?? 0, ...values);
  const high = Math.max(low, ...values);
  const strength = (value: number) => (high > low ? SHADES[0] + ((value - low) / (high - low)) * (SHADES[1] - SHADES[0]) : SHADES[0]);
  const shown = placed.flatMap(({ x, y, cell }) =>
    cell && cell.value !== null && !cell.isHidden ? [{ ...box({ x, y }), value: cell.value, isSelected: cell.isSelected }] : [],
  );
  return rect(shown, {
    className: "cell",
    ...{ x1: "x", y1: "y", x2: ({ x, width }) => x + width, y2: ({ y, height }) => y + height },
    fillOpacity: ({ value }) => Number(strength(value).toFixed(2)),
    ...selectable(shown),
  });
}

function cellLabel(cell: HeatCell | undefined, { x, y, format }: { x: number; y: number; format: (value: number) => string }): Label {
  if (cell?.isHidden) return { x, y, text: "" };
  const text = cell?.value == null ? MISSING : signed(format(cell.value), cell.bound);
  return { x, y, text, className: classes(cell?.value == null ? "muted" : undefined, selectedClass(cell ?? {})) };
}

/** Closer set than elsewhere, so that two lines fit a row. */
const rowLabel = (lines: readonly string[], middle: number): Label[] =>
  lines.map((text, line) => ({ x: 0, y: middle + (line - (lines.length - 1) / 2) * (LINE_HEIGHT - 2), text, anchor: "start" }));

const headLabels = (heads: readonly string[][], { left, top, cellWidth }: Grid): Label[] =>
  heads.flatMap((lines, column) =>
    lines.map((text, line) => ({ x: left + (column + 0.5) * cellWidth, y: top - 8 - (lines.length - 1 - line) * LINE_HEIGHT, text })),
  );

/** Names of columns that are narrower than their words, read from below. */
function uprightHeads(names: readonly string[], { left, top, cellWidth }: Grid): Markish {
  return ownMark(({ document }) => {
    const group = svgElement(document, "g", { "text-anchor": "start" });
    names.forEach((name, column) => {
      const text = svgElement(document, "text", { transform: `${translated(left + (column + 0.5) * cellWidth + 4, top - 6)}rotate(-90)` });
      text.textContent = name;
      group.append(text);
    });
    return group;
  });
}
