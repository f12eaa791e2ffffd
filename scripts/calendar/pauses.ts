import type { Day } from "../../src/core/days.ts";
import { type DayCounts, daysOf } from "../stage/day-counts.ts";

/** A year, which holds every holiday once. */
const A_YEAR = 366;

/** Days from each day with records to the next one, within the year up to a day. */
export function pausesBefore(counts: DayCounts, end: Day): number[] {
  const days = daysOf(counts).filter((day) => day <= end && day > end - A_YEAR);
  return days.slice(1).map((day, i) => day - (days[i] as Day));
}
