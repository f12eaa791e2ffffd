import { describe, expect, test } from "vitest";
import { parseMonth, parsePeriod } from "../../src/core/periods.ts";
import { evaluate } from "../../src/cube/evaluate.ts";
import { count, mean, ratio } from "../../src/cube/parts.ts";
import { isEverProvisional, isProvisional } from "../../src/cube/provisional.ts";
import { tinyCubes, tinyMetric } from "./tiny.ts";

const MONTHS = ["2026-11", "2026-12", "2027-01", "2027-02"];
const cells = MONTHS.flatMap((month) =>
  ["east", "west"].map((region) => ({ month, region, count: 2, count__is_met: 1, sum_hours: 6, count_hours: 2 })),
);
const shape = { cells, dimensions: ["region", "age"] };
const provisional = [
  { figures: ["is_met", "age"], months: [parseMonth("2027-01"), parseMonth("2027-02")] },
  { figures: ["hours"], months: [parseMonth("2026-12")] },
];
const CUBES = tinyCubes({
  things: { ...shape, provisional },
  ends: { ...shape, over: "stock", provisional },
  others: { ...shape, provisional: [{ figures: ["*"], months: [parseMonth("2027-01")] }] },
});

const RATE = tinyMetric({ value: ratio(count({ where: "is_met" }), count()), dimensions: ["region", "age"] });
const COUNT = tinyMetric({ value: count(), dimensions: ["region", "age"] });
const HOURS = tinyMetric({ value: mean("hours") });
const STOCK = tinyMetric({ fact: "ends", value: count({ where: "is_met" }) });
const OTHER = tinyMetric({ value: ratio(count({ of: "others" }), count()) });

describe("isProvisional(cubes, metric, period)", () => {
  test.each([
    ["a flag that rests on such days", RATE, "2027-01", [], true],
    ["the quarter that holds the month", RATE, "2027Q1", [], true],
    ["the month before", RATE, "2026-12", [], false],
    ["a count of rows that does not", COUNT, "2027-01", [], false],
    ["the same by a dimension that does", COUNT, "2027-01", ["age"], true],
    ["the same by another", COUNT, "2027-01", ["region"], false],
    ["a column whose rows reach into such days from the month before", HOURS, "2026-12", [], true],
    ["the same after it", HOURS, "2027-01", [], false],
    ["a stock at the end of a period", STOCK, "2027-02", [], true],
    ["a stock of a period that is still running, by its last month", STOCK, "2027", [], true],
    ["a stock at the end of a quarter before", STOCK, "2026Q4", [], false],
    ["anything of another fact of the metric", OTHER, "2027-01", [], true],
  ])("of %s: %#", (_, metric, period, by, expected) => {
    expect(isProvisional(CUBES, metric, { period: parsePeriod(period), by })).toBe(expected);
  });
});

test.each([
  [RATE, true],
  [COUNT, true],
  [tinyMetric({ value: count(), dimensions: ["region"] }), false],
])("%#: isEverProvisional(cubes, metric) looks at its dimensions too", (metric, expected) => {
  expect(isEverProvisional(CUBES, metric)).toBe(expected);
});

test("evaluate(cubes, metric, query) marks the values of provisional months, and none that is missing", () => {
  const of = (metric: typeof RATE, by: string[] = []) =>
    evaluate(CUBES, metric, { periods: ["2026-12", "2027-01", "2027-03"].map((id) => parsePeriod(id)), by }).map(
      (result) => result.isProvisional,
    );
  expect(of(RATE)).toEqual([false, true, false]);
  expect(of(RATE, ["region"]).filter(Boolean)).toHaveLength(2);
  expect(of(COUNT)).toEqual([false, false, false]);
});
