import { describe, expect, test } from "vitest";
import { noticeOf } from "../../scripts/calendar/national.ts";
import { statutoryDays } from "../../scripts/calendar/statutory.ts";

const YEARS = Array.from({ length: 26 }, (_, i) => 2025 + i);

/** By the calendar of the Purple Mountain Observatory. */
describe("statutoryDays(year)", () => {
  test.each([
    [
      2025,
      "2025-01-01 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-04 2025-05-01 2025-05-02 2025-05-31 2025-10-01 2025-10-02 2025-10-03 2025-10-06",
    ],
    [
      2026,
      "2026-01-01 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-04-05 2026-05-01 2026-05-02 2026-06-19 2026-09-25 2026-10-01 2026-10-02 2026-10-03",
    ],
    // the new moon of 2027 is four minutes before midnight
    [
      2027,
      "2027-01-01 2027-02-05 2027-02-06 2027-02-07 2027-02-08 2027-04-05 2027-05-01 2027-05-02 2027-06-09 2027-09-15 2027-10-01 2027-10-02 2027-10-03",
    ],
    // Mid-Autumn falls within National Day
    [
      2028,
      "2028-01-01 2028-01-25 2028-01-26 2028-01-27 2028-01-28 2028-04-04 2028-05-01 2028-05-02 2028-05-28 2028-10-01 2028-10-02 2028-10-03",
    ],
    // the hard year of lunar calendars: its leap month follows the eleventh
    [
      2033,
      "2033-01-01 2033-01-30 2033-01-31 2033-02-01 2033-02-02 2033-04-04 2033-05-01 2033-05-02 2033-06-01 2033-09-08 2033-10-01 2033-10-02 2033-10-03",
    ],
  ])("of %i are %s", (year, days) => {
    expect([...statutoryDays(year).keys()].join(" ")).toBe(days);
  });

  test.each([2025, 2026])("of %i are all off by the State Council's notice", (year) => {
    const notice = noticeOf(String(year));
    expect([...statutoryDays(year).keys()].filter((day) => notice?.get(day) !== false)).toEqual([]);
  });

  test.each(YEARS)("of %i are thirteen, or twelve where two festivals share a day", (year) => {
    const days = [...statutoryDays(year)];
    const shared = days.filter(([, { zh }]) => zh.includes("、"));
    expect(days.length + shared.length).toBe(13);
  });

  test("name both festivals of a day", () => {
    expect(statutoryDays(2028).get("2028-10-03")).toEqual({ zh: "中秋节、国庆节", en: "Mid-Autumn Festival, National Day" });
  });
});
