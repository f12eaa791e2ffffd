import { isoDay } from "../../src/core/days.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import type { CalendarYear } from "./calendar-year.ts";

/** What a company lists of its calendar. */
export interface ListedDays {
  /** Its own days off and on, by ISO day: whether it is worked on. */
  own: ReadonlyMap<string, boolean>;
  /** The years for which it keeps a file. */
  years: ReadonlyMap<string, CalendarYear>;
}

interface Row {
  day: number;
  is_working: boolean;
  is_provisional: boolean;
}

async function listedIn(engine: Engine, table: string, isProvisional: string) {
  const sql = `select day, is_working, ${isProvisional} as is_provisional from staging.${table}`;
  return (await rowsOf<Row>(engine, sql)).map(({ day, ...row }) => ({ ...row, day: isoDay(day) }));
}

/** Reads both tables of days, of those that the engine holds as staging. A year is provisional while one of its days is. */
export async function readListedDays(engine: Engine, tables: ReadonlySet<string>): Promise<ListedDays> {
  const own = tables.has("calendar") ? await listedIn(engine, "calendar", "false") : [];
  const ofYears = tables.has("calendar_years") ? await listedIn(engine, "calendar_years", "coalesce(is_provisional, false)") : [];
  const daysOf = (rows: typeof own) => new Map(rows.map(({ day, is_working }) => [day, is_working]));
  const years = [...Map.groupBy(ofYears, ({ day }) => day.slice(0, 4))].map(([year, rows]): [string, CalendarYear] => [
    year,
    { days: daysOf(rows), isProvisional: rows.some(({ is_provisional }) => is_provisional) },
  ]);
  return { own: daysOf(own), years: new Map(years) };
}
