import { expect, test } from "vitest";
import { valuelessOf } from "../../scripts/cubes/valueless.ts";
import { count, mean } from "../../src/cube/parts.ts";
import { tinyCubes, tinyMetric } from "../cube/tiny.ts";

const cubes = tinyCubes({
  things: {
    cells: ["2026-01", "2026-02"].map((month) => ({
      ...{ month, region: "east", count: 3, count__is_late: 0 },
      ...{ sum_price_cny: 0, count_price_cny: 0, sum_days: month === "2026-01" ? 0 : 4, count_days: month === "2026-01" ? 0 : 2 },
    })),
  },
});

test.each([
  ["no value in any period is one without a value", mean("price_cny"), ["tiny"]],
  ["a value in one of them is not", mean("days"), []],
  ["0 in all of them is not", count({ where: "is_late" }), []],
  ["a fact that is not there is not: it waits for it", count({ of: "others" }), []],
])("a metric with %s", (_, value, ids) => {
  expect(valuelessOf(cubes, [tinyMetric({ value })], 1)).toEqual(ids);
});
