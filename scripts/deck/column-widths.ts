import type { SlideCell, SlideTable } from "../../src/data/review.ts";
import { emsOf } from "./ems.ts";

/** How columns are set: numbers in one line each, no word broken, or words broken where there is no other way. */
export type Setting = "whole" | "wrapped" | "broken";

/** Texts take no more than this of a line before they wrap, and no less where room is scarce; a column to fill in by hand at least the last. */
const [WRAPPED, NARROW, BLANK] = [19, 7, 10];
/** What the margins of a cell take. */
const MARGINS = 1.6;

const widest = (texts: readonly string[]): number => Math.max(...texts.map(emsOf));
const sumOf = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each, 0);

/** Widths of a column: with as few lines as it asks for, with its numbers alone in one line, and with all of it as narrow as can be read. */
function levelsOf([head, ...rest]: readonly SlideCell[]): [asked: number, kept: number, least: number] {
  const texts = [...(head ? [head] : []), ...rest].map(({ text }) => text);
  const [lines, words] = [widest(texts.flatMap((text) => text.split("\n"))), widest(texts.flatMap((text) => text.split(/[ \n]/)))];
  const isNumeric = rest.some(({ isNumber }) => isNumber);
  if (isNumeric) return [lines + MARGINS, lines + MARGINS, words + MARGINS];
  const asked = rest.every(({ text }) => text === "") ? Math.max(BLANK, lines) : Math.min(lines, WRAPPED);
  const least = Math.min(asked, NARROW) + MARGINS;
  return [asked + MARGINS, least, least];
}

/** Widths of the columns of a table that share what is available, of the size of its type: numbers are kept whole before texts are. */
export function columnWidths({ head, rows }: SlideTable, available: number): { widths: number[]; setting: Setting } {
  const columns = head.map((cell, column) => levelsOf([cell, ...rows.flatMap((row) => row[column] ?? [])]));
  const levels = [0, 1, 2].map((level) => columns.map((column) => column[level] as number));
  const at = levels.findIndex((level) => sumOf(level) <= available);
  const [level, above] = [levels.at(at) as number[], levels[at - 1]];
  const setting = at < 0 ? "broken" : at === 2 ? "wrapped" : "whole";
  if (at <= 0 || !above) return { widths: level.map((width) => (width / sumOf(level)) * available), setting };
  const part = (available - sumOf(level)) / (sumOf(above) - sumOf(level));
  return { widths: level.map((width, i) => width + ((above[i] as number) - width) * part), setting };
}
