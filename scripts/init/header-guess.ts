import { dayOfMonth, isWeekday } from "../read/day-of-month.ts";
import type { RawRow } from "../read/header-row.ts";
import { areDaysOfMonth, withoutDays } from "./day-headers.ts";

/** Rows at the start of a sheet among which its header is looked for. */
const LOOKED_AT = 40;

/** Of a header, the share of the usual number of filled cells that it has at least. */
const FILLED = 0.6;

/** Letters that the name of a group has at most. */
const LONG = 16;

/** What is a value rather than the name of a column: a number, a day, a time. */
const VALUE = /^[¥$€(]?[-+]?[\d.,:/\s年月日-]*\d[\d.,:/\s年月日时分秒)%-]*$/;

/** Whether a cell is a number, a day or a time rather than a word. */
export const isValue = (cell: string) => VALUE.test(cell.trim());

const filled = ({ cells }: RawRow) => cells.filter((cell) => cell.trim() !== "");

/** Which rows of a sheet are its header, by their lines. */
export type HeaderGuess = { header_row?: number | [number, number] };

/**
 * The header of a sheet: the first row that is about as wide as the rows below and holds names, each once or nearly so. Where it names
 * groups of columns, and the row below the columns themselves, both are the header. An empty guess stands for the first row.
 */
export function guessHeader(rows: readonly RawRow[]): HeaderGuess {
  const start = rows.slice(0, LOOKED_AT);
  const usual = usualWidth(start);
  const at = start.findIndex((row) => isHeader(row, usual));
  const [above, row, below, data] = [start[at - 1], start[at], start[at + 1], start[at + 2]];
  if (!row) return {};
  if (above && (areWeekdays(above, row) || areNames(above, row))) return { header_row: [above.line, row.line] };
  if (below && areWeekdays(below, row)) return { header_row: [row.line, below.line] };
  if (above && isGroups(above, row)) return { header_row: [above.line, row.line] };
  if (below && data && isSecond(row, below, data)) return { header_row: [row.line, below.line] };
  return at === 0 ? {} : { header_row: row.line };
}

/** The number of filled cells that most rows have. */
function usualWidth(rows: readonly RawRow[]): number {
  const counts = Map.groupBy(
    rows.map((row) => filled(row).length),
    (count) => count,
  );
  const [first] = [...counts].sort(([a, rowsA], [b, rowsB]) => rowsB.length - rowsA.length || b - a);
  return first?.[0] ?? 0;
}

function isHeader(row: RawRow, usual: number): boolean {
  const cells = filled(row);
  const isWide = cells.length >= Math.max(usual * FILLED, Math.min(usual, 2));
  return isWide && withoutDays(cells).every((cell) => !isValue(cell)) && new Set(cells).size >= cells.length * FILLED;
}

/** Whether a row says which days of the week the days of a month are that the row beside it names. */
function areWeekdays(row: RawRow, days: RawRow): boolean {
  const places = [...days.cells.keys()].filter((place) => dayOfMonth(days.cells[place] ?? "") !== null);
  const isBeside = Math.abs(row.line - days.line) === 1;
  return isBeside && areDaysOfMonth(days.cells) && places.every((place) => isWeekday(row.cells[place] ?? ""));
}

/** Whether a row names the columns beside the days of a month that the row below it has. */
function areNames(row: RawRow, days: RawRow): boolean {
  const beside = [...row.cells.keys()].filter((place) => row.cells[place]?.trim() && !days.cells[place]?.trim());
  return row.line + 1 === days.line && areDaysOfMonth(days.cells) && beside.length > 1;
}

/** What stands above a header, but is no part of it: who exported it, when, and of what. */
const SAID = /[:：\d]/;

/** Whether a row names groups of the columns that the row below names: two or more, with gaps between them. */
function isGroups(row: RawRow, below: RawRow): boolean {
  const cells = filled(row);
  const hasGaps = below.cells.some((cell, place) => cell.trim() !== "" && !row.cells[place]?.trim());
  return cells.length > 1 && hasGaps && cells.every((cell) => cell.length <= LONG && !SAID.test(cell)) && row.line + 1 === below.line;
}

/** Whether a row names the columns of the groups that the row above names: it fills gaps above it, and has names where values stand below. */
function isSecond(above: RawRow, row: RawRow, data: RawRow): boolean {
  const gaps = above.cells.flatMap((cell, place) => (cell.trim() === "" && row.cells[place]?.trim() ? [place] : []));
  const hasNames = filled(row).every((cell) => !isValue(cell)) && new Set(filled(row)).size === filled(row).length;
  const standsAboveValues = row.cells.some((cell, place) => cell.trim() !== "" && isValue(data.cells[place] ?? ""));
  return gaps.length > 0 && hasNames && standsAboveValues;
}
