import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthOf, parseMonth, parsePeriod, periodBefore, periodId, periodSpanning, yearBefore } from "../../src/core/periods.ts";
import {
  type Calendar,
  COMPARED_PERIODS,
  DEFAULT_SELECTION,
  fixed,
  isMoving,
  isRelative,
  RELATIVE_PERIODS,
  resolvePeriod,
  resolvePeriods,
  type Scope,
  type Selection,
  withFilter,
  withScope,
} from "../../src/core/selection.ts";
import { parseSelection, printSelection } from "../../src/core/selection-query.ts";
import { assertProperty } from "./property.ts";

/** Every month from 2019 on has data. */
const MONTHS = Array.from({ length: 120 }, (_, i) => monthOf(2019, 1) + i);
const calendarOn = (until: string, fiscalStart = 1): Calendar => ({ from: "2019-01-01", until, months: MONTHS, fiscalStart });

describe("resolvePeriod(choice, calendar)", () => {
  test.each([
    ["last-month", "2026-10-18", 1, "2026-09"],
    ["last-month", "2026-10-31", 1, "2026-10"],
    ["last-quarter", "2026-10-18", 1, "2026Q3"],
    ["last-quarter", "2026-10-18", 2, "2026Q2"],
    ["last-year", "2026-10-18", 1, "2025"],
    ["last-year", "2026-03-31", 4, "2025"],
    ["last-3-months", "2026-10-18", 1, "2026Q3"],
    ["last-3-months", "2026-10-31", 1, "2026-08..2026-10"],
    ["last-6-months", "2026-10-18", 1, "2026-04..2026-09"],
    ["last-12-months", "2026-10-18", 1, "2025-10..2026-09"],
    ["last-12-months", "2026-12-31", 1, "2026"],
    ["last-12-months", "2026-04-01", 4, "2025"],
    ["this-quarter", "2026-10-18", 1, "2026Q4"],
    ["this-quarter", "2026-09-30", 1, "2026Q3"],
  ] as const)("%s on %s, in a fiscal year from month %i, is %s", (choice, asOf, fiscalStart, id) => {
    expect(periodId(resolvePeriod(choice, calendarOn(asOf, fiscalStart)), fiscalStart)).toBe(id);
  });

  test("leaves a fixed period as it is", () => {
    const period = parsePeriod("2019-02..2019-06");
    expect(resolvePeriod(period, calendarOn("2026-10-18"))).toEqual(period);
  });

  test.each([
    ["last-month", "2026-05"],
    ["last-quarter", "2026Q2"],
    ["last-year", "2025"],
    ["last-6-months", "2025-12..2026-05"],
    ["last-12-months", "2025-06..2026-05"],
    ["this-quarter", "2027Q1"],
  ] as const)("%s, when nothing happened from June 2026 to the end of the year, is %s", (choice, id) => {
    const months = [...MONTHS.filter((month) => month <= monthOf(2026, 5)), monthOf(2027, 1)];
    const calendar = {
      ...calendarOn("2027-01-20"),
      months: choice === "last-year" ? months.filter((month) => month < monthOf(2026, 1)) : months,
    };
    expect(periodId(resolvePeriod(choice, calendar))).toBe(id);
  });

  test.each([
    ["the running one where data begin on the last day of the one before", "2022-03-31", "2022-06-29", "2022Q2"],
    ["the running one where data begin in it", "2022-04-02", "2022-06-29", "2022Q2"],
    ["the one before where more of it is there", "2022-01-10", "2022-04-05", "2022Q1"],
    ["the one before where all of it is there", "2022-01-01", "2022-06-29", "2022Q1"],
  ])("of the last quarter is %s", (_, from, until, id) => {
    const months = MONTHS.filter((month) => month >= parseMonth(from) && month <= parseMonth(until));
    expect(periodId(resolvePeriod("last-quarter", { from, until, months, fiscalStart: 1 }))).toBe(id);
  });

  test("is the last that is over when nothing ever happened", () => {
    expect(periodId(resolvePeriod("last-quarter", { ...calendarOn("2026-10-18"), months: [] }))).toBe("2026Q3");
  });
});

test("isRelative distinguishes names from periods", () => {
  expect([...RELATIVE_PERIODS, ...COMPARED_PERIODS].every(isRelative)).toBe(true);
  expect(isRelative(parsePeriod("2026Q3"))).toBe(false);
});

/** What a query selects on a site with data from 2023 to October 2026. */
const reading = (query: string) =>
  parseSelection(query, { fiscalStart: 1, first: monthOf(2023, 1), last: monthOf(2026, 10), dimensions: [] }).selection;

describe("resolvePeriods(selection, calendar)", () => {
  test.each([
    ["", "2026Q3", "2026Q2"],
    ["period=2026", "2026", "2025"],
    ["vs.period=year-ago", "2026Q3", "2025Q3"],
    ["period=last-month&vs.period=year-ago", "2026-09", "2025-09"],
    ["period=2026-02..2026-06&vs.period=year-ago", "2026-02..2026-06", "2025-02..2025-06"],
    ["period=2025Q1&vs.period=2024", "2025Q1", "2024"],
    ["period=2025Q1&vs.period=last-year", "2025Q1", "2025"],
  ])("of %j are %s and %s", (query, own, other) => {
    const periods = resolvePeriods(reading(query), calendarOn("2026-10-18"));
    expect([periodId(periods.own), periodId(periods.other)]).toEqual([own, other]);
  });

  test.each([
    ["2026-10-18", "2025Q3"],
    ["2026-12-31", "2025Q4"],
    ["2027-05-02", "2026Q1"],
  ])("give a year ago of the last quarter as of %s: %s", (asOf, id) => {
    expect(periodId(resolvePeriods(reading("vs.period=year-ago"), calendarOn(asOf)).other)).toBe(id);
  });

  test("give the period before other members as long as the own one", () => {
    const selection: Selection = { ...DEFAULT_SELECTION, against: { period: "previous", filters: { region: ["west"] } } };
    expect(periodId(resolvePeriods(selection, calendarOn("2026-10-18")).other)).toBe("2026Q2");
  });
});

test.each([
  ["", true],
  ["period=2026Q3", false],
  ["vs.period=year-ago", true],
  ["period=2026Q3&vs.period=year-ago", false],
  ["period=2026Q3&vs.period=last-year", true],
  ["period=2026Q3&vs.period=2025", false],
])("isMoving of %j is %s", (query, expected) => {
  expect(isMoving(reading(query))).toBe(expected);
});

describe("fixed(selection, calendar)", () => {
  test("replaces the relative periods of both scopes and keeps the rest", () => {
    const selection = { ...DEFAULT_SELECTION, split: "region", against: { period: "last-year", filters: { region: ["east"] } } } as const;
    expect(fixed(selection, calendarOn("2026-10-18"))).toEqual({
      ...selection,
      period: parsePeriod("2026Q3"),
      against: { period: parsePeriod("2025"), filters: { region: ["east"] } },
    });
  });

  test("replaces a second period that is named from the first", () => {
    expect(fixed(reading("vs.period=year-ago"), calendarOn("2026-10-18"))).toEqual(reading("period=2026Q3&vs.period=2025Q3"));
  });

  test("keeps a fixed period, and no second scope where there was none", () => {
    const selection = { ...DEFAULT_SELECTION, period: parsePeriod("2026-02") };
    expect(fixed(selection, calendarOn("2026-10-18"))).toEqual(selection);
  });
});

test("withFilter sets the members of a dimension and takes the filter away when there are none", () => {
  const filters = withFilter({ segment: ["mid"] }, "region", ["east", "north"]);
  expect(filters).toEqual({ segment: ["mid"], region: ["east", "north"] });
  expect(withFilter(filters, "region", [])).toEqual({ segment: ["mid"] });
});

describe("withScope(selection, change)", () => {
  const members = ["east", "west", "north"].map((id) => ({ id }));
  const vocabulary = {
    fiscalStart: 1,
    ...{ first: monthOf(2023, 1), last: monthOf(2026, 10) },
    dimensions: ["region", "segment"].map((id) => ({ id, members })),
  };
  const after = (query: string, change: Partial<Scope>) =>
    printSelection(withScope(parseSelection(query, vocabulary).selection, change), vocabulary);

  test.each<[string, string, Partial<Scope>, string]>([
    ["a period of both", "region=east&vs.region=west", { period: parsePeriod("2026Q1") }, "period=2026Q1&region=east&vs.region=west"],
    ["a fixed period of both", "period=2026Q1&region=east&vs.region=west", { period: "last-quarter" }, "region=east&vs.region=west"],
    ["a year ago by its name", "vs.period=year-ago", { period: parsePeriod("2026-02") }, "period=2026-02&vs.period=year-ago"],
    ["no fixed period that was a year ago", "vs.period=2025Q3", { period: parsePeriod("2026-02") }, "period=2026-02&vs.period=2025Q3"],
    ["no other period", "vs.period=2025Q2", { period: parsePeriod("2026Q1") }, "period=2026Q1&vs.period=2025Q2"],
    ["no relative period", "period=2026&vs.period=last-year", { period: "last-month" }, "period=last-month&vs.period=last-year"],
    [
      "members of both",
      "region=east&vs.region=west",
      { filters: { region: ["east"], segment: ["north"] } },
      "region=east&segment=north&vs.region=west",
    ],
    ["no other members", "region=east&vs.region=west", { filters: { region: ["north"] } }, "region=north&vs.region=west"],
    ["no members where all are kept", "region=east&vs.region=*", { filters: { region: ["north"] } }, "region=north&vs.region=*"],
    ["members taken away of both", "segment=east&vs.period=2024", { filters: {} }, "vs.period=2024"],
  ])("takes along %s", (_, query, change, expected) => {
    expect(after(query, change)).toBe(expected);
  });

  test("takes along members in whatever order they were kept", () => {
    const against = { period: "last-year", filters: { region: ["west", "east"] } } as const;
    const selection: Selection = { ...DEFAULT_SELECTION, filters: { region: ["east", "west"] }, against };
    expect(withScope(selection, { filters: {} }).against).toEqual({ period: "last-year", filters: {} });
  });

  const months = fc.tuple(fc.integer({ min: 24_300, max: 24_306 }), fc.nat({ max: 2 }));
  const periods = fc.oneof(
    fc.constantFrom(...RELATIVE_PERIODS),
    months.map(([start, more]) => periodSpanning(start, start + more)),
  );
  const kept = fc.subarray(["east", "west"], { minLength: 1 });
  const scopes = fc.record({ period: periods, filters: fc.record({ region: kept, segment: kept }, { requiredKeys: [] }) });
  /** A second scope as it often is: in part as the first. */
  const compared = fc
    .tuple(scopes, scopes, fc.option(fc.constantFrom(...COMPARED_PERIODS)), fc.boolean())
    .map(([own, other, named, isAlike]): Selection & { against: NonNullable<Selection["against"]> } => ({
      ...{ ...DEFAULT_SELECTION, ...own },
      against: { period: isAlike ? own.period : (named ?? other.period), filters: other.filters },
    }));

  test("leaves equal what was equal, and what differed as it was", () => {
    assertProperty(
      fc.property(compared, scopes, (before, { period, filters }) => {
        const now = withScope(before, { period, filters });
        expect([now.period, now.filters]).toEqual([period, filters]);
        const isEqual = JSON.stringify(before.period) === JSON.stringify(before.against.period);
        if (isEqual) expect(now.against?.period).toEqual(period);
        else expect(now.against?.period).toEqual(before.against.period);
        for (const id of ["region", "segment"] as const) {
          const wasEqual = String(before.filters[id]) === String(before.against.filters[id]);
          expect(now.against?.filters[id]).toEqual(wasEqual ? filters[id] : before.against.filters[id]);
        }
      }),
      500,
    );
  });

  test.each([
    ["previous", periodBefore],
    ["year-ago", yearBefore],
  ] as const)("keeps %s what it is, whatever the period", (period, beside) => {
    assertProperty(
      fc.property(compared, periods, (selection, next) => {
        const now = withScope({ ...selection, against: { ...selection.against, period } }, { period: next });
        const { own, other } = resolvePeriods(now, calendarOn("2026-10-18"));
        expect(other).toEqual(beside(own));
      }),
    );
  });
});
