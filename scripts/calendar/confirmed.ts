import { type Day, FEW } from "../stage/span.ts";
import { type DayCounts, daysOf, pausesBefore, reversed, together } from "./pauses.ts";

/** A table with fewer pauses in a year does not show how long they are; all tables together may. */
const ENOUGH = 10;
/** Days of silence after which no record is a slip. */
const LEAST_SILENCE = 14;

/** The last day on or after which a table has more records than may be slips; null when it has no more. */
function crowdedEnd(counts: DayCounts): Day | null {
  let later = 0;
  for (const day of daysOf(counts).reverse()) {
    later += counts.get(day) ?? 0;
    if (later > FEW) return day;
  }
  return null;
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
 * than three records on or after it. From the last certain day of any table on, every later record counts too, as long as it does not come after
 * a silence of all tables twice as long as the longest pause of its own table in a year, and longer than two weeks. What does is a slip.
 */
export function lastConfirmed(tables: readonly DayCounts[]): Day | null {
  const all = together(tables);
  const certain = tables.flatMap((counts) => crowdedEnd(counts) ?? []);
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
