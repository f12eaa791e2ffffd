import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakdownOf, type Comparison, carriersOf, crossingOf } from "../../src/analysis/breakdown.ts";
import { parsePeriod, periodBefore } from "../../src/core/periods.ts";
import type { Filters } from "../../src/core/selection.ts";
import type { Slice } from "../../src/core/slice.ts";
import { evaluate } from "../../src/cube/evaluate.ts";
import { mean, sum } from "../../src/cube/parts.ts";
import type { DimensionInfo } from "../../src/data/manifest.ts";
import { assertProperty } from "../core/property.ts";
import { SURVEY_POOLING, tinyCubes, tinyMetric } from "../cube/tiny.ts";

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
const sliceOf = (period: string, filters: Filters = {}): Slice => ({ period: parsePeriod(period), filters });

/** A period beside the one before, without filters. */
const at = (period: string): Comparison => {
  const slice = sliceOf(period);
  return { slice, against: { ...slice, period: periodBefore(slice.period) } };
};

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

  test("puts members beside those of any other slice", () => {
    const comparison = { slice: sliceOf("2026-02", { region: ["east"] }), against: sliceOf("2026-01") };
    const rows = breakdownOf(CUBES, MEAN, REGION, comparison);
    expect(rows.map(({ member: id, now, before }) => [id, now.value, before?.value])).toEqual([["east", 6, 4]]);
  });
});

describe("crossingOf", () => {
  test("has a result for every pair of members with cells", () => {
    const results = crossingOf(CUBES, MEAN, { slice: sliceOf("2026-01"), pair: ["region", "kind"] });
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
    expect(carriersOf(tinyCubes({ things: { cells, pooling: SURVEY_POOLING } }), MEAN, REGION, at("2026-02"))).toEqual([]);
  });
});

/** Cells of three regions and two kinds in three months, some of them empty. */
const cubesOfCells = fc.array(fc.record({ days: fc.nat(90), n: fc.nat(9) }), { minLength: 18, maxLength: 18 }).map((drawn) => {
  const cells = drawn.map(({ days, n }, i) => ({
    ...cell(`2026-0${1 + (i % 3)}`, ["east", "west", "south"][Math.floor(i / 3) % 3] ?? "", n === 0 ? 0 : days, n),
    kind: i < 9 ? "a" : "b",
  }));
  return tinyCubes({ things: { cells } });
});

const some = <T>(all: readonly T[]) => fc.subarray([...all], { minLength: 1 });
const slices: fc.Arbitrary<Slice> = fc.record({
  period: fc.constantFrom("2026-01", "2026-02", "2026-03", "2026-01..2026-02", "2026Q1").map((id) => parsePeriod(id)),
  filters: fc.record({ region: some(["east", "west", "south"]), kind: some(["a", "b"]) }, { requiredKeys: [] }),
});

describe("carriersOf against any other slice", () => {
  test.each([
    ["a mean", MEAN],
    ["a sum", tinyMetric({ value: sum("days"), dimensions: ["region", "kind"] })],
  ])("of %s adds up to the difference of the two", (_, metric) => {
    let checked = 0;
    assertProperty(
      fc.property(cubesOfCells, slices, slices, (cubes, slice, against) => {
        const [now, before] = [slice, against].map(
          ({ period, filters }) => evaluate(cubes, metric, { periods: [period], filters })[0]?.value,
        );
        fc.pre(now != null && before != null);
        const parts = carriersOf(cubes, metric, REGION, { slice, against });
        checked += parts.length;
        expect(parts.reduce((all, { rate, mix }) => all + rate + mix, 0)).toBeCloseTo((now ?? 0) - (before ?? 0), 9);
      }),
      500,
    );
    expect(checked).toBeGreaterThan(500);
  });
});
