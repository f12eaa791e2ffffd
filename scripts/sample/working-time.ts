import { dayOf } from "../../src/core/days.ts";
import { type Day, dayOfMoment, isWorkday, type Moment, momentOf } from "./calendar.ts";

const MINUTE = 60_000;

/** Days on which the company differs from the national calendar, as `calendar.csv` has them. */
export const COMPANY_DAYS: ReadonlyMap<Day, boolean> = new Map([
  [dayOf("2025-08-08"), false],
  [dayOf("2025-08-16"), true],
  [dayOf("2026-08-07"), false],
]);

/** The working hours of a day as minutes since midnight: `working_hours` of `site.yaml`. */
const SPANS = [
  { from: 540, to: 720 },
  { from: 780, to: 1080 },
] as const;

export const MINUTES_A_DAY = 480;

/** Room before and after the sample, for deals and rotations that had begun already and for what is still to come. */
const CALENDAR_START = dayOf("2023-01-01");
const CALENDAR_END = dayOf("2028-12-31");

/** The days worked on, and for each day how many came before it. */
const { workdays, before } = countDays();

function countDays() {
  const workdays: Day[] = [];
  const before: number[] = [];
  for (let day = CALENDAR_START; day <= CALENDAR_END; day++) {
    before.push(workdays.length);
    if (COMPANY_DAYS.get(day) ?? isWorkday(day)) workdays.push(day);
  }
  return { workdays, before };
}

const workdaysBefore = (day: Day) => before[day - CALENDAR_START] as number;

/** Whether the company works on a day. */
export const isWorked = (day: Day): boolean => workdays[workdaysBefore(day)] === day;

/** The day itself when the company works on it. */
export const nextWorked = (day: Day): Day => workdays[workdaysBefore(day)] as Day;

function minutesInto(moment: Moment, day: Day): number {
  const minutes = (moment - momentOf(day, 0)) / MINUTE;
  return SPANS.reduce((sum, { from, to }) => sum + Math.min(Math.max(minutes - from, 0), to - from), 0);
}

function worked(moment: Moment): number {
  const day = dayOfMoment(moment);
  return workdaysBefore(day) * MINUTES_A_DAY + (isWorked(day) ? minutesInto(moment, day) : 0);
}

/** Working minutes from one moment to another. */
export const workedBetween = (from: Moment, to: Moment): number => worked(to) - worked(from);

/** The moment at which a number of working minutes, at least one, have passed. */
export function afterWork(from: Moment, minutes: number): Moment {
  const total = worked(from) + Math.max(1, Math.round(minutes));
  const day = workdays[Math.ceil(total / MINUTES_A_DAY) - 1] as Day;
  const [morning, afternoon] = SPANS;
  const into = total - workdaysBefore(day) * MINUTES_A_DAY;
  const isMorning = into <= morning.to - morning.from;
  return momentOf(day, isMorning ? morning.from + into : afternoon.from + into - (morning.to - morning.from));
}
