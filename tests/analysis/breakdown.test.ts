import { describe, expect, test } from "vitest";
import { breakdownOf, carriersOf, crossingOf, mainCarrier } from "../../src/analysis/breakdown.ts";
import { parsePeriod } from "../../src/core/periods.ts";
import type { DimensionInfo } from "../../src/cube/manifest.ts";
import { mean, sum } from "../../src/cube/parts.ts";
import { tinyCubes, tinyMetric } from "../cube/tiny.ts";

const member = (id: string) => ({ id, label: { zh: id, en: id } });
const REGION: DimensionInfo = { id: "region", label: { zh: "区域", en: "Region" }, members: ["south", "west", "east"].map(member) };
const cell = (month: string, region: string, days: number, n: number) => ({
  month,
  region,
  kind: "a",
  count: n,
  sum_days: days,
  count_days: n,
});
const CUBES = tinyCubes({
  things: {
    cells: [
      cell("2026-01", "east", 40, 10),
      cell("2026-01", "west", 20, 10),
      cell("2026-02", "east", 60, 10),
      cell("2026-02", "west", 60, 30),
      cell("2026-03", "south", 7, 1),
      cell("2026-03", "west", 0, 0),
    ],
  },
});
const MEAN = tinyMetric({ value: mean("days"), dimensions: ["region", "kind"] });
const SUM = tinyMetric({ value: sum("days") });
const at = (period: string) => ({ period: parsePeriod(period) });

describe("breakdownOf", () => {
  test("lists members in the dimension's order, each beside the period before", () => {
    const rows = breakdownOf(CUBES, MEAN, REGION, at("2026-02"));
    expect(rows.map(({ member: id, now, before }) => [id, now.value, before?.value])).toEqual([
      ["west", 2, 2],
      ["east", 6, 4],
    ]);
  });

  test("has no earlier result of a member that was not there, and leaves out one without cases in both periods", () => {
    const rows = breakdownOf(CUBES, MEAN, REGION, at("2026-03"));
    expect(rows.map(({ member: id, now, before }) => [id, now.value, before?.value])).toEqual([
      ["south", 7, undefined],
      ["west", null, 2],
    ]);
  });
});

describe("crossingOf", () => {
  test("has a result for every pair of members with cells", () => {
    const results = crossingOf(CUBES, MEAN, ["region", "kind"], at("2026-01"));
    expect(results.map(({ members, value }) => [members["region"], members["kind"], value]).sort()).toEqual([
      ["east", "a", 4],
      ["west", "a", 2],
    ]);
  });
});

describe("carriersOf", () => {
  test.each([
    [MEAN, "2026-02", 0],
    [SUM, "2026-02", 60],
    [SUM, "2026-03", 7 - 120],
  ])("%# adds up to the change of the whole", (metric, period, whole) => {
    const contributions = carriersOf(CUBES, metric, REGION, at(period));
    expect(contributions.length).toBeGreaterThan(1);
    expect(contributions.reduce((all, { rate, mix }) => all + rate + mix, 0)).toBeCloseTo(whole, 12);
  });

  test.each([
    [MEAN, "2026-01"],
    [SUM, "2026-01"],
    [SUM, "2026-04"],
  ])("%# has none where a period is missing", (metric, period) => {
    expect(carriersOf(CUBES, metric, REGION, at(period))).toEqual([]);
  });

  test("has none where a group is hidden", () => {
    const base = { region: "east", sum_days: 0, count_days: 0, is_hidden: false, pool: null };
    const cells = ["2026-01", "2026-02"].flatMap((month) => [
      { ...base, month, sum_days: 50, count_days: 10 },
      { ...base, month, region: "~pool", pool: "~p", sum_days: 10, count_days: 6 },
      { ...base, month, region: "west", pool: "~p", is_hidden: true },
    ]);
    expect(carriersOf(tinyCubes({ things: { cells, isProtected: true } }), MEAN, REGION, at("2026-02"))).toEqual([]);
  });
});

describe("mainCarrier", () => {
  test("moved the whole most in the direction in which it went", () => {
    const parts = [
      { member: "east", rate: 5, mix: 0 },
      { member: "west", rate: -4, mix: -4 },
      { member: "south", rate: -1, mix: 0 },
    ];
    expect(mainCarrier(parts)?.member).toBe("west");
    expect(mainCarrier(parts.slice(0, 2).with(1, { member: "west", rate: -1, mix: 0 }))?.member).toBe("east");
    expect(mainCarrier([])).toBeUndefined();
  });
});
