import { describe, expect, test } from "vitest";
import { count, ratio, sum } from "../../../src/cube/parts.ts";
import type { Evidence } from "../../../src/data/manifest.ts";
import { idOfWait, waitingSentence, waitsOf } from "../../../src/site/say/waiting.ts";
import type { Site } from "../../../src/site/site.ts";
import { tinyMetric } from "../../cube/tiny.ts";
import { pageFor, SITE, text } from "../tiny-site.ts";

const LAUNCHED: Evidence = { figures: ["is_new"], table: "products", column: "launched_on", value: null, open: null };
const RETURN: Evidence = { figures: ["is_return"], table: "cases", column: "kind", value: "return", open: null };
const COST: Evidence = { figures: ["cost_cny"], table: "cases", column: "cost", value: null, open: "kind" };

const things = SITE.cubes.fact("things");
const site: Site = {
  ...SITE,
  cubes: { ...SITE.cubes, fact: (id) => (id === "things" && things ? { ...things, unknown: [LAUNCHED, RETURN, COST] } : undefined) },
  tables: {
    ...SITE.tables,
    products: { label: text("产品", "Products"), systems: [], columns: { launched_on: { label: text("上市日期", "Launched on") } } },
    cases: {
      ...{ label: text("售后单", "Cases"), systems: [] },
      columns: { kind: { label: text("类型", "Kind"), values: { return: text("退货", "Return") } }, cost: { label: text("费用", "Cost") } },
    },
  },
};

const isNew = ratio(count({ where: "is_new" }), count());
const isReturn = count({ where: "is_return" });
const unbuilt = count({ of: "unbuilt" });

describe("what a metric waits for", () => {
  test.each([
    ["a column without a value", isNew, ["products.launched_on"], "“Launched on” in Products", "“产品”中有“上市日期”"],
    [
      "a value that no record has",
      isReturn,
      ["cases.kind=return"],
      "records in Cases whose “Kind” is “Return”",
      "“售后单”中有“类型”为“退货”的记录",
    ],
    [
      "an amount that records have once they are over",
      sum("cost_cny"),
      ["cases.cost while kind is empty"],
      "“Cost” in most records of Cases that have no “Kind” yet",
      "“售后单”中还没有“类型”的记录大多已有“费用”",
    ],
    [
      "a table, and a column",
      ratio(unbuilt, count({ where: "is_new" })),
      ["returns", "products.launched_on"],
      "an export of Returns, “Launched on” in Products",
      "导出“退货单”、“产品”中有“上市日期”",
    ],
  ])("is %s", (_, value, ids, en, zh) => {
    const metric = tinyMetric({ value });
    expect(waitsOf(site, metric).map(idOfWait)).toEqual(ids);
    expect(waitingSentence(pageFor({}, "en", site), metric)).toBe(`No data yet: it needs ${en}.`);
    expect(waitingSentence(pageFor({}, "zh", site), metric)).toBe(`缺少数据：需要${zh}才能计算。`);
  });

  test("is nothing where all that it reads is recorded", () => {
    expect(waitsOf(site, tinyMetric({ value: count() }))).toEqual([]);
  });
});
