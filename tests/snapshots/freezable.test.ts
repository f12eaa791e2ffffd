import { describe, expect, test } from "vitest";
import { dayOfSnapshot, readFrozenPeriod, reasonsAgainst } from "../../scripts/snapshots/freezable.ts";
import { parsePeriod } from "../../src/core/periods.ts";

const DATA = { from: "2025-02-03", asOf: "2026-10-18" };

describe("readFrozenPeriod(text, data, fiscalStart)", () => {
  test("reads a quarter and a year that the data reach", () => {
    expect(readFrozenPeriod("2026Q3", DATA, 1)).toEqual(parsePeriod("2026Q3"));
    expect(readFrozenPeriod("2025", DATA, 1)).toEqual(parsePeriod("2025"));
    expect(readFrozenPeriod("2026Q1", DATA, 4)).toEqual(parsePeriod("2026Q1", 4));
  });

  test.for([
    ["2026q3", "did you mean 2026Q3?"],
    ["2026-09", "expected one of 2025Q1 … 2026"],
    ["2027Q1", "no quarter or year that the data reach: 2027Q1"],
    ["", "(empty)"],
  ] as const)("refuses %s", ([text, message]) => {
    expect(() => readFrozenPeriod(text, DATA, 1)).toThrow(message);
  });
});

test("dayOfSnapshot(given, data) is the as-of day unless another is given, which is none before it", () => {
  expect(dayOfSnapshot(undefined, DATA)).toBe("2026-10-18");
  expect(dayOfSnapshot("2026-10-20", DATA)).toBe("2026-10-20");
  expect(() => dayOfSnapshot("2026-10-17", DATA)).toThrow("--day 2026-10-17 is before the data, which reach 2026-10-18");
});

describe("reasonsAgainst(period, reach)", () => {
  const reach = (tables: Record<string, string>) => ({
    ...{ first: 0, from: DATA.from, asOf: DATA.asOf, until: DATA.asOf, months: [] },
    tables: Object.fromEntries(Object.entries(tables).map(([id, until]) => [id, { from: null, begun: until, until }])),
  });

  test("finds none where the period is over and every export reaches its end", () => {
    expect(reasonsAgainst(parsePeriod("2026Q3"), reach({ orders: "2026-10-18", deals: "2026-09-30" }))).toEqual([]);
  });

  test("says that the period is not over", () => {
    expect(reasonsAgainst(parsePeriod("2026Q4"), reach({ orders: "2026-10-18" }))).toEqual([
      "时期还没结束 · it ends on 2026-12-31, and the data reach 2026-10-18",
    ]);
  });

  test("names each export that ends before it", () => {
    expect(reasonsAgainst(parsePeriod("2026Q3"), reach({ orders: "2026-10-18", deals: "2026-09-29" }))).toEqual([
      "导出没有到期末 · it ends on 2026-09-30, and the export of deals reaches 2026-09-29",
    ]);
  });
});
