import { type ColumnProfile, someOf } from "./column-profile.ts";
import { findDates } from "./forms/dates.ts";

/** A name in SQL. */
export const nameInSql = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text in SQL. */
export const textInSql = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Days and times that have the order of their texts. */
const SORTABLE = /^\d{4}([-/.])\d\d\1\d\d(?:[T ]\d\d:\d\d.*)?$/;

/** What DuckDB calls the parts of a form. */
const PARTS: Readonly<Record<string, string>> = {
  YYYY: "%Y",
  YY: "%y",
  MMM: "%b",
  M: "%m",
  D: "%d",
  H: "%H",
  h: "%I",
  mm: "%M",
  ss: "%S",
  A: "%p",
};

/** The times of a column in SQL, in an order of time; null where they are written in a way that it does not read. */
export function momentInSql(column: ColumnProfile): string | null {
  const name = nameInSql(column.header);
  if (someOf(column, 500).every((text) => SORTABLE.test(text))) return name;
  const { share, forms } = findDates(column, "timestamp", null);
  if (share < 1) return null;
  if (forms.length === 0) return `try_cast(replace(${name}, '/', '-') as timestamp)`;
  if (forms.some((form) => form === "excel"))
    return forms.length === 1 ? `epoch_ms(cast(round((try_cast(${name} as double) - 25569) * 86400000) as bigint))` : null;
  const written = forms.map((form) => form.replace(/YYYY|YY|MMM|M|D|H|h|mm|ss|A/g, (part) => PARTS[part] ?? part));
  return `try_strptime(${name}, [${written.map(textInSql).join(", ")}])`;
}

/** A column of times as a SELECT hands it on: year first, however its file writes it. */
export const momentsMade = (column: ColumnProfile): ColumnProfile =>
  momentInSql(column) === nameInSql(column.header) ? column : { ...column, values: new Map([["2000-01-01 00:00:00", column.filled]]) };

/** Numbers by what separates their fraction: thousands are grouped by the other, or by blanks. */
const NUMBER = { ".": /^-?\d[\d, ]*(?:\.\d+)?$/, ",": /^-?\d[\d. ]*(?:,\d+)?$/ };

/** The numbers of a column in SQL, where nothing but digits and their marks stands in them; null where more does. `of` is the table with a dot. */
export function numberInSql(column: ColumnProfile, { decimal = "." }: { decimal?: "," | "." }, of = ""): string | null {
  const texts = someOf(column, 500);
  if (!texts.every((text) => NUMBER[decimal].test(text))) return null;
  const name = `${of}${nameInSql(column.header)}`;
  const isPlain = texts.every((text) => /^-?\d+(?:\.\d+)?$/.test(text));
  const group = decimal === "." ? ", " : ". ";
  return `try_cast(${isPlain ? name : `translate(${name}, '${decimal}${group}', '.')`} as decimal(18, 6))`;
}
