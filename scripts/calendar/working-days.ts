import { bool, columnFromArray, dateDay, int32, type Table, tableFromColumns } from "@uwdata/flechette";
import { DataError } from "../../src/core/errors.ts";
import { isKnownYear, isWorkedNationally } from "./national.ts";

/** A company's own days off and on, by ISO day: whether it is worked on. */
export type OwnDays = ReadonlyMap<string, boolean>;

interface Days {
  /** ISO days, every one from the first to the last. */
  days: readonly string[];
  own: OwnDays;
  /** Working minutes of a working day. */
  minutesADay: number;
}

/** A year is known by the national calendar, or by a company that lists its days off. */
function requireKnownYears(days: readonly string[], own: OwnDays): void {
  const listed = new Set([...own].flatMap(([day, isWorking]) => (isWorking ? [] : day.slice(0, 4))));
  const years = Map.groupBy(days, (day) => day.slice(0, 4));
  const unknown = [...years].filter(([year]) => !listed.has(year) && !isKnownYear(year));
  if (unknown.length === 0) return;
  const issues = unknown.map(([year, found]) => ({
    file: "data/reference/calendar.csv",
    column: "day",
    found: `${found[0]} in the data`,
    expected: `the days off and the make-up weekends of ${year}, whose national calendar is not known`,
  }));
  throw new DataError("the working calendar ends before the data do", issues);
}

/**
 * One row per day: `day`, `is_working`, `minutes_before` (working minutes since the first day, up to this one),
 * `number` (the how-manieth working day since the first, from 1; null on a day off). Throws a DataError on a year of which the days off are not known.
 */
export function workingDaysTable({ days, own, minutesADay }: Days): Table {
  requireKnownYears(days, own);
  const areWorking = days.map((day) => own.get(day) ?? isWorkedNationally(day));
  let worked = 0;
  const before = areWorking.map((isWorking) => (isWorking ? worked++ : worked));
  return tableFromColumns({
    day: columnFromArray(
      days.map((day) => new Date(day)),
      dateDay(),
    ),
    is_working: columnFromArray(areWorking, bool()),
    minutes_before: columnFromArray(
      before.map((count) => count * minutesADay),
      int32(),
    ),
    number: columnFromArray(
      before.map((count, i) => (areWorking[i] ? count + 1 : null)),
      int32(),
    ),
  });
}
