import { dayOf, isoOf } from "../../src/core/days.ts";
import type { DaySpan } from "../../src/data/manifest.ts";
import { type CompanyTime, isDayOff } from "./company-days.ts";
import { lunarNewYear } from "./statutory.ts";

/** Days in a row that a weekend alone, or a weekend and a day, does not give. */
const MORE_THAN = 3;

/** The days off in a row around an ISO day; null where the company works on it. */
function daysOffAround(time: CompanyTime, iso: string): DaySpan | null {
  if (!isDayOff(time, iso)) return null;
  let [first, last] = [dayOf(iso), dayOf(iso)];
  while (isDayOff(time, isoOf(first - 1))) first -= 1;
  while (isDayOff(time, isoOf(last + 1))) last += 1;
  return last - first + 1 > MORE_THAN ? { from: isoOf(first), to: isoOf(last) } : null;
}

/** The days off at each Spring Festival that lies, at least in part, between two ISO days, oldest first; none of a year in which a company works on or right after the first day of the lunar year. */
export function springFestivals(time: CompanyTime, from: string, until: string): DaySpan[] {
  const [first, last] = [from, until].map((day) => Number(day.slice(0, 4))) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, i) => daysOffAround(time, lunarNewYear(first + i))).filter(
    (span) => span !== null && span.from <= until && span.to >= from,
  ) as DaySpan[];
}
