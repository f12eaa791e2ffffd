import type { Table } from "../../src/core/contract.ts";

const YEAR = "YYYY";

/** The name of the file of a year: `calendar-2027.csv`. */
export const yearFile = (yearly: string, year: string): string => `${yearly}-${year}.csv`;

/** The year in the name of a file that is kept for every year; null of any other file. */
export function yearIn(yearly: string, file: string): string | null {
  const year = file.slice(`${yearly}-`.length, -".csv".length);
  return /^\d{4}$/.test(year) && file === yearFile(yearly, year) ? year : null;
}

/**
 * The name of a table's own CSV file, in `reference/` and among the templates: `survey-items.csv` for `survey_items`.
 * Of one with a file for every year, that of the year of its example.
 */
export const tableFile = ({ id, yearly, key: [key = ""], columns }: Pick<Table, "id" | "yearly" | "key" | "columns">): string =>
  yearly === null ? `${id.replaceAll("_", "-")}.csv` : yearFile(yearly, columns[key]?.example.slice(0, YEAR.length) ?? YEAR);

/** Whether a file of `reference/` holds a table. */
export const isFileOf = (table: Table, file: string): boolean =>
  table.yearly === null ? file === tableFile(table) : yearIn(table.yearly, file) !== null;
