import { expect, test } from "vitest";
import { contributionChart } from "../../src/charts/contributions.ts";
import { NARROW } from "../../src/charts/widths.ts";
import { english, expectDrawing, given, textsOf } from "./drawing.ts";

const rows = [
  { label: "储能", mix: -0.2, rate: -0.9 },
  { label: "逆变器", mix: 0.1, rate: -0.3 },
  { label: "充电桩", mix: 0.05, rate: 0.35 },
];
const options = { ...given(), unit: "days", total: -0.9, better: "lower" } as const;

test("contributionChart(rows) shows parts that add up, with sign, colour and word", async () => {
  const svg = await expectDrawing("contributions", () => contributionChart(rows, options));
  expect(textsOf(svg)).toEqual(expect.arrayContaining(["−1.1\u00a0天", "−0.2\u00a0天", "+0.4\u00a0天", "−0.9\u00a0天", "变好"]));
});

test("contributionChart(rows) fits a phone", async () => {
  const svg = await expectDrawing("contributions-narrow-en", () =>
    contributionChart(rows, { ...options, ...english, better: "higher", width: NARROW }),
  );
  expect(textsOf(svg)).toContain("worse");
});

test("contributionChart(rows) judges nothing where no way is better", () => {
  const svg = contributionChart(rows, { ...options, better: "nearer-zero" });
  expect(svg.querySelectorAll(".better, .worse")).toHaveLength(0);
});

test("contributionChart(rows) draws a change of nothing", async () => {
  const svg = await expectDrawing("contributions-zero", () =>
    contributionChart([{ label: "储能", mix: 0, rate: 0 }], { ...options, total: 0 }),
  );
  expect(textsOf(svg)).toContain("0.0\u00a0天");
});

test("contributionChart([]) says that there is nothing", async () => {
  const svg = await expectDrawing("contributions-none", () => contributionChart([], options));
  expect(textsOf(svg)).toEqual(["暂无数据"]);
});
