import { describe, expect, test } from "vitest";
import type { Selection } from "../../../src/core/selection.ts";
import { againstName, filterWords, nowName, thanName } from "../../../src/site/say/slice-names.ts";
import { EAST_AND_WEST, pageFor, scope } from "../tiny-site.ts";

const names = (selection: Partial<Selection>, locale: "zh" | "en") => {
  const page = pageFor(selection, locale);
  return [nowName(page), againstName(page), thanName(page, page)];
};

const cases: [string, Partial<Selection>, string[], string[]][] = [
  ["by default the two quarters", {}, ["2026 Q3", "2026 Q2", "上季"], ["2026 Q3", "2026 Q2", "the previous quarter"]],
  [
    "of filters that both have only the periods",
    scope("2026-09", { region: ["east"] }),
    ["2026 年 9 月", "2026 年 8 月", "上月"],
    ["Sep 2026", "Aug 2026", "the previous month"],
  ],
  [
    "of a range of months what came before it, by its months",
    scope("2026-05..2026-08"),
    ["2026 年 5 月–8 月", "2026 年 1 月–4 月", "2026 年 1 月–4 月"],
    ["May–Aug 2026", "Jan–Apr 2026", "Jan–Apr 2026"],
  ],
  ["members that differ", EAST_AND_WEST, ["东区", "西区", "西区"], ["East", "West", "West"]],
  [
    "all members beside one",
    { ...scope("2026Q3", { region: ["east", "south"] }), against: scope("2026Q3") },
    ["东区、南区", "全部区域", "全部区域"],
    ["East, South", "all: region", "all: region"],
  ],
  [
    "periods that the reader chose",
    { ...scope("2026Q3", { kind: ["a"] }), against: scope("2025Q3", { kind: ["a"] }) },
    ["2026 Q3", "2025 Q3", "2025 Q3"],
    ["2026 Q3", "2025 Q3", "2025 Q3"],
  ],
  [
    "members and periods where both differ",
    { ...scope("2026Q3", { region: ["east"] }), against: scope("2025Q3", { region: ["west"], kind: ["a"] }) },
    ["东区 全部类型 2026 Q3", "西区 甲 2025 Q3", "西区 甲 2025 Q3"],
    ["East all: kind 2026 Q3", "West A 2025 Q3", "West A 2025 Q3"],
  ],
  [
    "of a slice beside itself those of the default",
    { ...scope("2026Q3"), against: scope("2026Q3") },
    ["2026 Q3", "2026 Q2", "上季"],
    ["2026 Q3", "2026 Q2", "the previous quarter"],
  ],
];

describe("names of slices say", () => {
  test.each(cases)("%s", (_, selection, zh, en) => {
    expect([names(selection, "zh"), names(selection, "en")]).toEqual([zh, en]);
  });
});

describe("filterWords", () => {
  const filters = { region: ["east", "south"], kind: ["b"] };

  test.each([
    ["zh", "区域：东区、南区；类型：乙"],
    ["en", "Region: East, South; Kind: B"],
  ] as const)("in %s name every filter and its members", (locale, expected) => {
    expect(filterWords(pageFor({ filters }, locale))).toBe(expected);
  });

  test("are empty without filters", () => {
    expect(filterWords(pageFor())).toBe("");
  });

  test("name any slice", () => {
    const page = pageFor(EAST_AND_WEST);
    expect(filterWords(page, page.against)).toBe("Region: West");
  });
});
