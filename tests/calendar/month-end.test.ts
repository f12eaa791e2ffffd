import { describe, expect, test } from "vitest";
import { isDayOff } from "../../scripts/calendar/company-days.ts";
import { withDaysOff } from "../../scripts/calendar/month-end.ts";
import { dayOf, isoOf } from "../../src/core/days.ts";
import { weekOf } from "../facts/week.ts";

const time = (own: readonly (readonly [string, boolean])[] = []) => ({
  listed: { own: new Map(own), years: new Map() },
  week: weekOf({}),
});

const isWeekend = (iso: string) => isDayOff(time(), iso);

/** A record on every day of four months up to one, as far as days are asked for. */
const upTo = (last: string, isAsked = (_: string) => true) =>
  new Map(
    Array.from({ length: 120 }, (_, i) => dayOf(last) - i)
      .filter((day) => isAsked(isoOf(day)))
      .map((day) => [day, 1] as const),
  );

const onWorkdays = (last: string) => upTo(last, (day) => !isWeekend(day));

describe("withDaysOff(end, all, isOff)", () => {
  test.each([
    ["is the end of a month that ends on a weekend", "2026-01-30", onWorkdays("2026-01-30"), "2026-01-31"],
    ["is the last record's day where a working day is left", "2026-01-29", onWorkdays("2026-01-29"), "2026-01-29"],
    ["is that day where the company works on weekends", "2026-01-30", upTo("2026-01-30"), "2026-01-30"],
    ["is that day in the middle of a month", "2026-01-16", onWorkdays("2026-01-16"), "2026-01-16"],
  ])("%s", (_, end, all, expected) => {
    expect(isoOf(withDaysOff(dayOf(end), all, isWeekend))).toBe(expected);
  });
});

describe("isDayOff(time, day)", () => {
  test.each([
    ["by the week", "2026-01-31", [], true],
    ["by the calendar of the year", "2026-10-01", [], true],
    ["by the company's own days first", "2026-01-31", [["2026-01-31", true]], false],
    ["by the week in a year that is not known", "1999-12-31", [], false],
  ] as const)("knows it %s", (_, day, own, expected) => {
    expect(isDayOff(time(own), day)).toBe(expected);
  });
});
