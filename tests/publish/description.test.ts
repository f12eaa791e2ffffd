import { expect, test } from "vitest";
import { descriptionOf } from "../../src/publish/description.ts";
import { metrics } from "../../src/site/registry.ts";

test("descriptionOf(metric) is a sentence for every metric of src/metrics/", () => {
  expect(metrics.filter((metric) => !/^[A-Z].*\.$/.test(descriptionOf(metric).en))).toEqual([]);
});

test("descriptionOf(metric) throws on a metric without documentation", () => {
  expect(() => descriptionOf({ id: "tiny" })).toThrow("no documentation of a metric: tiny; src/metrics/tiny.ts has to export it");
});
