import { describe, expect, test } from "vitest";
import { findIn } from "../../src/islands/search/find.ts";
import type { Findable } from "../../src/site/findable.ts";

const findable = (path: string, zh: string, en: string, about = { zh: "指标", en: "Metric" }): Findable => ({
  href: { zh: `/${path}/`, en: `/en/${path}/` },
  name: { zh, en },
  about,
});

const ALL: readonly Findable[] = [
  findable("time", "上市周期", "Time to market", { zh: "指标；需求响应", en: "Metric; Response" }),
  {
    ...findable("market", "市场表现", "Market", { zh: "协作效果", en: "Effects" }),
    also: { zh: "产品市场表现", en: "Market performance" },
  },
  findable("share", "在途市场份额", "Share of the market", { zh: "指标；市场表现", en: "Metric; Market" }),
  findable("rate", "立项率", "Approval rate"),
];

const found = (typed: string) => findIn(ALL, typed).map(({ name }) => name.en);

describe("findIn(all, typed)", () => {
  test.each([
    ["market", ["Market", "Time to market", "Share of the market"]],
    ["市场", ["Market", "Share of the market"]],
    ["项率", ["Approval rate"]],
    ["产品市场", ["Market"]],
    ["METRIC time", ["Time to market"]],
    [" Ｒａｔｅ ", ["Approval rate"]],
    ["(.*", []],
  ])("for %j finds %j: in any language, names that begin so first", (typed, names) => {
    expect(found(typed)).toEqual(names);
  });

  test("begins with the first pages", () => {
    const many = Array.from({ length: 40 }, (_, i) => findable(`${i}`, `页${i}`, `Page ${i}`));
    expect(findIn(many, " ")).toEqual(many.slice(0, 12));
  });
});
