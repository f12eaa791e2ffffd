import { expect, test } from "vitest";
import { stackedChart } from "../../src/charts/stacked.ts";
import { NARROW } from "../../src/charts/widths.ts";
import { monthOf, periodsBetween } from "../../src/core/periods.ts";
import { expectDrawing, given, textsOf } from "./drawing.ts";

const rows = periodsBetween(monthOf(2024, 1), monthOf(2026, 10), "quarter").flatMap((period, index) =>
  ["需求偏差", "开发缺陷", "其他"].map((member, rank) => ({
    period,
    member,
    value: index === 2 ? null : (3 - rank) * 1e5 * (1 + (index % 4) / 5),
    isComplete: index < 11,
    isHidden: index === 5 && rank === 1,
  })),
);
const options = {
  ...given({ accent: "cost" }),
  unit: "cny",
  numberOf: (member: string) => `${member.length}.0 万元`,
  numbersOf: "2026 年",
} as const;

test("stackedChart(rows) names the members, with their numbers, beside the last complete column and leaves the unfinished one hollow", async () => {
  const svg = await expectDrawing("stacked", () => stackedChart(rows, options));
  expect(textsOf(svg, ".shade-text")).toEqual(["其他 2.0 万元", "开发缺陷 4.0 万元", "需求偏差 4.0 万元"]);
  expect(textsOf(svg, "text.muted")).toEqual(["2026 年"]);
  expect(svg.querySelectorAll(".hollow rect")).toHaveLength(3);
});

test("stackedChart(rows) leaves out a column whose height would tell a hidden part", () => {
  expect(stackedChart(rows, options).querySelectorAll(".shade-0:not(.hollow) rect")).toHaveLength(9);
});

test("stackedChart(rows) fits a phone", async () => {
  const svg = await expectDrawing("stacked-narrow", () => stackedChart(rows, { ...options, width: NARROW }));
  expect(textsOf(svg, ".total")).toEqual([]);
});

test("stackedChart([]) says that there is nothing", async () => {
  const svg = await expectDrawing("stacked-none", () => stackedChart([], options));
  expect(textsOf(svg)).toEqual(["暂无数据"]);
});
