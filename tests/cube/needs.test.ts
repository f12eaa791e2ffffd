import { describe, expect, test } from "vitest";
import { cubeFile } from "../../src/cube/cubes.ts";
import type { MetricDefinition } from "../../src/cube/metric.ts";
import { needsOf } from "../../src/cube/needs.ts";
import { count, mean, quantile, ratio } from "../../src/cube/parts.ts";
import { quantiles } from "../../src/cube/quantiles.ts";
import { tinyMetric } from "./tiny.ts";

const spread = quantiles("days", [0.5]);

/** Names of the files that a metric needs. */
const filesOf = (metric: MetricDefinition, hasSpread: boolean) =>
  needsOf(metric, hasSpread).flatMap(({ fact, counted }) => [cubeFile(fact), ...counted.map((column) => cubeFile(fact, column))]);

describe("needsOf", () => {
  test.each([
    ["a count", tinyMetric({ value: count() }), ["things.arrow"], ["things.arrow"]],
    ["a ratio of two facts", tinyMetric({ value: ratio(count({ of: "others" }), count()) }), ["things.arrow", "others.arrow"], undefined],
    ["a mean with a spread", tinyMetric({ value: mean("days"), spread }), ["things.arrow"], ["things.arrow", "things.days.arrow"]],
    [
      "a median with a spread of the same column",
      tinyMetric({ value: quantile("days", 0.5, { step: 0.1 }), spread }),
      ["things.arrow", "things.days.arrow"],
      undefined,
    ],
  ])("of %s", (_, metric, plain, withSpread = plain) => {
    expect(filesOf(metric, false)).toEqual(plain);
    expect(filesOf(metric, true)).toEqual(withSpread);
  });
});
