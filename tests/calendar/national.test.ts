import { afterEach, describe, expect, test, vi } from "vitest";
import { isWorkedNationally, noticeOf } from "../../scripts/calendar/national.ts";
import { ZONES } from "../pipeline/zones.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each(ZONES)("by the clock of %s", (zone, offset) => {
  test.each([
    ["2026-03-06", "a Friday", true],
    ["2026-03-07", "a Saturday", false],
    ["2026-03-08", "a Sunday", false],
    ["2026-03-09", "a Monday", true],
    ["2026-02-14", "a Saturday that makes up for Spring Festival", true],
    ["2026-02-15", "the first day of Spring Festival's holiday", false],
    ["2026-02-23", "its last day, a Monday", false],
    ["2026-02-24", "the day after it", true],
    ["2026-01-01", "New Year's Day", false],
    ["2026-01-04", "a Sunday that makes up for it", true],
    ["2030-01-05", "a Saturday of a year that is not known", false],
    ["2030-01-07", "a Monday of a year that is not known", true],
  ])("%s, %s, is worked on: %s", (day, _, isWorked) => {
    vi.stubEnv("TZ", zone);
    expect(new Date(0).getTimezoneOffset()).toBe(offset);
    expect(isWorkedNationally(day)).toBe(isWorked);
  });
});

test.each([
  ["2003", false],
  ["2004", true],
  ["2026", true],
  ["2030", false],
])("the notice of %s is known: %s", (year, isKnown) => {
  expect(noticeOf(year) !== null).toBe(isKnown);
});
