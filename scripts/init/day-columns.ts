import { type ColumnProfile, profileOf, summed } from "./column-profile.ts";
import { areDays, isDay } from "./day-headers.ts";
import type { SheetProfile } from "./sheet-profile.ts";

/** The columns into which days across are turned. */
export const [DAY, HOURS] = ["日期", "工时"];

/** Columns that are days; none where there are but few. */
export const dayColumnsIn = ({ columns }: Pick<SheetProfile, "columns">): ColumnProfile[] =>
  areDays(columns.map(({ header }) => header)) ? columns.filter(({ header }) => isDay(header)) : [];

/** Headers that take in those of days: of each year one, unless that would take in others too. */
export function dayPatterns(days: readonly string[], others: readonly string[]): string[] {
  const starts = [...new Set(days.map((day) => day.replace(/(?<=^\d+\D).*$/, "")))];
  return others.some((other) => starts.some((start) => other.startsWith(start))) ? [...days] : starts.map((start) => `${start}*`);
}

/** A sheet as it is once each cell below a day is a record: in the place of its days stand the day and the hours. */
export function withDays<S extends Pick<SheetProfile, "columns">>(sheet: S): S {
  const days = dayColumnsIn(sheet);
  if (days.length === 0) return sheet;
  const ofDays = profileOf(DAY, new Map(days.map(({ header, filled }) => [header, filled])));
  const hours = profileOf(HOURS, summed(days.map(({ values }) => values)), summed(days.map(({ blanks }) => blanks)));
  const rest = sheet.columns.filter((column) => !days.includes(column));
  return { ...sheet, columns: [...rest, ofDays, hours] };
}
