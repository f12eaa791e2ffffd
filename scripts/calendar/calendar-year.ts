import { noticeOf } from "./national.ts";
import { FIRST_STATUTORY_YEAR, statutoryDays } from "./statutory.ts";

/** How a year differs from the working week. */
export interface CalendarYear {
  /** By ISO day: whether it is worked on. */
  days: ReadonlyMap<string, boolean>;
  /** Its notice is not known yet: the days that are moved or made up for are missing. */
  isProvisional: boolean;
}

/** The days off that statute gives a year, for as long as there is no notice; null before the rules began to hold. */
function computedYear(year: string): CalendarYear | null {
  if (Number(year) < FIRST_STATUTORY_YEAR) return null;
  return { days: new Map([...statutoryDays(Number(year)).keys()].map((day) => [day, false])), isProvisional: true };
}

/** A year by the first of these that there is: its finished file, the State Council's notice, its draft, the statutory days; null where there is none. */
export function calendarYear(year: string, files: ReadonlyMap<string, CalendarYear>): CalendarYear | null {
  const file = files.get(year);
  if (file && !file.isProvisional) return file;
  const notice = noticeOf(year);
  return notice ? { days: notice, isProvisional: false } : (file ?? computedYear(year));
}
