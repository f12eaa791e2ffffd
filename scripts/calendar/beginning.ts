import { dayOf, isoOf } from "../../src/core/days.ts";
import { firstDay, parseMonth } from "../../src/core/periods.ts";
import { type DayCounts, daysOf, reversed } from "../stage/day-counts.ts";
import { pausesBefore } from "./pauses.ts";

/**
 * The ISO day from which a table reaches: the first of the month of its first record, unless its records begin only after a longer silence than
 * the table's longest pause in the year that follows. So a holiday or few cases at the start of a month do not make the month a part of one.
 */
export function beginningOf(counts: DayCounts): string | null {
  const [first] = daysOf(counts);
  if (first === undefined) return null;
  const monthStart = firstDay(parseMonth(isoOf(first)));
  const pauses = pausesBefore(reversed(counts), -first);
  const isLate = pauses.length > 0 && first - dayOf(monthStart) > Math.max(...pauses);
  return isLate ? isoOf(first) : monthStart;
}
