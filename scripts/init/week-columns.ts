import { type ColumnProfile, profileOf, summed } from "./column-profile.ts";
import { HOURS } from "./day-columns.ts";
import { daysIn } from "./days-in.ts";
import { findDates } from "./forms/dates.ts";
import { plainHeader } from "./plain-header.ts";
import type { SheetProfile } from "./sheet-profile.ts";
import { momentInSql, nameInSql, textInSql } from "./sql-text.ts";
import type { Words } from "./words.ts";

/** The columns into which days of the week across are turned: the day of the week, and the date that is made of it. */
export const [WEEKDAY, WORKDAY] = ["星期", "工作日期"];

/** Days of the week that make a sheet one of weeks, at least; and of 1, how many cells say when the week is. */
const [LEAST, DATES] = [5, 0.9];

const DAY_MS = 86_400_000;

/** A sheet with a row for each week and a column for each of its days. */
export interface Week {
  /** Headers of the days, Monday first; undefined where one is not there. */
  days: (ColumnProfile | undefined)[];
  /** Which day of the week it is; null where no column says so. */
  date: WeekDate | null;
}

interface WeekDate {
  column: ColumnProfile;
  /** Whether it is the last day of the week rather than the first. */
  isLast: boolean;
  /** The same in SQL. */
  sql: string;
}

/** The days of the week that a sheet has across; null where it has none, or a day twice. */
export function weekIn({ columns }: Pick<SheetProfile, "columns">, words: Words): Week | null {
  const named = columns.map((column) => weekdayOf(column.header, words));
  const days = words.weeks.days.map((_, day) => columns.filter((_column, at) => named[at] === day));
  if (days.some((each) => each.length > 1) || days.filter((each) => each.length === 1).length < LEAST) return null;
  return { days: days.map(([day]) => day), date: dateIn(columns, words) };
}

/** The place of a day in a week from Monday; undefined where a header is none. What stands in brackets, and hours after it, do not matter. */
function weekdayOf(header: string, { weeks }: Words): number | undefined {
  const plain = plainHeader(header.replace(/[([（【].*$/, "").replace(/\s*(?:工时|小时|hours?|hrs?)$/i, ""));
  const at = weeks.days.findIndex((names) => names.some((name) => plainHeader(name) === plain));
  return at === -1 ? undefined : at;
}

function dateIn(columns: readonly ColumnProfile[], { weeks }: Words): WeekDate | null {
  for (const isLast of [false, true]) {
    const names = (isLast ? weeks.ends : weeks.starts).map(plainHeader);
    const column = columns.find((each) => names.includes(plainHeader(each.header)) && findDates(each, "timestamp", null).share >= DATES);
    const moment = column && momentInSql(column);
    const text = column && nameInSql(column.header);
    const day = moment === text ? `translate(${text}, '/.', '--')` : moment;
    if (column && day) return { column, isLast, sql: `try_cast(${day} as date)` };
  }
  return null;
}

/** The date of a row once each day of the week is one: that day in the week that begins, or ends, on the day that the row says. */
export function dateInSql({ days: headers }: Week, { sql, isLast }: WeekDate): string {
  const place = `list_position([${headers.map((day) => textInSql(day?.header ?? "")).join(", ")}], ${nameInSql(WEEKDAY)})`;
  const days = isLast ? `isodow(${sql}) - ${place}` : `${place} - isodow(${sql})`;
  return `${sql} ${isLast ? "-" : "+"} cast((${days} + 7) % 7 as integer)`;
}

/** A sheet as it is once each cell below a day of the week is a record: in the place of these days stand the date and the hours. */
export function withWeek<S extends Pick<SheetProfile, "columns">>(sheet: S, words: Words): S {
  const week = weekIn(sheet, words);
  if (!week?.date) return sheet;
  const { column, isLast } = week.date;
  const days = week.days.filter((day) => day !== undefined);
  const hours = profileOf(HOURS, summed(days.map(({ values }) => values)), summed(days.map(({ blanks }) => blanks)));
  const read = daysIn(column, sheet.columns);
  const [first, last] = isLast ? [-6, 0] : [0, 6];
  const dates = [...column.values].flatMap(([text, count]) => {
    const day = read(text);
    return day === null ? [] : [first, last].map((shift) => [new Date((day + shift) * DAY_MS).toISOString().slice(0, 10), count] as const);
  });
  const rest = sheet.columns.filter((each) => each !== column && !days.includes(each));
  return { ...sheet, columns: [...rest, profileOf(WORKDAY, new Map(dates)), hours] };
}
