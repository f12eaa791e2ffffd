import { describe, expect, test } from "vitest";
import type { Selection } from "../../src/core/selection.ts";
import { barItem, selectionWords } from "../../src/islands/filter-bar/items.ts";
import { EAST_AND_WEST, pageFor, scope } from "../site/tiny-site.ts";

const ALL: Partial<Selection> = { ...EAST_AND_WEST, split: "kind" };

describe("barItem", () => {
  test.each([
    ["period", "2026 Q3"],
    ["region", "区域"],
    ["split", "拆分"],
    ["compare", "对比"],
  ])("%s takes nothing back where nothing is chosen", (name, text) => {
    expect(barItem(pageFor({}, "zh"), name)).toEqual({ text, without: null });
  });

  test.each([
    ["period", "2026 Q3", { period: "last-quarter", against: { period: "last-quarter", filters: { region: ["west"] } } }],
    ["region", "区域：东区", { filters: {} }],
    ["split", "拆分：类型", { split: null }],
    ["compare", "对比：西区", { against: null }],
  ] as const)("%s says what is chosen, and takes that back, where it is compared too", (name, text, change) => {
    const page = pageFor(ALL, "zh");
    expect(barItem(page, name)).toEqual({ text, without: { ...page.selection, ...change } });
  });

  test("names two members, and of more the first and how many", () => {
    const texts = [
      ["east", "south"],
      ["east", "west", "south"],
    ].map((region) => barItem(pageFor({ filters: { region } }), "region").text);
    expect(texts).toEqual(["Region: East, South", "Region: East +2"]);
  });

  test("refuses a name that is no dimension", () => {
    expect(() => barItem(pageFor(), "colour")).toThrow("unknown dimension: colour");
  });
});

describe("selectionWords", () => {
  test.each([
    [{}, "2026 Q3"],
    [ALL, "2026 Q3；区域：东区；按类型拆分；与 西区 对比"],
    [scope("2026-09", { kind: ["a", "b"] }), "2026 年 9 月；类型：甲、乙"],
  ] as const)("say all that is selected: %#", (selection, words) => {
    expect(selectionWords(pageFor(selection, "zh"))).toBe(words);
  });
});
