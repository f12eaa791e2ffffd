import { expect, test } from "vitest";
import { distributionChart } from "../../src/charts/distribution.ts";
import { binned } from "../../src/charts/parts/bins.ts";
import { NARROW } from "../../src/charts/widths.ts";
import { english, expectDrawing, given, textsOf } from "./drawing.ts";

/** Days with a long tail: many short, a few of more than a hundred. */
const days = Array.from({ length: 120 }, (_, index) => ({
  value: index / 5,
  count: Math.round(200 * Math.exp(-((index / 5 - 4) ** 2) / 30)),
}));
const counts = [...days, { value: 64, count: 9 }, { value: 130.5, count: 4 }];

const barHeights = (svg: SVGElement) => [...svg.querySelectorAll(".bar rect")].length;

test("distributionChart(counts) folds the long tail and marks median and 90th percentile", async () => {
  const svg = await expectDrawing("distribution", () => distributionChart(counts, { ...given(), unit: "days", median: 4, p90: 11 }));
  expect(textsOf(svg)).toEqual(expect.arrayContaining(["中位数 4.0\u00a0天", "90 分位 11.0\u00a0天"]));
  expect(textsOf(svg).some((text) => /^≥ \d+$/.test(text))).toBe(true);
});

test("distributionChart(counts) sets marks that are close on rows of their own on a phone", async () => {
  const svg = await expectDrawing("distribution-narrow", () =>
    distributionChart(counts, { ...given({ width: NARROW }), unit: "days", median: 4, p90: 5 }),
  );
  expect(new Set([...svg.querySelectorAll(".note text")].map((text) => text.getAttribute("y"))).size).toBe(2);
});

test("distributionChart(counts) gives each answer of a scale its bar", async () => {
  const answers = [4, 9, 30, 60, 22].map((count, index) => ({ value: index + 1, count }));
  const svg = await expectDrawing("distribution-score-en", () =>
    distributionChart(answers, { ...given({ ...english }), unit: "score", median: 4 }),
  );
  expect(barHeights(svg)).toBe(5);
});

test("distributionChart(counts) marks the limit that was promised", async () => {
  const svg = await expectDrawing("distribution-limit", () =>
    distributionChart(counts, { ...given(), unit: "working_days", median: 4, p90: 11, limit: { value: 7, label: "承诺：7 个工作日" } }),
  );
  expect(textsOf(svg, ".note text")).toContain("承诺：7 个工作日");
});

test("distributionChart(counts) keeps its bins about the limit where a few took very long", () => {
  const late = [...days, { value: 700, count: 500 }];
  const foldedAt = (limit?: { value: number; label: string }) =>
    textsOf(distributionChart(late, { ...given(), unit: "hours", limit })).filter((text) => text.startsWith("≥"));
  expect([foldedAt(), foldedAt({ value: 7, label: "承诺" })]).toEqual([[], [expect.stringMatching(/^≥ 1\d$/)]]);
});

test.each([[[]], [[{ value: 3, count: 0 }]]])("distributionChart(counts) says so where there is nothing", async (none) => {
  const svg = await expectDrawing("distribution-none", () => distributionChart(none, { ...given(), unit: "days" }));
  expect(textsOf(svg)).toEqual(["暂无数据"]);
});

test("binned(counts) has all cases in its bins and its tail, from one edge up to the next", () => {
  const late = [...Array.from({ length: 40 }, (_, value) => ({ value: value / 2, count: 10 })), { value: 300, count: 4 }];
  const { bins, tail } = binned(late);
  expect([...bins, ...(tail ? [tail] : [])].reduce((sum, { count }) => sum + count, 0)).toBe(404);
  expect(tail?.count).toBe(4);
  expect(bins.slice(1).every(({ start }, i) => start === bins[i]?.end)).toBe(true);
});
