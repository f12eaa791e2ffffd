import { describe, expect, test } from "vitest";
import { offered } from "../../src/cube/offered.ts";
import { count, ratio } from "../../src/cube/parts.ts";
import { tinyMetric } from "./tiny.ts";

const metric = {
  ...tinyMetric({ fact: "sales", dimensions: ["region", "segment", "line"], value: ratio(count({ of: "returns" }), count()) }),
  crossings: [
    ["region", "segment"],
    ["region", "line"],
  ] as const,
};

describe("offered(metric, facts)", () => {
  test("keeps the dimensions that all facts of the metric have, and the pairs of them", () => {
    const facts = [
      { id: "sales", dimensions: ["region", "line"] },
      { id: "returns", dimensions: ["region", "segment", "line"] },
      { id: "other", dimensions: [] },
    ];
    expect(offered(metric, facts)).toMatchObject({ dimensions: ["region", "line"], crossings: [["region", "line"]] });
  });

  test("keeps all of a metric whose facts were not built", () => {
    expect(offered(metric, [])).toEqual(metric);
  });
});
