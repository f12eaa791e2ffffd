import { describe, expect, test } from "vitest";
import { multiplesChart } from "../../src/charts/multiples.ts";
import { NARROW } from "../../src/charts/widths.ts";
import { monthOf, periodOf, periodsBetween } from "../../src/core/periods.ts";
import { expectDrawing, given, textsOf } from "./drawing.ts";

const periods = periodsBetween(monthOf(2024, 1), monthOf(2026, 10), "quarter");

const seriesOf = (name: string, level: number, { hidden = 0, gap = -1 } = {}) => ({
  name,
  number: hidden === periods.length ? "已隐藏" : `${level}.0 天`,
  points: periods.map((period, index) => ({
    period,
    value: index < hidden || index === gap ? null : level + Math.sin(index * level) / 2 - index / 8,
    n: 40,
    isComplete: index < periods.length - 1,
    isHidden: index < hidden,
    hasSignal: false,
  })),
});
const series = [
  seriesOf("工业储能", 7),
  seriesOf("名字很长的一个户用储能与配套服务产品线", 5, { gap: 6 }),
  seriesOf("逆变器", 6),
  seriesOf("充电桩", 4, { hidden: 3 }),
  seriesOf("人太少", 4, { hidden: periods.length }),
];
const options = { ...given(), numbersOf: "2026 Q3", unit: "days", period: periodOf(monthOf(2026, 7), "quarter") } as const;

/** Each panel repeats the lines of all. */
const MOST_BYTES = 15_000;

describe("multiplesChart(series)", () => {
  test("gives each series a panel with its number, the others behind it", async () => {
    const svg = await expectDrawing("multiples", () => multiplesChart(series, options), MOST_BYTES);
    expect(textsOf(svg, ".value text").sort()).toEqual(["4.0 天", "5.0 天", "6.0 天", "7.0 天"]);
    expect(textsOf(svg)).toContain("天 · 同一刻度 · 数字：2026 Q3");
    expect(textsOf(svg, ".title text").filter((title) => title.endsWith("…"))).toHaveLength(1);
    expect(new Set([...svg.querySelectorAll(".behind")].map((path) => path.getAttribute("d"))).size).toBe(1);
  });

  test("stands two a row on a phone", async () => {
    const svg = await expectDrawing("multiples-narrow", () => multiplesChart(series, { ...options, width: NARROW }), MOST_BYTES);
    const starts = [...svg.querySelectorAll(".title")].map((title) => title.getAttribute("transform")?.match(/[\d.]+/)?.[0]);
    expect(new Set(starts).size).toBe(2);
  });

  test("hatches what is hidden and says so once per panel", () => {
    const svg = multiplesChart(series, options);
    expect([svg.querySelectorAll(".hatch").length, textsOf(svg).filter((text) => text === "已隐藏").length]).toEqual([2, 2]);
  });

  test.each([
    [[]],
    [[seriesOf("没有", 3)].map(({ points, ...one }) => ({ ...one, points: points.map((point) => ({ ...point, value: null })) }))],
  ])("says so where there is nothing", (none) => {
    expect(textsOf(multiplesChart(none, options))).toEqual(["暂无数据"]);
  });
});
