import { describe, expect, test } from "vitest";
import type { Totals } from "../../src/cube/component.ts";
import { among, count, difference, distinct, growth, mean, type Part, quantile, ratio, sum } from "../../src/cube/parts.ts";

/** Totals of components by the id of their column. */
const totals = (sums: Record<string, number>, counts: Record<string, [number, number][]> = {}): Totals => ({
  additive: ({ id }) => sums[id] ?? 0,
  bound: () => "exact",
  counts: ({ id }) => new Map(counts[id] ?? []),
});

const NOTHING = totals({});

interface Case {
  name: string;
  part: Part;
  given: Totals;
  value: number | null;
  n: number;
}

const CASES: Case[] = [
  { name: "count of no rows", part: count(), given: NOTHING, value: 0, n: 0 },
  { name: "count of three rows", part: count(), given: totals({ count: 3 }), value: 3, n: 3 },
  {
    name: "count of the rows with a flag",
    part: count({ where: "is_late" }),
    given: totals({ count: 3, count__is_late: 2 }),
    value: 2,
    n: 2,
  },
  {
    name: "count of the rows with two flags",
    part: count({ where: ["is_late", "is_large"] }),
    given: totals({ count: 3, count__is_late: 2, count__is_late__is_large: 1 }),
    value: 1,
    n: 1,
  },
  { name: "sum of no rows", part: sum("cost"), given: NOTHING, value: 0, n: 0 },
  { name: "sum of rows that all lack a value", part: sum("cost"), given: totals({ count: 2 }), value: null, n: 0 },
  {
    name: "sum of rows, one without a value",
    part: sum("cost"),
    given: totals({ count: 2, count_cost: 1, sum_cost: 7 }),
    value: 7,
    n: 1,
  },
  {
    name: "sum of no rows with a flag among rows",
    part: sum("cost", { where: "is_late" }),
    given: totals({ count: 2, count_cost: 2, sum_cost: 7 }),
    value: 0,
    n: 0,
  },
  {
    name: "sum of a column that counts things",
    part: sum("people", { isOfThings: true }),
    given: totals({ count: 2, count_people: 2, sum_people: 40 }),
    value: 40,
    n: 40,
  },
  { name: "mean of no rows", part: mean("days"), given: NOTHING, value: null, n: 0 },
  { name: "mean of rows that all lack a value", part: mean("days"), given: totals({ count: 4 }), value: null, n: 0 },
  { name: "mean of the rows with a value", part: mean("days"), given: totals({ sum_days: 9, count_days: 2 }), value: 4.5, n: 2 },
  {
    name: "mean of the rows with a flag",
    part: mean("days", { where: "is_late" }),
    given: totals({ sum_days: 9, count_days: 2, sum_days__is_late: 5, count_days__is_late: 1 }),
    value: 5,
    n: 1,
  },
  { name: "ratio to nothing", part: ratio(count({ where: "is_late" }), count()), given: NOTHING, value: null, n: 0 },
  {
    name: "ratio of two counts",
    part: ratio(count({ where: "is_late" }), count()),
    given: totals({ count: 4, count__is_late: 1 }),
    value: 0.25,
    n: 4,
  },
  {
    name: "ratio of a missing sum",
    part: ratio(sum("cost"), count()),
    given: totals({ count: 4 }),
    value: null,
    n: 4,
  },
  {
    name: "ratio to a missing sum",
    part: ratio(count(), sum("cost")),
    given: totals({ count: 4 }),
    value: null,
    n: 0,
  },
  { name: "growth from nothing", part: growth(sum("later"), sum("earlier")), given: NOTHING, value: null, n: 0 },
  {
    name: "growth from 100 to 120",
    part: growth(sum("later"), sum("earlier")),
    given: totals({ count: 1, sum_later: 120, count_later: 1, sum_earlier: 100, count_earlier: 1 }),
    value: 0.2,
    n: 1,
  },
  {
    name: "difference of two means",
    part: difference(mean("score", { where: "is_left" }), mean("score", { where: "is_right" })),
    given: totals({ sum_score__is_left: 6, count_score__is_left: 2, sum_score__is_right: 8, count_score__is_right: 2 }),
    value: -1,
    n: 4,
  },
  {
    name: "difference with one side missing",
    part: difference(mean("score", { where: "is_left" }), mean("score", { where: "is_right" })),
    given: totals({ sum_score__is_left: 6, count_score__is_left: 2 }),
    value: null,
    n: 2,
  },
  { name: "number of distinct values of no rows", part: distinct("product"), given: NOTHING, value: 0, n: 0 },
  {
    name: "number of distinct values of five rows",
    part: distinct("product"),
    given: totals(
      {},
      {
        counts_product: [
          [1, 4],
          [7, 1],
        ],
      },
    ),
    value: 2,
    n: 2,
  },
  {
    name: "mean among products",
    part: among(mean("days"), distinct("product")),
    given: totals(
      { sum_days: 10, count_days: 5 },
      {
        counts_product: [
          [1, 4],
          [7, 1],
        ],
      },
    ),
    value: 2,
    n: 2,
  },
  { name: "quantile of no rows", part: quantile("days", 0.5, { step: 0.1 }), given: NOTHING, value: null, n: 0 },
  {
    name: "quantile of counted values",
    part: quantile("days", 0.5, { step: 0.1 }),
    given: totals(
      {},
      {
        counts_days: [
          [3, 2],
          [25, 1],
        ],
      },
    ),
    value: 0.3,
    n: 3,
  },
];

describe("finish and cases", () => {
  test.each(CASES)("the $name is $value, n $n", ({ part, given, value, n }) => {
    if (value === null) expect(part.finish(given)).toBeNull();
    else expect(part.finish(given)).toBeCloseTo(value, 12);
    expect(part.cases(given)).toBe(n);
  });
});

describe("fraction", () => {
  test.each(CASES.filter(({ part, value }) => value !== null && part.fraction(NOTHING) !== null))(
    "of the $name is its value as amount per weight",
    ({ part, given, value }) => {
      const { amount, weight } = part.fraction(given) ?? { amount: Number.NaN, weight: 1 };
      expect(amount / weight).toBeCloseTo(value ?? Number.NaN, 12);
    },
  );

  test.each(CASES.filter(({ part }) => part.fraction(NOTHING) === null).map(({ name, part, given }) => [name, part, given] as const))(
    "there is none of the %s",
    (_, part, given) => {
      expect(part.fraction(given)).toBeNull();
      expect(part.isSum).toBe(false);
    },
  );
});

describe("sql", () => {
  test.each([
    [count(), "count(*)"],
    [count({ where: "is_late" }), "count(*) filter (where is_late)"],
    [count({ of: "orders" }), "orders: count(*)"],
    [sum("cost"), "sum(cost)"],
    [mean("days", { where: "is_late" }), "sum(days) filter (where is_late) / nullif(count(days) filter (where is_late), 0)"],
    [ratio(sum("cost"), count({ of: "orders" })), "sum(cost) / nullif(orders: count(*), 0)"],
    [growth(sum("later"), sum("earlier")), "sum(later) / nullif(sum(earlier), 0) - 1"],
    [difference(mean("a"), count()), "(sum(a) / nullif(count(a), 0)) - (count(*))"],
    [distinct("product"), "count(distinct product)"],
    [among(count(), distinct("product")), "count(*) /* n: count(distinct product) */"],
    [quantile("days", 0.9, { step: 1 }), "(quantile_disc(days, 0.9) - quantile_disc(-days, 0.1)) / 2"],
  ])("%# is %s", ({ sql }, expected) => {
    expect(sql).toBe(expected);
  });
});
