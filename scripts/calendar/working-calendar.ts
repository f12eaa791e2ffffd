import { dayOf, isoDay, isoOf } from "../../src/core/days.ts";
import type { WorkingWeek } from "../../src/core/working-week.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import { companyDays } from "./company-days.ts";
import type { Placed } from "./exported.ts";
import { readListedDays } from "./listed-days.ts";
import { workingTables } from "./working-days.ts";

interface WorkingTime {
  /** Tables that the engine holds as staging: its moments, and a company's own days off and on. */
  tables: ReadonlySet<string>;
  /** ISO day on which the data begin. */
  from: string;
  /** ISO day up to which the data reach. */
  asOf: string;
  week: WorkingWeek;
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
 * Creates the working calendar, the tables of `WorkingTables` in staging: from the calendar of each year and, over it, the company's own days.
 * It begins with the earliest moment that facts on working time read. A moment lies at `minutes_before` of its day and `worked` of its minute more: the difference of two is the working time between them.
 * Gives the years whose days off are provisional. Throws a DataError when those moments reach into a year whose days off are neither known nor computed.
 */
export async function createWorkingCalendar(engine: Engine, given: WorkingTime): Promise<readonly string[]> {
  const { tables, asOf, week, reaching = () => [] } = given;
  const [listed, start] = [await readListedDays(engine, tables), await startOf(engine, given)];
  const found = companyDays({ days: daysBetween(start.day, asOf), from: start.is, listed, week, reaching });
  for (const [name, table] of Object.entries(workingTables(found, week.full))) await engine.load(`staging.${name}`, table);
  return found.provisionalYears;
}
