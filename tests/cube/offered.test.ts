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
      { id: "sales", dimensions: ["region", "line"], rows: 3 },
      { id: "returns", dimensions: ["region", "segment", "line"], rows: 1 },
      { id: "other", dimensions: [], rows: 2 },
    ];
    expect(offered(metric, facts)).toMatchObject({ dimensions: ["region", "line"], crossings: [["region", "line"]] });
  });

  test("asks nothing of a fact without rows", () => {
    const facts = [
      { id: "sales", dimensions: ["region", "line"], rows: 3 },
      { id: "returns", dimensions: ["region", "segment", "line"], rows: 0 },
    ];
    expect(offered(metric, facts).dimensions).toEqual(["region", "line"]);
  });

  test("adds the dimension that the company declares itself where all facts of the metric have it", () => {
    const factsOf = (...own: string[]) => [
      { id: "sales", dimensions: ["region", ...own], rows: 3 },
      { id: "returns", dimensions: ["region", "own"], rows: 1 },
    ];
    expect([offered(metric, factsOf("own")).dimensions, offered(metric, factsOf()).dimensions]).toEqual([["region", "own"], ["region"]]);
  });

  test("keeps none of a metric whose facts were not built, or have no rows", () => {
    expect(offered(metric, [{ id: "sales", dimensions: ["region"], rows: 0 }])).toMatchObject({ dimensions: [], crossings: [] });
  });

  test.each([
    ["is_late", undefined],
    ["is_other", "Late"],
  ])("has no remark that reads %s, of which nothing is recorded: %s", (figure, remark) => {
    const said = { label: { zh: "迟到", en: "Late" }, unit: "count" as const, value: count({ where: "is_late" }) };
    const unknown = [{ figures: [figure], table: "orders", column: "due_on", value: null, open: null }];
    const found = offered({ ...metric, value: count(), remark: said }, [{ id: "sales", dimensions: [], rows: 3, unknown }]);
    expect(found.remark?.label.en).toBe(remark);
  });
});
