import { dayOf, isoDay, isoOf } from "../../src/core/days.ts";
import { minutesWorked, parseSpan } from "../../src/core/working-hours.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import type { Placed } from "./exported.ts";
import { type OwnDays, workingDaysTable } from "./working-days.ts";
import { workingMinutesTable } from "./working-minutes.ts";

interface WorkingTime {
  /** Tables that the engine holds as staging: its moments, and a company's own days off and on. */
  tables: ReadonlySet<string>;
  /** ISO day on which the data begin. */
  from: string;
  /** ISO day up to which the data reach. */
  asOf: string;
  /** Spans of a working day, such as `09:00-12:00`. */
  hours: readonly string[];
  /** The records that reach into a year, as long as they are few; default none. */
  reaching?: (year: string) => readonly Placed[];
}

/** When the clocks start that run on working time: the calendar need not reach further back. */
const STARTS = [
  { table: "service_requests", column: "opened_at" },
  { table: "leads", column: "assigned_at" },
];

const daysBetween = (from: string, to: string): string[] =>
  Array.from({ length: dayOf(to) - dayOf(from) + 1 }, (_, i) => isoOf(dayOf(from) + i));

async function readOwnDays(engine: Engine): Promise<OwnDays> {
  const rows = await rowsOf<{ day: number; is_working: boolean }>(engine, "select day, is_working from staging.calendar");
  return new Map(rows.map(({ day, is_working }) => [isoDay(day), is_working]));
}

/** The ISO day of the earliest moment in a column from a day on; null when it has none. */
async function earliestIn(engine: Engine, { table, column }: (typeof STARTS)[number], from: string): Promise<string | null> {
  const sql = `select cast(min(${column}) as date) as day from staging.${table} where ${column} >= date '${from}'`;
  const [row] = await rowsOf<{ day: number | null }>(engine, sql);
  return row?.day == null ? null : isoDay(row.day);
}

/** The first day of the calendar, and what it is in the data. */
async function startOf(
  engine: Engine,
  { tables, from, asOf }: Pick<WorkingTime, "tables" | "from" | "asOf">,
): Promise<{ day: string; is: string }> {
  let start = { day: asOf, is: asOf };
  for (const place of STARTS.filter(({ table }) => tables.has(table))) {
    const day = await earliestIn(engine, place, from);
    if (day !== null && day < start.day) start = { day, is: `${day}, the earliest ${place.column} of ${place.table}` };
  }
  return start;
}

/**
 * Creates the working calendar: `staging.working_days` and `staging.working_minutes`, from the national calendar and, over it, the company's own days.
 * It begins with the earliest moment that facts on working time read. A moment lies at `minutes_before` of its day and, on a working day, `worked` of its minute more: the difference of two is the working time between them.
 * Throws a DataError when those moments reach into a year whose days off are not known.
 */
export async function createWorkingCalendar(engine: Engine, given: WorkingTime): Promise<void> {
  const { tables, asOf, hours, reaching = () => [] } = given;
  const spans = hours.flatMap((span) => parseSpan(span) ?? []);
  const own = tables.has("calendar") ? await readOwnDays(engine) : new Map();
  const start = await startOf(engine, given);
  const days = daysBetween(start.day, asOf);
  const minutesADay = minutesWorked(spans, 24 * 60);
  await engine.load("staging.working_days", workingDaysTable({ days, own, from: start.is, minutesADay, reaching }));
  await engine.load("staging.working_minutes", workingMinutesTable(spans));
}
