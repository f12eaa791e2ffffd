import { expect, test } from "vitest";
import { barChart } from "../../src/charts/bars.ts";
import { contributionChart } from "../../src/charts/contributions.ts";
import { gapChart } from "../../src/charts/gap.ts";
import { heatChart } from "../../src/charts/heat.ts";
import { stackedChart } from "../../src/charts/stacked.ts";
import { monthOf, periodsBetween } from "../../src/core/periods.ts";
import { expectDrawing, given, textsOf } from "./drawing.ts";

const days = { ...given(), unit: "days" } as const;
const members = [
  { label: "储能", isSelected: true },
  { label: "逆变器", isSelected: false },
  { label: "充电桩", isSelected: false },
];

test("barChart(rows) keeps in view what the selection leaves out, and can be acted on", async () => {
  const rows = members.map((member, index) => ({ ...member, value: 3 + index, n: 90, previous: 4, isHidden: index === 2 }));
  const svg = await expectDrawing("bars-selected", () => barChart(rows, { ...days, previousLabel: "去年同期", isLive: true }));
  expect(textsOf(svg, "text.selected")).toEqual(["储能", "3.0\u00a0天"]);
  expect(textsOf(svg, "text.unselected")).toEqual(["逆变器", "充电桩", "4.0\u00a0天", "已隐藏"]);
  expect(textsOf(svg)).toContain("去年同期");
});

test("heatChart(cells) marks the cells that are selected", async () => {
  const cells = members.flatMap(({ label, isSelected }) =>
    ["华东", "华南"].map((column, index) => ({
      row: label,
      column,
      value: 3 + index,
      isHidden: false,
      isSelected: isSelected && index > 0,
    })),
  );
  const svg = await expectDrawing("heat-selected", () => heatChart(cells, days));
  expect([".cell .selected", ".cell .unselected"].map((selector) => svg.querySelectorAll(selector).length)).toEqual([1, 5]);
});

test("contributionChart(rows) leaves the total out of the selection", () => {
  const svg = contributionChart(
    members.map((member) => ({ ...member, mix: 1, rate: 2 })),
    { ...days, total: 9 },
  );
  expect([".part .selected", ".part .unselected"].map((selector) => svg.querySelectorAll(selector).length)).toEqual([2, 4]);
  expect(textsOf(svg, "text.strong")).toContain("合计");
});

test("gapChart(rows) fades both sides of what is left out", () => {
  const rows = members.map((member) => ({ ...member, a: 3, b: 4, aN: 9, bN: 9, isHidden: false }));
  const svg = gapChart(rows, { ...given(), sides: { a: "研发", b: "销售" } });
  expect(svg.querySelectorAll("circle.unselected, line.unselected")).toHaveLength(6);
});

test("stackedChart(rows) fades the members that are left out", () => {
  const rows = periodsBetween(monthOf(2025, 1), monthOf(2025, 2), "month").flatMap((period) =>
    members.map(({ label, isSelected }) => ({ period, member: label, value: 3, isComplete: true, isHidden: false, isSelected })),
  );
  const svg = stackedChart(rows, { ...days, numberOf: () => "3.0 天", numbersOf: "2025 Q1" });
  expect([svg.querySelectorAll("rect.unselected").length, textsOf(svg, "text.selected").length]).toEqual([4, 1]);
});

test("no chart marks anything where there is no selection", () => {
  const rows = members.map(({ label }) => ({ label, value: 3, n: 9, previous: 4, isHidden: false }));
  expect(barChart(rows, days).querySelectorAll(".selected, .unselected")).toHaveLength(0);
});
