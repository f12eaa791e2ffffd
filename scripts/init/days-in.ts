import { wallClock } from "../read/company-clock.ts";
import { dateForm, firstOf, yearFirstDay, yearFirstTime } from "../read/date-forms.ts";
import type { ColumnProfile } from "./column-profile.ts";
import { dayFirstOf, findDates } from "./forms/dates.ts";

const DAY_MS = 86_400_000;

// the zone does not matter for days that are compared with each other
const clock = wallClock("UTC");

/** Reads the days of a column as it writes them, as numbers that can be compared; null for what is none. */
export function daysIn(column: ColumnProfile, others: readonly ColumnProfile[]): (text: string) => number | null {
  const { forms } = findDates(column, "timestamp", dayFirstOf(others));
  const read = firstOf([...forms.map((form) => dateForm(form, clock)), yearFirstTime(clock), yearFirstDay(clock)]);
  return (text) => {
    const moment = read(text.trim());
    return moment === null ? null : Math.floor(moment / DAY_MS);
  };
}
