import type PptxGenJS from "pptxgenjs";
import stringWidth from "string-width";
import type { SlideCell, SlideTable } from "../../src/data/review.ts";
import { COLOUR } from "./colours.ts";
import type { Place } from "./frame.ts";

const POINTS = 72;
/** Of the size of its type: the height of a line, and what a row adds to its lines. */
const [LINE, PADDING] = [1.25, 0.6];
/** Width of a character of a terminal, of the size of its type; a little generous, since the reader's face is not known. */
const CHARACTER = 0.6;
const SIZES = [12, 11, 10, 9, 8, 7];
const CAPTION = 0.28;

/** Texts take no more than this of a line before they wrap, and a column to fill in by hand at least this; in characters of a terminal. */
const [WRAPPED, BLANK] = [34, 18];
/** What the margins of a cell take, in the same. */
const MARGINS = 4;

/** Width that a column asks for: its numbers in full, its texts as far as they need not wrap. */
function askedBy(cells: readonly SlideCell[]): number {
  const [head, ...rest] = cells;
  if (rest.every(({ text }) => text === "")) return Math.max(BLANK, stringWidth(head?.text ?? ""));
  return (
    Math.max(...cells.map(({ text, isNumber }) => Math.min(widestLine(text), isNumber ? Number.POSITIVE_INFINITY : WRAPPED))) + MARGINS
  );
}

const widestLine = (text: string) => Math.max(...text.split("\n").map((line) => stringWidth(line)));

function widthsOf({ head, rows }: SlideTable, width: number): number[] {
  const asked = head.map((cell, column) => askedBy([cell, ...rows.flatMap((row) => row[column] ?? [])]));
  const sum = asked.reduce((all, each) => all + each, 0);
  return asked.map((each) => (each / sum) * width);
}

/** Lines that a text takes in a column at a size; a character of the terminal is half a Chinese one. */
const linesOf = (text: string, width: number, size: number): number =>
  text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((stringWidth(line) * size * CHARACTER) / ((width - 0.16) * POINTS))), 0);

const heightOf = (row: readonly SlideCell[], widths: readonly number[], size: number): number =>
  (Math.max(...row.map(({ text }, i) => linesOf(text, widths[i] ?? 1, size))) * LINE + PADDING) * (size / POINTS);

/** The largest size at which all rows fit into a height, without a number that wraps where that can be; the smallest where none does. */
function sizeFor({ head, rows }: SlideTable, widths: readonly number[], height: number): number {
  const all = [head, ...rows];
  const isFitting = (size: number) => all.reduce((sum, row) => sum + heightOf(row, widths, size), 0) <= height;
  const isWhole = (size: number) =>
    all.every((row) => row.every(({ text, isNumber }, i) => !isNumber || linesOf(text, widths[i] ?? 1, size) === 1));
  const fitting = SIZES.filter(isFitting);
  return fitting.find(isWhole) ?? fitting[0] ?? (SIZES.at(-1) as number);
}

/** Rows that are all blank behind their first column are to be filled in by hand. */
const isToFill = (rows: readonly (readonly SlideCell[])[]) => rows.every((row) => row.slice(1).every(({ text }) => text === ""));

/** Draws a table that can be edited. */
export function drawTable(slide: PptxGenJS.Slide, table: SlideTable, { scale, ...box }: Place): void {
  const { caption, head, rows } = table;
  const top = caption ? CAPTION * scale : 0;
  if (caption) slide.addText(caption, { ...box, h: top, margin: 0, fontSize: 11 * scale, color: COLOUR.muted });
  const widths = widthsOf(table, box.w / scale);
  const size = sizeFor(table, widths, (box.h - top) / scale);
  const line = (pt: number) => ({ type: "solid" as const, pt, color: COLOUR.rule });
  const none = { type: "none" as const };
  const cellOf = (cell: SlideCell, isHead: boolean): PptxGenJS.TableCell => ({
    text: cell.text,
    options: {
      align: cell.isNumber ? "right" : "left",
      bold: isHead || cell.tone !== null,
      color: cell.tone === "worse" ? COLOUR.worse : cell.tone === "better" ? COLOUR.better : isHead ? COLOUR.muted : COLOUR.ink,
      border: [none, none, line(isHead ? 1 : 0.5), none],
    },
  });
  slide.addTable([head.map((cell) => cellOf(cell, true)), ...rows.map((row) => row.map((cell) => cellOf(cell, false)))], {
    ...{ x: box.x, y: box.y + top, w: box.w, colW: widths.map((width) => width * scale), fontSize: size * scale, valign: "middle" },
    margin: [0.02 * scale, 0.08 * scale, 0.02 * scale, 0.08 * scale],
    rowH: [head, ...rows].map((row) => Math.max(heightOf(row, widths, size), isToFill(rows) ? 0.5 : 0) * scale),
  });
}
