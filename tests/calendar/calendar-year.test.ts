import { afterEach, describe, expect, test, vi } from "vitest";
import { type CalendarYear, calendarYear } from "../../scripts/calendar/calendar-year.ts";

const file = (year: string, isProvisional: boolean) => new Map([[year, { days: new Map([[`${year}-10-01`, false]]), isProvisional }]]);
const NONE = new Map<string, CalendarYear>();

describe("calendarYear(year, files)", () => {
  test.each([
    ["2026", "a finished file wins over the notice", file("2026", false), 1, false],
    ["2026", "the notice wins over a draft", file("2026", true), 39, false],
    ["2047", "a draft wins over statute", file("2047", true), 1, true],
    ["2047", "without a file, the days off by statute", NONE, 13, true],
  ])("of %s: %s", (year, _, files, size, isProvisional) => {
    const found = calendarYear(year, files);
    expect([found?.days.size, found?.isProvisional]).toEqual([size, isProvisional]);
  });

  test("is null before the rules began to hold and any notice is known", () => {
    expect(calendarYear("2003", NONE)).toBeNull();
  });
});

/** The year whose days off have to be known on a day, from 1 December on; null where they are, or can be computed. */
const lackingOn = (today: string, yearOf: (year: string) => unknown): string | null => {
  const next = String(Number(today.slice(0, 4)) + 1);
  return today.slice("YYYY-".length) >= "12-01" && yearOf(next) === null ? next : null;
};

describe("the next year", () => {
  test.each([
    ["2026-11-30", null],
    ["2026-12-01", "2027"],
    ["2026-12-31", "2027"],
    ["2027-01-01", null],
  ])("is asked for on %s: %s", (today, lacking) => {
    expect(lackingOn(today, () => null)).toBe(lacking);
    expect(lackingOn(today, () => ({}))).toBeNull();
  });

  test("has a calendar, or can be computed, from 1 December on", () => {
    // the one test that reads the clock: it fails when this checkout is too old for the year that begins
    const today = new Date().toISOString().slice(0, 10);
    expect(lackingOn(today, (year) => calendarYear(year, NONE))).toBeNull();
  });
});

describe.each(["America/Los_Angeles", "Asia/Shanghai", "Pacific/Kiritimati"])("by the clock of %s", (zone) => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test.each(["2026", "2027", "2028"])("%s is the same", (year) => {
    const here = calendarYear(year, NONE);
    vi.stubEnv("TZ", zone);
    expect(calendarYear(year, NONE)).toEqual(here);
  });
});
