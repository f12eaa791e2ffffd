import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import type { Table } from "../../src/core/contract.ts";

const YEAR = "YYYY";

/** In which forms a hand-kept table may be; of an old workbook its reader says what it is. */
const FORMS = [".csv", ".xlsx", ".xlsm", ".xls"];

/** Before the name of a workbook that a spreadsheet has open: a file of its own, which is no workbook. */
export const OPEN_MARK = "~$";

/** Whether a file may be a hand-kept table. */
export const isKept = (file: string): boolean =>
  FORMS.includes(extname(file).toLowerCase()) && !file.startsWith(OPEN_MARK) && !file.startsWith(".");

/** The name of a file without its form: `survey-items` of `survey-items.xlsx`. */
export const baseOf = (file: string): string => (FORMS.includes(extname(file).toLowerCase()) ? file.slice(0, -extname(file).length) : file);

/** The name of the file of a year: `calendar-2027.csv`. */
export const yearFile = (yearly: string, year: string): string => `${yearly}-${year}.csv`;

/** The year in the name of a file that is kept for every year; null of any other file. */
export function yearIn(yearly: string, file: string): string | null {
  const year = baseOf(file).slice(`${yearly}-`.length);
  return /^\d{4}$/.test(year) && baseOf(file) === baseOf(yearFile(yearly, year)) ? year : null;
}

/**
 * The name of a table's own CSV file, in `reference/` and among the templates: `survey-items.csv` for `survey_items`.
 * Of one with a file for every year, that of the year of its example.
 */
export const tableFile = ({ id, yearly, key: [key = ""], columns }: Pick<Table, "id" | "yearly" | "key" | "columns">): string =>
  yearly === null ? `${id.replaceAll("_", "-")}.csv` : yearFile(yearly, columns[key]?.example.slice(0, YEAR.length) ?? YEAR);

/** Whether a file of `reference/` holds a table, in whichever form. */
export const isFileOf = (table: Table, file: string): boolean =>
  table.yearly === null ? baseOf(file) === baseOf(tableFile(table)) : yearIn(table.yearly, file) !== null;

/** The file of a hand-kept table in a data folder, in whichever form it is there; null when it is not. */
export const keptFile = (dataDir: string, table: Table): string | null =>
  FORMS.map((form) => `reference/${baseOf(tableFile(table))}${form}`).find((file) => existsSync(join(dataDir, file))) ?? null;
