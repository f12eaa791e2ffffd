import { bool, columnFromArray, dateDay, int32, type Table, tableFromColumns } from "@uwdata/flechette";
import { DataError } from "../../src/core/errors.ts";
import type { Placed } from "./exported.ts";
import { isKnownYear, isWorkedNationally } from "./national.ts";

/** A company's own days off and on, by ISO day: whether it is worked on. */
export type OwnDays = ReadonlyMap<string, boolean>;

interface Days {
  /** ISO days, every one from the first to the last. */
  days: readonly string[];
  own: OwnDays;
  /** What the first day is, for a message. */
  from: string;
  /** Working minutes of a working day. */
  minutesADay: number;
  /** The records that reach into a year, as long as they are few. */
  reaching: (year: string) => readonly Placed[];
}

/** Days off by statute in every year, whatever the moon says: a year is not listed where a company lists not even these. */
const ALWAYS_OFF = ["01-01", "05-01", "10-01", "10-02", "10-03"];

/** The days that a company's calendar lacks before a year counts as listed. */
const missingIn = (year: string, own: OwnDays): string[] =>
  ALWAYS_OFF.map((day) => `${year}-${day}`).filter((day) => own.get(day) !== false);

/** Throws a DataError that names the few records that reach into years, unless there are none. */
function refuseFew(places: readonly Placed[]): void {
  if (places.length === 0) return;
  const issues = places.map((place) => ({ ...place, expected: "a day of a year whose days off are known" }));
  const ways = "correct them, say `as_of` in site.yaml, or list the days off in data/reference/calendar.csv";
  throw new DataError(`few records reach into years whose days off are not known; ${ways}: ${places.length}`, issues);
}

/** A year is known by the national calendar, or by a company that lists its days off. */
function requireKnownYears({ days, own, from, reaching }: Days): void {
  const years = Map.groupBy(days, (day) => day.slice(0, 4));
  const unknown = [...years].filter(([year]) => !isKnownYear(year) && missingIn(year, own).length > 0);
  if (unknown.length === 0) return;
  refuseFew(unknown.flatMap(([year]) => reaching(year)));
  const issues = unknown.map(([year, found]) => ({
    file: "data/reference/calendar.csv",
    column: "day",
    found: found[0] === days[0] ? from : `${found[0]}, to which the data reach`,
    expected: `the days off and the make-up weekends of ${year}, whose national calendar is not known; there is no day off on ${missingIn(year, own).join(", ")}`,
  }));
  throw new DataError("the data reach into years whose days off are not known", issues);
}

/**
 * One row per day: `day`, `is_working`, `minutes_before` (working minutes since the first day, up to this one),
 * `number` (of the working day, the first being 1; null on a day off). Throws a DataError on a year whose days off are not known.
 */
export function workingDaysTable(given: Days): Table {
  const { days, own, minutesADay } = given;
  requireKnownYears(given);
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
