import { type Day, dayOf, isoOf } from "../../src/core/days.ts";
import { lastDay, parseMonth } from "../../src/core/periods.ts";
import { type DayCounts, recordsIn } from "../stage/day-counts.ts";

/** A company of whose records more than one in so many are of days off works on them. */
const ONE_IN = 10;

/**
 * The last day of a month, where the days that are left of it after the last record are all off, and hardly any record is of a day off: nothing
 * more was to come. Else the day of that record.
 */
export function withDaysOff(end: Day, all: DayCounts, isOff: (day: string) => boolean): Day {
  const isDayOff = (day: Day) => isOff(isoOf(day));
  const monthEnd = dayOf(lastDay(parseMonth(isoOf(end))));
  const left = Array.from({ length: monthEnd - end }, (_, i) => end + 1 + i);
  return left.every(isDayOff) && recordsIn(all, isDayOff) * ONE_IN <= recordsIn(all) ? monthEnd : end;
}
