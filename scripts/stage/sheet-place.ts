import { plainName } from "../read/header-row.ts";
import type { Layout } from "../read/layout.ts";
import { columnName } from "../read/xlsx/reference.ts";

/** Where a table stands in a workbook, as readers of the workbook see it. */
export interface SheetPlace {
  sheet: string;
  /** Contract column → the letter of its column; those that a step made have none. */
  letters: Readonly<Record<string, string>>;
}

/** Null for a file that is no workbook; `called` has headers by contract column, where they have other names. */
export function sheetPlaceOf(layout: Layout, columns: readonly string[], called: Readonly<Record<string, string>>): SheetPlace | null {
  if (layout.format !== "xlsx") return null;
  const placed = columns.map((column) => [column, layout.header.names.indexOf(plainName(called[column] ?? column))] as const);
  const letters = placed.filter(([, at]) => at !== -1).map(([column, at]) => [column, columnName(at)] as const);
  return { sheet: layout.sheet, letters: Object.fromEntries(letters) };
}

/** `成员!B5`; `成员!5` of a whole row, or of a column that the workbook does not have. Undefined where there is no workbook. */
export const cellOf = (place: SheetPlace | null, { line, column }: { line?: number | undefined; column?: string | null | undefined }) =>
  place && line !== undefined ? `${place.sheet}!${place.letters[column ?? ""] ?? ""}${line}` : undefined;
