import { counted, DataError } from "../../src/core/errors.ts";
import type { WorkingSpan } from "../../src/core/working-hours.ts";
import type { WorkingWeek } from "../../src/core/working-week.ts";
import { yearFile } from "../read/table-file.ts";
import { type CalendarYear, calendarYear } from "./calendar-year.ts";
import type { Placed } from "./exported.ts";
import type { ListedDays } from "./listed-days.ts";
import { FIRST_STATUTORY_YEAR, statutoryDays } from "./statutory.ts";

/** What says when a company works. */
export interface CompanyTime {
  listed: ListedDays;
  week: WorkingWeek;
}

interface Given extends CompanyTime {
  /** ISO days, every one from the first to the last. */
  days: readonly string[];
  /** What the first day is, for a message. */
  from: string;
  /** The records that reach into a year, as long as they are few. */
  reaching: (year: string) => readonly Placed[];
}

/** The working spans of days. */
export interface CompanyDays {
  days: readonly { day: string; spans: readonly WorkingSpan[] }[];
  /** The years among them that are provisional. */
  provisionalYears: readonly string[];
}

const fileOf = (year: string): string => `reference/${yearFile("calendar", year)}`;

/** Whether a company works on a day by its own days, else by the calendar of the year; undefined where neither says, so that the week does. */
const listedAs = (listed: ListedDays, day: string, year: CalendarYear | null | undefined): boolean | undefined =>
  listed.own.get(day) ?? year?.days.get(day);

/** Whether a company does not work on an ISO day; of a year that is not known, by its own days and its week. */
export function isDayOff({ listed, week }: CompanyTime, day: string): boolean {
  const isWorking = listedAs(listed, day, calendarYear(day.slice(0, 4), listed.years));
  return isWorking === undefined ? week.spansOn(day).length === 0 : !isWorking;
}

/** Throws a DataError that names the few records that reach into years, unless there are none. */
function refuseFew(places: readonly Placed[]): void {
  if (places.length === 0) return;
  const issues = places.map((place) => ({ ...place, expected: "a day of a year whose days off are known" }));
  const ways = "correct them, say `as_of` in site.yaml, or list the days off of the year in a file such as reference/calendar-2003.csv";
  throw new DataError(
    `少数记录涉及放假安排未知的年份 · few records reach into years whose days off are not known; ${ways}: ${places.length}`,
    issues,
  );
}

/** Throws a DataError on years whose days off are neither known nor computed. */
function refuseUnknown(unknown: readonly string[], { days, from, reaching }: Given): void {
  if (unknown.length === 0) return;
  refuseFew(unknown.flatMap(reaching));
  const issues = unknown.map((year) => {
    const first = days.find((day) => day.startsWith(year)) ?? year;
    return {
      file: fileOf(year),
      column: "day",
      found: first === days[0] ? from : `${first}, to which the data reach`,
      expected: `the days off and the make-up weekends of ${year}, whose national calendar is not known`,
    };
  });
  throw new DataError("数据涉及放假安排未知的年份 · the data reach into years whose days off are not known", issues);
}

/** Throws a DataError where a year's finished file leaves out days off by statute, and nothing else takes them off. */
function refuseWorkedFestivals(years: ReadonlyMap<string, CalendarYear>, { listed, week }: CompanyTime): void {
  const finished = [...listed.years].filter(([year, file]) => years.get(year) === file && Number(year) >= FIRST_STATUTORY_YEAR);
  const issues = finished.flatMap(([year, { days, isProvisional }]) =>
    [...statutoryDays(Number(year))]
      .filter(([day]) => !isProvisional && !days.has(day) && !listed.own.has(day) && week.spansOn(day).length > 0)
      .map(([day, { zh, en }]) => ({
        file: fileOf(year),
        column: "day",
        found: "no such row",
        expected: `${day}, ${zh} (${en}), a day off by statute`,
      })),
  );
  if (issues.length > 0)
    throw new DataError(`年历缺少法定节假日 · the calendar of a year lacks ${counted(issues.length, "day")} off by statute`, issues);
}

/**
 * When a company works on each of some days: by its own days, else by the calendar of the year, else by its working week. A day that is listed as worked has full hours.
 * Throws a DataError on a year that is neither known nor computed, and on one whose file leaves out days off by statute.
 */
export function companyDays(given: Given): CompanyDays {
  const { days, listed, week } = given;
  const found = [...new Set(days.map((day) => day.slice(0, 4)))].map((year) => [year, calendarYear(year, listed.years)] as const);
  refuseUnknown(
    found.flatMap(([year, calendar]) => (calendar ? [] : year)),
    given,
  );
  const years = new Map(found.flatMap(([year, calendar]): [string, CalendarYear][] => (calendar ? [[year, calendar]] : [])));
  refuseWorkedFestivals(years, given);
  const spansOf = (day: string): readonly WorkingSpan[] => {
    const isWorking = listedAs(listed, day, years.get(day.slice(0, 4)));
    if (isWorking === undefined) return week.spansOn(day);
    return isWorking ? week.full : [];
  };
  return {
    days: days.map((day) => ({ day, spans: spansOf(day) })),
    provisionalYears: [...years].flatMap(([year, { isProvisional }]) => (isProvisional ? year : [])),
  };
}
