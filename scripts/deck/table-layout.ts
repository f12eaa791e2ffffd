import type { SlideTable } from "../../src/data/review.ts";
import { columnWidths, type Setting } from "./column-widths.ts";
import { emsOf } from "./ems.ts";

const POINTS = 72;
/** Of the size of its type: the height of a line, and what a row adds to its lines. */
const [LINE, PADDING] = [1.25, 0.6];
/** Sizes of type, in points; what is smaller cannot be read on a wall. */
const SIZES = [12, 11, 10];
/** What the margins of a cell take, in inches. */
const MARGINS = 0.16;
/** Height of a row in which a person writes. */
const WRITTEN = 0.5;

/** How a table fits into a place: widths and heights in inches, size in points. */
interface TableLayout {
  size: number;
  widths: number[];
  setting: Setting;
  /** Of its head, of the rows that are shown, and of a line that stands for those that are hidden. */
  heights: number[];
  /** So many of its rows find no room. */
  hidden: number;
}

/** Lines that a text takes in a column at a size; where it wraps, the width of two characters is lost at the end of each. */
function linesOf(text: string, width: number, size: number): number {
  const available = ((width - MARGINS) * POINTS) / size;
  const wrapped = (ems: number) => (ems <= available ? 1 : Math.ceil(ems / Math.max(1, available - 2)));
  return text.split("\n").reduce((sum, line) => sum + wrapped(emsOf(line)), 0);
}

const sumOf = (heights: readonly number[]): number => heights.reduce((sum, each) => sum + each, 0);

const rowHeight = (lines: number, size: number): number => (lines * LINE + PADDING) * (size / POINTS);

/** Rows that are all blank behind their first column are to be filled in by hand. */
const isToFill = (rows: SlideTable["rows"]) => rows.every((row) => row.slice(1).every(({ text }) => text === ""));

/** A table at a size, with all of its rows. */
function atSize(table: SlideTable, width: number, size: number): TableLayout {
  const { head, rows } = table;
  const em = size / POINTS;
  const { widths, setting } = columnWidths(table, width / em);
  const inches = widths.map((each) => each * em);
  const lines = [head, ...rows].map((row) => Math.max(...row.map(({ text }, i) => linesOf(text, inches[i] ?? 1, size))));
  const least = isToFill(rows) ? WRITTEN : 0;
  return { size, widths: inches, setting, heights: lines.map((count) => Math.max(rowHeight(count, size), least)), hidden: 0 };
}

/** As much of a table as fits into a place: as large as it can be without breaking what should stay whole, and in the smallest type without the rows for which there is no room. */
export function tableLayout(table: SlideTable, { w, h }: { w: number; h: number }): TableLayout {
  const sizes = SIZES.map((size) => atSize(table, w, size));
  const fitting = sizes.filter(({ heights }) => sumOf(heights) <= h);
  const best = (["whole", "wrapped"] as const).flatMap((setting) => fitting.find((each) => each.setting === setting) ?? [])[0];
  const smallest = sizes.at(-1) as TableLayout;
  if (best || fitting.includes(smallest)) return best ?? smallest;
  const last = rowHeight(1, smallest.size);
  const full = smallest.heights.findIndex((_, i) => sumOf(smallest.heights.slice(0, i + 1)) > h - last);
  const shown = smallest.heights.slice(0, Math.max(2, full));
  return { ...smallest, heights: [...shown, last], hidden: smallest.heights.length - shown.length };
}
