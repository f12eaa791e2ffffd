import { z } from "zod";
import { DataError } from "../../src/core/errors.ts";
import { visible } from "../../src/core/visible.ts";

const row = z.int().min(1);

/** Where the header of a file is, when it is not its first row. */
export const headerSettings = {
  /** Number of the row that is the header, from 1; of a header of two rows, both. */
  header_row: z.union([row, z.tuple([row, row])]).optional(),
  /** A cell of the header; what stands above the first row that has it is no record. */
  skip_until: z.string().min(1).optional(),
};

export interface HeaderSettings extends z.infer<z.ZodObject<typeof headerSettings>> {
  /** Headers that are not used on purpose; a blank one among them, or all the `rest`, says so of columns without a header. */
  ignore?: readonly string[] | "rest";
}

/** A row of a file, before it is known what it is. */
export interface RawRow {
  /** Where it starts in its file, from 1. */
  line: number;
  cells: readonly string[];
}

/** The header of a file. */
export interface Header {
  /** What stands in each row above it. */
  titles: readonly string[];
  /** Without the blank ones at the end, in whose columns nothing may stand, unless they are ignored. */
  names: readonly string[];
  /** How many cells its rows have. */
  width: number;
  /** Where its first row starts. */
  line: number;
  /** How many rows it has, 1 or 2. */
  rows: number;
}

/** Rows among which a header is looked for. */
export const SEARCHED_ROWS = 1000;

/** Finds the header among the rows of a file, which have some value each; null when there are none at all. Throws when no row is the one that was asked for. */
export function findHeader(rows: Iterable<RawRow>, { header_row, skip_until, ignore = [] }: HeaderSettings, file: string): Header | null {
  const [first, second] = [header_row].flat();
  const seen: RawRow[] = [];
  for (const row of rows) {
    seen.push(row);
    if (seen.length > SEARCHED_ROWS) break;
    if (first !== undefined ? row.line < first : skip_until !== undefined && !hasCell(row, skip_until)) continue;
    const own = [row, ...(second === undefined ? [] : [rowAt(rows, second)])].map(({ cells }) => cells);
    const names = namesOf(own);
    const width = Math.max(...own.map(({ length }) => length));
    const mayStand = ignore === "rest" || ignore.includes("");
    const titles = seen.slice(0, -1).map(({ cells }) => cells.filter((cell) => cell.trim() !== "").join(" "));
    return { titles, names: mayStand ? names : withoutBlankEnd(names), width, line: row.line, rows: own.length };
  }
  if (seen.length === 0 && first === undefined) return null;
  const start = visible(seen[0]?.cells.join(", ") ?? "");
  const expected =
    first === undefined
      ? { zh: `有“${skip_until}”这一格的一行`, en: `a row that has the cell ${skip_until}` }
      : { zh: `第 ${first} 行是表头`, en: `a header in row ${first}` };
  const found =
    first === undefined
      ? { zh: `${seen.length} 行里都没有，其中第一行：${start}`, en: `none among ${seen.length} rows, the first of them: ${start}` }
      : { zh: "没有这一行", en: "no such row" };
  throw new DataError(`找不到表头 · no header in ${file}`, [{ file, found, expected }]);
}

const hasCell = ({ cells }: RawRow, text: string) => cells.some((cell) => cell.trim() === text.trim());

function rowAt(rows: Iterable<RawRow>, line: number): RawRow {
  for (const row of rows) if (row.line >= line) return row;
  return { line, cells: [] };
}

/** A name as it is compared with others: blanks and line breaks of any kind around it do not count, nor what has no width, and those within it are one blank. */
export const plainName = (name: string): string =>
  name
    .replace(/[\u200B-\u200D\u2060]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** The names that the cells of one or two header rows give. */
export function namesOf(rows: readonly (readonly (string | null)[])[]): string[] {
  const [upper = [], lower] = rows.map((cells) => cells.map((cell) => plainName(cell ?? "")));
  return lower === undefined ? upper : twoRows(upper, lower);
}

const withoutBlankEnd = (names: readonly string[]) => names.slice(0, names.findLastIndex((name) => name !== "") + 1);

/** A name of the upper row that has one below it stands for the cells beside it as well, until the next. */
function twoRows(upper: readonly string[], lower: readonly string[]): string[] {
  let group = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, place) => {
    const [above = "", below = ""] = [upper[place], lower[place]];
    if (above !== "" || below === "") group = below === "" ? "" : above;
    return [...new Set([above || group, below])].filter(Boolean).join(" ");
  });
}
