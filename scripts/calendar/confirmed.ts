import type { Day } from "../../src/core/days.ts";
import { crowdedEnd, type DayCounts, daysOf, fewOf, reversed, together } from "../stage/day-counts.ts";
import { ENOUGH_PAUSES, pausesBefore, usualSilence } from "./pauses.ts";

/** The last day that is more than half as busy as the day in the middle of all, and has more than a few records; null when there is none. */
function busyEnd(all: DayCounts): Day | null {
  const sizes = [...all.values()].sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  return daysOf(all).findLast((day) => (all.get(day) ?? 0) > Math.max(fewOf(0), usual / 2)) ?? null;
}

/** Days of silence after which a record of a table may be a slip; where it has too few pauses in the year up to a day, those of all tables together say. */
function longSilence(counts: DayCounts, all: DayCounts, end: Day): number {
  const own = pausesBefore(counts, crowdedEnd(counts) ?? end);
  return usualSilence(own.length >= ENOUGH_PAUSES ? own : pausesBefore(all, end));
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
