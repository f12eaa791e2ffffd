import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../src/core/periods.ts";
import type { Slice } from "../../src/core/slice.ts";
import { distribution, evaluate, isAvailable, type MetricQuery } from "../../src/cube/evaluate.ts";
import { unknownTo } from "../../src/cube/known.ts";
import { count, difference, mean, quantile, ratio, sum } from "../../src/cube/parts.ts";
import { quantiles } from "../../src/cube/quantiles.ts";
import { SURVEY_POOLING, type TinyFact, tinyCubes, tinyMetric } from "./tiny.ts";

const THINGS: TinyFact = {
  cells: [
    { month: "2026-01", region: "east", count: 2, sum_days: 10, count_days: 2 },
    { month: "2026-01", region: "west", count: 1, sum_days: 2, count_days: 1 },
    { month: "2026-02", region: "east", count: 1, sum_days: 0, count_days: 0 },
    { month: "2026-03", region: "east", count: 3, sum_days: 9, count_days: 3 },
  ],
  counts: {
    days: [
      { month: "2026-01", region: "east", value: 30, cases: 1 },
      { month: "2026-01", region: "east", value: 70, cases: 1 },
      { month: "2026-01", region: "west", value: 20, cases: 1 },
    ],
  },
};
const OTHERS: TinyFact = {
  cells: [
    { month: "2026-01", region: "north", count: 5 },
    { month: "2026-02", region: "east", count: 4 },
  ],
};
const CUBES = tinyCubes({ things: THINGS, others: OTHERS });

const MEAN = tinyMetric({ value: mean("days"), spread: quantiles("days", [0.5, 0.9]) });
const RATIO = tinyMetric({ value: ratio(count({ of: "others" }), count()) });

const ask = (metric: typeof MEAN, period: string, query: Omit<MetricQuery, "periods"> = {}) =>
  evaluate(CUBES, metric, { periods: [parsePeriod(period)], ...query });

describe("evaluate", () => {
  test("of a union is the mean of all its cases, not of its cells", () => {
    expect(ask(MEAN, "2026Q1")).toMatchObject([{ value: 21 / 6, n: 6, fraction: { amount: 21, weight: 6 } }]);
  });

  test.each([
    [["east"], 5, 2],
    [["west"], 2, 1],
    [["east", "west"], 4, 3],
    [["north"], null, 0],
  ])("filtered to %j is %j with n %i", (region, value, n) => {
    expect(ask(MEAN, "2026-01", { filters: { region } })).toMatchObject([{ value, n, isHidden: false }]);
  });

  test("has the number of its remark, of another fact too", () => {
    const [label, unit] = [{ zh: "未计入", en: "left out" }, "count" as const];
    const metric = tinyMetric({ value: mean("days"), remark: { label, unit, value: count({ of: "others" }) } });
    expect(ask(metric, "2026-01")).toMatchObject([{ value: 4, n: 3, remark: 5 }]);
    expect(ask(metric, "2026-01", { filters: { region: ["west"] } })).toMatchObject([{ value: 2, n: 1, remark: 0 }]);
    expect(ask(MEAN, "2026-01")).toMatchObject([{ remark: null }]);
  });

  test("is missing where no row has a value", () => {
    expect(ask(MEAN, "2026-02")).toMatchObject([{ value: null, n: 0 }]);
  });

  test("is missing in a period that a fact does not reach, even where it would count 0", () => {
    expect(ask(tinyMetric({ value: count() }), "2026-04")).toMatchObject([{ value: null, n: 0, fraction: null, isHidden: false }]);
    expect(ask(tinyMetric({ value: count() }), "2025Q4")).toMatchObject([{ value: null }]);
    expect(ask(RATIO, "2026-03")).toMatchObject([{ value: null }]);
  });

  test("is 0 in a period that the fact reaches without rows of the member", () => {
    expect(ask(tinyMetric({ value: count() }), "2026-02", { filters: { region: ["west"] } })).toMatchObject([{ value: 0 }]);
    expect(ask(tinyMetric({ value: sum("days") }), "2026-02")).toMatchObject([{ value: null }]);
  });

  test("split by a dimension has a result for every member of any of its facts", () => {
    const results = ask(RATIO, "2026-01", { by: ["region"] });
    expect(Object.fromEntries(results.map(({ members, value }) => [members["region"], value]))).toEqual({ east: 0, west: 0, north: null });
  });

  test("gives one result per period without a split, in the periods' order, cells or not", () => {
    const periods = ["2025-12", "2026-01", "2026-02"].map((id) => parsePeriod(id));
    const values = evaluate(CUBES, tinyMetric({ value: count() }), { periods }).sort((a, b) => a.period.start - b.period.start);
    expect(values.map(({ value }) => value)).toEqual([null, 3, 1]);
  });

  test("has the quantiles of the spread, of the same selection, where they are asked for", () => {
    expect(ask(MEAN, "2026-01", { hasSpread: true })).toMatchObject([{ spread: [3, 7] }]);
    expect(ask(MEAN, "2026-01", { hasSpread: true, filters: { region: ["west"] } })).toMatchObject([{ spread: [2, 2] }]);
    expect(ask(MEAN, "2026-03", { hasSpread: true })).toMatchObject([{ spread: [null, null] }]);
  });

  test("leaves the counts of the spread alone where they are not asked for", () => {
    const counts = () => {
      throw new Error("not loaded");
    };
    expect(evaluate({ ...CUBES, counts }, MEAN, { periods: [parsePeriod("2026-01")] })).toMatchObject([{ value: 4, n: 3, spread: [] }]);
  });

  test.each([
    [{ by: ["regoin"] }, "unknown dimension: regoin; did you mean region? (tiny has: region)"],
    [{ filters: { colour: ["red"] } }, "unknown dimension: colour (tiny has: region)"],
  ])("refuses %j", (query, message) => {
    expect(() => ask(MEAN, "2026-01", query)).toThrow(message);
  });

  test("has no results for a metric whose fact was not built", () => {
    const metric = tinyMetric({ value: ratio(count(), count({ of: "unbuilt" })) });
    expect(isAvailable(CUBES, metric)).toBe(false);
    expect(ask(metric, "2026-01")).toEqual([]);
  });
});

describe("a metric of a fact with something that is not recorded", () => {
  const lacking = (...figures: string[]) => {
    const unknown = [{ figures, table: "visits", column: "kind", value: "call", open: null }];
    return tinyCubes({ things: { cells: [{ month: "2026-01", region: "east", count: 2, count__is_late: 0 }], unknown } });
  };
  const late = count({ where: "is_late" });

  test.each([
    [["is_late"], late, false],
    [["is_late"], ratio(late, count()), false],
    [["is_late"], count(), true],
    [["rows"], count(), false],
    [["rows"], late, true],
    [["days"], mean("days"), false],
    [["days"], quantile("days", 0.5, { step: 1 }), false],
    [["days"], mean("hours", { where: "is_late" }), true],
    [["*"], late, false],
  ])("%j: %# is available: %s", (figures, value, isKnown) => {
    const metric = tinyMetric({ value });
    expect(isAvailable(lacking(...figures), metric)).toBe(isKnown);
    expect(unknownTo(lacking(...figures), metric).map(({ column }) => column)).toEqual(isKnown ? [] : ["kind"]);
  });

  test("has no value, rather than 0", () => {
    const periods = [parsePeriod("2026-01")];
    expect(evaluate(lacking("days"), tinyMetric({ value: late }), { periods })).toMatchObject([{ value: 0 }]);
    expect(evaluate(lacking("is_late"), tinyMetric({ value: late }), { periods })).toEqual([]);
  });
});

describe("evaluate of a fact whose small groups are pooled", () => {
  const cell = (department: string, figures: object) => ({
    month: "2026-03",
    side: "support",
    department,
    pool: null,
    is_hidden: false,
    sum_score: 0,
    count_score: 0,
    ...figures,
  });
  const cubes = tinyCubes({
    things: {
      pooling: SURVEY_POOLING,
      cells: [
        cell("service", { sum_score: 30, count_score: 10 }),
        cell("~pool", { sum_score: 12, count_score: 6, pool: "~support" }),
        cell("hr", { pool: "~support", is_hidden: true }),
        cell("finance", { pool: "~support", is_hidden: true }),
      ],
    },
  });
  const metric = tinyMetric({ value: mean("score"), dimensions: ["department", "side"] });
  const periods = [parsePeriod("2026Q1")];

  test.each([
    [{}, 42 / 16, 16, false],
    [{ side: ["support"] }, 42 / 16, 16, false],
    [{ department: ["service"] }, 3, 10, false],
    [{ department: ["hr"] }, null, 0, true],
    [{ department: ["hr", "finance"] }, null, 0, true],
    [{ department: ["hr", "service"] }, null, 0, true],
  ])("filtered to %j is %j with n %i; hidden: %j", (filters, value, n, isHidden) => {
    expect(evaluate(cubes, metric, { periods, filters })).toMatchObject([{ value, n, isHidden }]);
  });

  test("a difference to a side that is left out is hidden, not missing", () => {
    const sums = { sum_score__is_sales: 30, count_score__is_sales: 10, sum_score__is_rnd: 0, count_score__is_rnd: 0 };
    const none = { sum_score__is_sales: 0, count_score__is_sales: 0, sum_score__is_rnd: 0, count_score__is_rnd: 0 };
    const row = { month: "2026-03", side: "sales", department: "sales", pool: null, is_hidden: false };
    const mark = { month: "2026-03", side: "rnd", department: "rnd", pool: "~left-out", is_hidden: true };
    const left = tinyCubes({
      things: {
        pooling: SURVEY_POOLING,
        cells: [
          { ...row, ...sums },
          { ...mark, ...none },
        ],
      },
    });
    const gap = tinyMetric({ value: difference(mean("score", { where: "is_sales" }), mean("score", { where: "is_rnd" })) });
    expect(evaluate(left, gap, { periods })).toMatchObject([{ value: null, isHidden: true }]);
  });

  test("split by department says which are hidden", () => {
    const results = evaluate(cubes, metric, { periods, by: ["department"] });
    const hidden = results.filter(({ isHidden }) => isHidden).map(({ members }) => members["department"]);
    expect(hidden.sort()).toEqual(["finance", "hr"]);
    expect(
      results.filter(({ isHidden }) => isHidden).every(({ value, n, fraction }) => value === null && n === 0 && fraction === null),
    ).toBe(true);
  });
});

describe("distribution", () => {
  const month: Slice = { period: parsePeriod("2026-01"), filters: {} };

  test("counts every value, smallest first, in the unit of the column", () => {
    expect(distribution(CUBES, MEAN, month)).toEqual({
      counts: [
        { value: 2, count: 1 },
        { value: 3, count: 1 },
        { value: 7, count: 1 },
      ],
      all: 3,
    });
    expect(distribution(CUBES, MEAN, { ...month, filters: { region: ["west"] } })).toEqual({ counts: [{ value: 2, count: 1 }], all: 1 });
  });

  test("is none without a spread", () => {
    expect(distribution(CUBES, RATIO, month)).toBeNull();
  });
});
