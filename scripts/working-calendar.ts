import { firstDay, type Month } from "../src/core/periods.ts";
import { minutesWorked, parseSpan } from "../src/core/working-hours.ts";
import { type OwnDays, workingDaysTable } from "./calendar/working-days.ts";
import { workingMinutesTable } from "./calendar/working-minutes.ts";
import { type Engine, rowsOf } from "./engine/engine.ts";

interface WorkingTime {
  /** First month that the data tell of. */
  first: Month;
  /** ISO day up to which they tell. */
  asOf: string;
  /** Spans of a working day, such as `09:00-12:00`. */
  hours: readonly string[];
  /** The engine holds a company's own days off and on, as `staging.calendar`. */
  hasOwnDays: boolean;
}

const DAY = 86_400_000;
const isoOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

const daysBetween = (from: string, to: string): string[] =>
  Array.from({ length: (Date.parse(to) - Date.parse(from)) / DAY + 1 }, (_, i) => isoOf(Date.parse(from) + i * DAY));

async function readOwnDays(engine: Engine): Promise<OwnDays> {
  const rows = await rowsOf<{ day: number; is_working: boolean }>(engine, "select day, is_working from staging.calendar");
  return new Map(rows.map(({ day, is_working }) => [isoOf(day), is_working]));
}

/**
 * Creates the working calendar: `staging.working_days` and `staging.working_minutes`, from the national calendar and, over it, the company's own days.
 * A moment lies at `minutes_before` of its day and, on a working day, `worked` of its minute more: the difference of two is the working time between them.
 * Throws a DataError when the data reach into a year of which the days off are not known.
 */
export async function createWorkingCalendar(engine: Engine, { first, asOf, hours, hasOwnDays }: WorkingTime): Promise<void> {
  const spans = hours.flatMap((span) => parseSpan(span) ?? []);
  const own = hasOwnDays ? await readOwnDays(engine) : new Map();
  const days = daysBetween(firstDay(first), asOf);
  await engine.load("staging.working_days", workingDaysTable({ days, own, minutesADay: minutesWorked(spans, 24 * 60) }));
  await engine.load("staging.working_minutes", workingMinutesTable(spans));
}
