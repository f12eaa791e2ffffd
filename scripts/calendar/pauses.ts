import type { Day } from "../../src/core/days.ts";
import { type DayCounts, daysOf } from "../stage/day-counts.ts";

/** A year, which holds every holiday once. */
const A_YEAR = 366;

/** Fewer pauses in a year do not show how long they are. */
export const ENOUGH_PAUSES = 10;
/** Days of silence that are never unusual. */
const LEAST_SILENCE = 14;

/** Days from each day with records to the next one, within the year up to a day. */
export function pausesBefore(counts: DayCounts, end: Day): number[] {
  const days = daysOf(counts).filter((day) => day <= end && day > end - A_YEAR);
  return days.slice(1).map((day, i) => day - (days[i] as Day));
}

/** Days after which a silence is longer than is usual after such pauses: twice the longest of them; infinite where they are too few to say. */
export const usualSilence = (pauses: readonly number[]): number =>
  pauses.length >= ENOUGH_PAUSES ? Math.max(LEAST_SILENCE, 2 * Math.max(...pauses)) : Number.POSITIVE_INFINITY;

/** The last day that has records, where the silence after it up to another day is longer than is usual; else that other day. */
export function reachedBy(counts: DayCounts, end: Day): Day {
  const last = daysOf(counts).at(-1) ?? end;
  return end - last > usualSilence(pausesBefore(counts, last)) ? last : end;
}
