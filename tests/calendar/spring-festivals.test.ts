import { describe, expect, test } from "vitest";
import type { CalendarYear } from "../../scripts/calendar/calendar-year.ts";
import { springFestivals } from "../../scripts/calendar/spring-festivals.ts";
import { weekOf } from "../facts/week.ts";

const week = weekOf();

/** Days of a company's own, as its files list them. */
const companyWith = (own: Readonly<Record<string, boolean>> = {}, years: Readonly<Record<string, CalendarYear>> = {}) => ({
  listed: { own: new Map(Object.entries(own)), years: new Map(Object.entries(years)) },
  week,
});

describe("springFestivals(time, from, until)", () => {
  test("are the days off in a row of each year, weekends beside them included", () => {
    expect(springFestivals(companyWith(), "2024-03-01", "2026-12-31")).toEqual([
      { from: "2025-01-28", to: "2025-02-04" },
      { from: "2026-02-15", to: "2026-02-23" },
    ]);
  });

  test("are there where the data reach their first or last day, and not beyond", () => {
    expect(springFestivals(companyWith(), "2025-02-04", "2026-02-15")).toHaveLength(2);
    expect(springFestivals(companyWith(), "2025-02-05", "2026-02-14")).toEqual([]);
  });

  test("are longer where a company is off longer", () => {
    expect(springFestivals(companyWith({ "2026-02-24": false }), "2026-01-01", "2026-12-31")).toEqual([
      { from: "2026-02-15", to: "2026-02-24" },
    ]);
  });

  test.each([
    ["on the first day of the lunar year", { "2026-02-17": true }],
    ["on all but two days of it", { "2026-02-16": true, "2026-02-19": true }],
  ])("are none where a company works %s", (_, own) => {
    expect(springFestivals(companyWith(own), "2026-01-01", "2026-12-31")).toEqual([]);
  });

  test("follow the statutory days of a year whose notice is not known yet", () => {
    expect(springFestivals(companyWith(), "2033-01-01", "2033-12-31")).toEqual([{ from: "2033-01-29", to: "2033-02-02" }]);
  });
});
