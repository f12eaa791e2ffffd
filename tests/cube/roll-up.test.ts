import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../src/core/periods.ts";
import { type Query, rollUp } from "../../src/cube/roll-up.ts";
import type { FactInfo } from "../../src/data/manifest.ts";
import { type TinyCell, type TinyFact, tinyCubes } from "./tiny.ts";

const CELLS: TinyCell[] = [
  { month: "2026-01", region: "east", count: 1, is_entry: true },
  { month: "2026-01", region: "west", count: 10, is_entry: false },
  { month: "2026-02", region: "east", count: 2, is_entry: true },
  { month: "2026-03", region: "east", count: 4, is_entry: false },
  { month: "2026-03", region: "west", count: 40, is_entry: true },
  { month: "2026-04", region: "east", count: 8, is_entry: false },
];

function sums(fact: Partial<TinyFact>, periods: readonly string[], query: Omit<Query, "periods"> = {}) {
  const cubes = tinyCubes({ things: { cells: CELLS, ...fact } });
  const groups = rollUp(
    cubes.fact("things") as FactInfo,
    cubes.cells("things"),
    { periods: periods.map((id) => parsePeriod(id)), ...query },
    ["count"],
  );
  const named = groups.map(({ period, members, rows }) => [
    [periods[period], ...Object.values(members)].join(" "),
    rows.reduce((sum, { count }) => sum + Number(count), 0),
  ]);
  return Object.fromEntries(named);
}

describe("rollUp over time", () => {
  test.each([
    ["flow", "2026Q1", 57],
    ["flow", "2026-02", 2],
    ["flow", "2026", 65],
    ["stock", "2026Q1", 44],
    ["stock", "2026-02", 2],
    ["stock", "2026", 8],
    ["presence", "2026Q1", 11 + 2 + 40],
    ["presence", "2026-03", 44],
    ["presence", "2026", 11 + 2 + 40],
    ["presence", "2026Q2", 8],
  ] as const)("of a %s in %s counts %i", (over, period, count) => {
    expect(sums({ over }, [period])).toEqual({ [period]: count });
  });

  test("of a stock takes the last month that the data reach, even when that month has no cells", () => {
    expect(sums({ over: "stock", reach: ["2026-01", "2026-05"] }, ["2026Q2"])).toEqual({});
  });

  test("of a stock leaves the last month to its own period where a later one is asked for too", () => {
    expect(sums({ over: "stock" }, ["2026Q2", "2026Q3"])).toEqual({ "2026Q2": 8 });
  });

  test("of a presence takes the first month that the data reach as the start of the period", () => {
    expect(sums({ over: "presence", cells: CELLS.filter(({ month }) => month >= "2026-03") }, ["2026"])).toEqual({ 2026: 44 });
  });

  test("keeps periods apart and gives none to a period without cells", () => {
    expect(sums({}, ["2025Q4", "2026-01", "2026-02"])).toEqual({ "2026-01": 11, "2026-02": 2 });
  });
});

describe("rollUp over members", () => {
  test("splits by a dimension", () => {
    expect(sums({}, ["2026Q1"], { by: ["region"] })).toEqual({ "2026Q1 east": 7, "2026Q1 west": 50 });
  });

  test.each([
    [["east"], { "2026Q1": 7 }],
    [["east", "west"], { "2026Q1": 57 }],
    [["north"], {}],
    [[], {}],
  ])("filtered to %j gives %j", (members, expected) => {
    expect(sums({}, ["2026Q1"], { filters: { region: members } })).toEqual(expected);
  });

  test("adds keys to the rows of a group, not to the groups", () => {
    const cubes = tinyCubes({ things: { cells: CELLS } });
    const query = { periods: [parsePeriod("2026Q1")] };
    const groups = rollUp(cubes.fact("things") as FactInfo, cubes.cells("things"), query, ["count"], ["region"]);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.rows.map(({ region, count }) => [region, count])).toEqual([
      ["east", 7],
      ["west", 50],
    ]);
  });
});
