import { expect, test } from "vitest";
import { activity, festivalShare, inOfficeHours, momentOf, nextWorkday } from "../../scripts/sample/calendar.ts";
import { dayOf, isoOf } from "../../src/core/days.ts";

const timeOf = (moment: number) => new Date(moment).toISOString().slice(0, 16);

test.each([
  ["2026-02-14", "a make-up Saturday", "2026-02-14"],
  ["2026-02-15", "the first day of Spring Festival", "2026-02-24"],
  ["2026-05-16", "an ordinary Saturday", "2026-05-18"],
])("nextWorkday(%s), %s, is %s", (iso, _, expected) => {
  expect(isoOf(nextWorkday(dayOf(iso)))).toBe(expected);
});

test("festivalShare is least around Spring Festival, and all by summer", () => {
  expect(festivalShare(dayOf("2025-01-31"))).toBeCloseTo(0.35);
  expect(festivalShare(dayOf("2025-06-30"))).toBeCloseTo(1);
});

test("activity is next to nothing on a Sunday", () => {
  expect(activity(dayOf("2025-06-15")) / activity(dayOf("2025-06-16"))).toBeLessThan(0.1);
});

test("inOfficeHours leaves a working hour as it is, and moves a Sunday to Monday", () => {
  expect(timeOf(inOfficeHours(momentOf(dayOf("2025-06-16"), 615), 0.5))).toBe("2025-06-16T10:15");
  expect(timeOf(inOfficeHours(momentOf(dayOf("2025-06-15"), 615), 0.5))).toBe("2025-06-16T13:30");
});
