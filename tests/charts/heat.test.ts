import { expect, test } from "vitest";
import { heatChart } from "../../src/charts/heat.ts";
import { NARROW } from "../../src/charts/widths.ts";
import { english, expectDrawing, given, textsOf } from "./drawing.ts";

const names = {
  zh: ["市场部", "研发部", "销售运营部", "产品管理部", "客户成功部", "财务部"],
  en: ["Marketing", "R&D", "Sales operations", "Product management", "Customer success", "Finance"],
};
const cells = (locale: "zh" | "en") =>
  names[locale].flatMap((row, y) =>
    names[locale].map((column, x) => ({
      row,
      column,
      value: x === y ? null : ((x + 1) * (y + 2) * 97) % 1_800,
      isHidden: y === 5 && x < 2,
    })),
  );
const options = { ...given({ accent: "cost" }), unit: "hours", corner: "发起 ↓ 对方 →" } as const;

test("heatChart(cells) keeps missing and hidden apart and shows no hidden value", async () => {
  const svg = await expectDrawing("heat", () => heatChart(cells("zh"), options));
  expect(textsOf(svg).filter((text) => text === "–")).toHaveLength(6);
  expect([svg.querySelectorAll(".cell rect").length, textsOf(svg).includes("已隐藏")]).toEqual([36 - 6 - 2, true]);
});

test("heatChart(cells) turns heads upright that are wider than their columns", async () => {
  const svg = await expectDrawing("heat-narrow-en", () => heatChart(cells("en"), { ...options, ...english, width: NARROW }));
  expect(svg.querySelectorAll('[transform*="rotate"]')).toHaveLength(6);
});

test("heatChart(cells) scales money alike in all cells", async () => {
  const money = [12_000, 3_450_000].map((value, index) => ({ row: "储能", column: `Q${index + 1}`, value, isHidden: false }));
  const svg = await expectDrawing("heat-money", () => heatChart(money, { ...options, corner: undefined, unit: "cny" }));
  expect(textsOf(svg)).toEqual(["万元", "储能", "Q1", "Q2", "1", "345"]);
});

test("heatChart([]) says that there is nothing", async () => {
  const svg = await expectDrawing("heat-none", () => heatChart([], options));
  expect(textsOf(svg)).toEqual(["暂无数据"]);
});
