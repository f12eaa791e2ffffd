import { describe, expect, test } from "vitest";
import type { Exported } from "../../scripts/calendar/exported.ts";
import { reachOf } from "../../scripts/calendar/reach.ts";
import { fewOf } from "../../scripts/stage/day-counts.ts";
import { loadTables } from "../../scripts/tools/registry.ts";
import type { Table } from "../../src/core/contract.ts";
import { type Day, dayOf, isoOf } from "../../src/core/days.ts";
import { firstDay, formatMonth, parseMonth } from "../../src/core/periods.ts";
import type { Rhythm } from "../../src/core/rhythms.ts";

const CONTRACTS = new Map((await loadTables()).map((table) => [table.id, table]));
const SITE = { stale_after: 2, fiscal_year_starts: 1 };

/** Every day from one to another, both within. */
const daily = (from: string, to: string): Day[] => Array.from({ length: dayOf(to) - dayOf(from) + 1 }, (_, i) => dayOf(from) + i);
const on = (...days: string[]): Day[] => days.map(dayOf);
/** The first day of every month from one to another. */
const monthly = (from: string, to: string): Day[] =>
  Array.from({ length: parseMonth(to) - parseMonth(from) + 1 }, (_, i) => dayOf(firstDay(parseMonth(from) + i)));

/** The days of records by day, and the places of the outermost, a line for each from 2 on. */
function daysOf(days: readonly Day[], outwards: 1 | -1) {
  const counts = new Map([...Map.groupBy(days, (day) => day)].map(([day, same]) => [day, same.length]));
  const placed = days.map((day, i) => ({ day, line: i + 2, named: { day } }));
  return { counts, outermost: placed.sort((a, b) => (b.day - a.day) * outwards).slice(0, fewOf(days.length)) };
}

/** A table whose records each start and end on one day. */
const exported = (table: string, days: readonly Day[], rhythm: Rhythm = "daily"): Exported => ({
  table: CONTRACTS.get(table) as Table,
  files: [
    { file: `exports/${table}.csv`, rhythm, span: { starts: daysOf(days, -1), ends: daysOf(days, 1), earliest: daysOf(days, 1).counts } },
  ],
});

const ORDERS = exported("orders", daily("2024-01-01", "2026-10-18"));

describe("reachOf", () => {
  test("goes from the first month of any table to the latest day of any", () => {
    const { first, asOf } = reachOf([ORDERS, exported("rework", daily("2023-11-02", "2026-10-16"))], SITE);
    expect([formatMonth(first), asOf]).toEqual(["2023-11", "2026-10-18"]);
  });

  test("is not moved by the survey of a quarter that is still running", () => {
    expect(reachOf([ORDERS, exported("survey", on("2025-12-31", "2026-12-31"), "quarterly")], SITE).asOf).toBe("2026-10-18");
  });

  test("goes to the end of a month of which only days off are left, in which hardly anything happens", () => {
    const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());
    const workdays = daily("2026-01-01", "2026-10-30").filter((day) => !isWeekend(isoOf(day)));
    expect(reachOf([exported("orders", workdays)], SITE, isWeekend)).toMatchObject({ asOf: "2026-10-31", from: "2026-01-01" });
  });

  test("is what site.yaml says, where it says so", () => {
    expect(reachOf([ORDERS], { ...SITE, as_of: "2026-09-30" }).asOf).toBe("2026-09-30");
  });

  test.each([["before all data", "2023-12-31", "as_of in site.yaml is before all data: 2023-12-31; expected a day from 2024-01-01"]])(
    "refuses an as_of %s",
    (_, as_of, message) => {
      expect(() => reachOf([ORDERS], { ...SITE, as_of })).toThrow(message);
    },
  );

  test.each([
    ["fresh for its rhythm reaches all the way", "monthly", daily("2024-01-01", "2026-10-05"), "2026-10-18"],
    ["late for its rhythm reaches up to its latest record", "weekly", on("2024-01-01", "2026-09-20"), "2026-09-20"],
    ["silent for longer than is usual does as well, however fresh", "monthly", daily("2024-01-01", "2026-09-20"), "2026-09-20"],
    ["silent, as it has been before, reaches all the way", "monthly", monthly("2024-01", "2026-09"), "2026-10-18"],
  ] as const)("a table whose export is %s", (_, rhythm, days, until) => {
    expect(reachOf([ORDERS, exported("losses", days, rhythm)], SITE).tables["losses"]?.until).toBe(until);
  });

  test.each([
    ["of requests, in which nothing begins any more while what was begun is still followed", "service_requests", "2026-08-28"],
    ["of deals, whose day is that of their closing, the same as it reaches", "deals", "2026-10-18"],
  ])("a table says up to when records have begun: %s", (_, table, begun) => {
    const starts = daysOf(daily("2024-01-01", "2026-08-28"), -1);
    const followed = exported(table, daily("2024-01-02", "2026-10-18"));
    const files = followed.files.map((file) => ({ ...file, span: { ...file.span, starts } }));
    expect(reachOf([ORDERS, { ...followed, files }], SITE).tables[table]).toMatchObject({ begun, until: "2026-10-18" });
  });

  test("takes all files of a table together", () => {
    const files = [...exported("orders", daily("2023-01-01", "2023-12-31")).files, ...ORDERS.files];
    const { first, tables } = reachOf([{ ...ORDERS, files }], SITE);
    expect([formatMonth(first), tables["orders"]]).toEqual(["2023-01", { from: "2023-01-01", begun: "2026-10-18", until: "2026-10-18" }]);
  });

  test("a table that does not say when its rows happened is known from any day to the as-of day", () => {
    expect(reachOf([ORDERS, exported("goals", [])], SITE).tables["goals"]).toEqual({
      from: null,
      begun: "2026-10-18",
      until: "2026-10-18",
    });
  });

  test("a table reaches from the day of its first record when that comes late in its month, and from the quarter of a survey", () => {
    const late = exported("rework", daily("2024-02-12", "2026-10-18"));
    const { tables } = reachOf([ORDERS, late, exported("survey", on("2024-03-31", "2026-09-30"), "quarterly")], SITE);
    expect(["orders", "rework", "survey"].map((table) => tables[table]?.from)).toEqual(["2024-01-01", "2024-02-12", "2024-01-01"]);
  });

  test("slips move neither the first month nor the as-of day", () => {
    const slipped = exported("requirements", [
      ...daily("2024-01-01", "2026-10-18"),
      ...on("1926-05-05", "2016-05-05", "2026-12-18", "2027-10-01"),
    ]);
    const { first, asOf, months } = reachOf([ORDERS, slipped], SITE);
    expect([formatMonth(first), asOf, months.length]).toEqual(["2024-01", "2026-10-18", 34]);
  });

  test.each([
    ["had been opened by then, is none", "2025-10-01", "2026-01"],
    ["were opened only later, is a slip", "2026-02-01", "2026-02"],
  ])("a deal closed long before the next, while others %s", (_, opened, from) => {
    const closed = exported("deals", [...on("2026-01-05"), ...daily("2026-02-01", "2026-10-18")]);
    const files = closed.files.map((file) => ({
      ...file,
      span: { ...file.span, earliest: daysOf(daily(opened, "2026-10-10"), 1).counts },
    }));
    expect(formatMonth(reachOf([{ ...closed, files }], SITE).first)).toBe(from);
  });

  test("knows the months in which nothing happened, and how far any table reaches where site.yaml says a later day", () => {
    const days = [...daily("2026-01-01", "2026-03-15"), ...daily("2026-05-02", "2026-06-10")];
    const { months, until } = reachOf([exported("orders", days)], { ...SITE, as_of: "2026-12-31" });
    expect([months.map(formatMonth), until]).toEqual([["2026-01", "2026-02", "2026-03", "2026-05", "2026-06"], "2026-06-10"]);
  });

  test("refuses many latest days far beyond those of every other table, naming the first three", () => {
    const wrong = exported("requirements", [...daily("2024-01-01", "2026-10-01"), ...Array(4).fill(dayOf("2062-09-30"))]);
    expect(() => reachOf([ORDERS, wrong], SITE)).toThrow(
      [
        "dates are not plausible; correct the records, or say `as_of` in site.yaml",
        "  exports/requirements.csv:1007 day: expected a day near 2026-10-18, where the other exports end, found 2062-09-30",
        "  exports/requirements.csv:1008 day: expected a day near 2026-10-18, where the other exports end, found 2062-09-30",
        "  exports/requirements.csv:1009 day: expected a day near 2026-10-18, where the other exports end, found 2062-09-30",
      ].join("\n"),
    );
  });

  test("refuses many first days long ago", () => {
    const wrong = exported("orders", [...Array(4).fill(dayOf("0203-09-30")), ...daily("2024-01-01", "2026-10-18")]);
    expect(() => reachOf([wrong], SITE)).toThrow(
      /exports\/orders\.csv:2 day: expected a day within thirty years of 2026-10-18, found 0203-09-30/,
    );
  });

  test("refuses exports when none says when", () => {
    expect(() => reachOf([exported("goals", [])], SITE)).toThrow("no export has a record with a date");
  });
});
