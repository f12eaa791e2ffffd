import type { Day } from "../../src/core/days.ts";
import { crowdedEnd, type DayCounts, daysOf, fewOf, reversed, together } from "../stage/day-counts.ts";
import { pausesBefore } from "./pauses.ts";

/** A table with fewer pauses in a year does not show how long they are; all tables together may. */
const ENOUGH = 10;
/** Days of silence after which no record is a slip. */
const LEAST_SILENCE = 14;

/** The last day that is more than half as busy as the day in the middle of all, and has more than a few records; null when there is none. */
function busyEnd(all: DayCounts): Day | null {
  const sizes = [...all.values()].sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  return daysOf(all).findLast((day) => (all.get(day) ?? 0) > Math.max(fewOf(0), usual / 2)) ?? null;
}

/** Days of silence after which a record of a table may be a slip: twice the longest pause of the year up to a day. */
function longSilence(counts: DayCounts, all: DayCounts, end: Day): number {
  const own = pausesBefore(counts, crowdedEnd(counts) ?? end);
  const pauses = own.length >= ENOUGH ? own : pausesBefore(all, end);
  return pauses.length >= ENOUGH ? Math.max(LEAST_SILENCE, 2 * Math.max(...pauses)) : Number.POSITIVE_INFINITY;
}

/** The first and last day of records that are no slips of the pen. */
export interface Confirmed {
  start: Day;
  end: Day;
}

/**
 * The last day that the records of some tables reach, slips of the pen left aside; null without records. A day is certain when a table has more
 * than a few records on or after it, or all tables together are about as busy on it as on any other, as on the first day after a long holiday.
 * From the last certain day on, every later record counts too, as long as it does not come after a silence of all tables twice as long as the
 * longest pause of its own table in a year, and longer than two weeks. What does is a slip.
 */
export function lastConfirmed(tables: readonly DayCounts[]): Day | null {
  const all = together(tables);
  const certain = [...tables.map((counts) => crowdedEnd(counts)), busyEnd(all)].filter((day) => day !== null);
  if (certain.length === 0) return daysOf(all).at(-1) ?? null;
  const end = Math.max(...certain);
  const later = tables.flatMap((counts) => {
    const silence = longSilence(counts, all, end);
    return daysOf(counts).flatMap((day) => (day > end ? [{ day, silence }] : []));
  });
  return later.sort((a, b) => a.day - b.day).reduce((reached, { day, silence }) => (day - reached <= silence ? day : reached), end);
}

/** The first day from which records reach, by the same rule with time turned round. */
export function firstConfirmed(tables: readonly DayCounts[]): Day | null {
  const last = lastConfirmed(tables.map(reversed));
  return last === null ? null : -last;
}
