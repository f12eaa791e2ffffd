import { dayOf, isoOf } from "../../src/core/days.ts";
import { isWorkedNationally } from "../calendar/national.ts";

/** Whole days since 1970-01-01, as staging holds them. */
export type Day = number;

/** Milliseconds since 1970-01-01T00:00 on the company's clock, as staging holds them. */
export type Moment = number;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const momentOf = (day: Day, minutes: number): Moment => day * DAY + Math.round(minutes) * MINUTE;
export const dayOfMoment = (moment: Moment): Day => Math.floor(moment / DAY);

/** 36 complete months and an unfinished one. */
export const FIRST_DAY = dayOf("2023-10-01");
export const LAST_DAY = dayOf("2026-10-18");

/** The days from one on up to the last of the sample. */
export const daysFrom = (first: Day): Day[] => Array.from({ length: LAST_DAY - first + 1 }, (_, index) => first + index);
export const DAYS: readonly Day[] = daysFrom(FIRST_DAY);

const SPRING_FESTIVALS = ["2024-02-10", "2025-01-29", "2026-02-17"].map(dayOf);

const known = new Map<Day, boolean>();

/** By the Chinese calendar: public holidays off, make-up weekends on. */
export function isWorkday(day: Day): boolean {
  const cached = known.get(day);
  if (cached !== undefined) return cached;
  const isWorked = isWorkedNationally(isoOf(day));
  known.set(day, isWorked);
  return isWorked;
}

const isWeekend = (day: Day) => [0, 6].includes(new Date(day * DAY).getUTCDay());

/** The day itself when it is worked on. */
export function nextWorkday(day: Day): Day {
  return isWorkday(day) ? day : nextWorkday(day + 1);
}

/** How much business is left around Spring Festival: least two days into it, back to all after three weeks. */
export function festivalShare(day: Day): number {
  const depth = SPRING_FESTIVALS.map((festival) => Math.exp(-((day - festival - 2) ** 2) / (2 * 8 ** 2)));
  return 1 - 0.65 * Math.max(...depth);
}

/** How much is done on a day, 1 on an ordinary working day; half the staff of a make-up weekend is away. */
export function activity(day: Day): number {
  const staff = isWorkday(day) ? (isWeekend(day) ? 0.5 : 1) : 0.04;
  return staff * festivalShare(day);
}

const MONTHS = [1, 0.97, 1.06, 0.99, 1.02, 1.08, 0.95, 0.94, 1.06, 1, 1.05, 1.12];

/** What customers order by the time of year, more in the last week of a quarter. */
export function season(day: Day): number {
  const month = new Date(day * DAY).getUTCMonth();
  const isRush = new Date((day + 7) * DAY).getUTCMonth() !== month && month % 3 === 2;
  return (MONTHS[month] as number) * (isRush ? 1.25 : 1);
}

/** Years since the first day of the sample. */
export const yearsIn = (day: Day): number => (day - FIRST_DAY) / 365.25;

/** Moves a moment into office hours: to the next working day, then between 9:00 and 18:00; `at` in 0 to 1 says where in the day. */
export function inOfficeHours(moment: Moment, at: number): Moment {
  const day = dayOfMoment(moment);
  const workday = nextWorkday(day);
  const minutes = (moment - day * DAY) / MINUTE;
  const isInHours = workday === day && minutes >= 540 && minutes < 1080;
  return momentOf(workday, isInHours ? minutes : 540 + at * 540);
}

/** A moment in the working hours of a day; `at` in 0 to 1 says where. */
export const officeHour = (day: Day, at: number): Moment => momentOf(day, 540 + at * 540);

/** Moves a moment on by a number of days, whole or not. */
export const later = (moment: Moment, days: number): Moment => moment + days * DAY;

export const daysBetween = (from: Moment, to: Moment): number => (to - from) / DAY;
