import { type ColumnProfile, someOf } from "./column-profile.ts";

/** A name in SQL. */
export const nameInSql = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text in SQL. */
export const textInSql = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Days and times that have the order of their texts. */
const SORTABLE = /^\d{4}([-/.])\d\d\1\d\d(?:[T ]\d\d:\d\d.*)?$/;

/** Whether the times of a column can be compared as texts. */
export const isSortable = (column: ColumnProfile): boolean => someOf(column, 500).every((text) => SORTABLE.test(text));
