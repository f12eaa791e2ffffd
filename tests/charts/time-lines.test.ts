import { describe, expect, test } from "vitest";
import { type TimeSeries, timeLinesChart } from "../../src/charts/time-lines.ts";
import { NARROW } from "../../src/charts/widths.ts";
import { monthOf, periodOf, periodsBetween } from "../../src/core/periods.ts";
import { expectDrawing, given, textsOf } from "./drawing.ts";

const periods = periodsBetween(monthOf(2024, 1), monthOf(2026, 10), "quarter");

const seriesOf = (name: string, level: number, hiddenUntil = 0): TimeSeries => ({
  name,
  number: hiddenUntil === periods.length ? "已隐藏" : `${level}.0 天`,
  points: periods.map((period, index) => ({
    period,
    value: index < hiddenUntil || (level === 5 && index === 6) ? null : level + Math.sin(index * level) / 2 - index / 8,
    n: 40,
    isComplete: index < periods.length - 1,
    isHidden: index < hiddenUntil,
    hasSignal: false,
  })),
});
const series = [seriesOf("工业储能", 7), seriesOf("户用储能与配套", 5), seriesOf("逆变器", 6), seriesOf("充电桩", 4, 3)];
const options = { ...given(), numbersOf: "2026 年三季度", unit: "days", period: periodOf(monthOf(2026, 7), "quarter") } as const;

describe("timeLinesChart(series)", () => {
  test("names each line with its number, below the period that the numbers are of, leaves gaps, and dashes what is unfinished", async () => {
    const svg = await expectDrawing("time-lines", () => timeLinesChart(series, options));
    const named = ["工业储能 7.0 天", "逆变器 6.0 天", "户用储能与配套 5.0 天", "充电桩 4.0 天"];
    expect([textsOf(svg, "text.muted"), textsOf(svg, "text.strong")]).toEqual([["2026 年三季度"], named]);
    const [caption, first] = [...svg.querySelectorAll("text.muted, text.strong")].map((text) => Number(text.getAttribute("y")));
    expect(caption).toBeLessThan(first ?? 0);
    expect(svg.querySelector(".series-1 path")?.getAttribute("d")?.match(/M/g)).toHaveLength(2);
    expect(svg.querySelectorAll(".unfinished path")).toHaveLength(4);
  });

  test("keeps the names apart on a phone", async () => {
    const svg = await expectDrawing("time-lines-narrow", () => timeLinesChart(series, { ...options, width: NARROW }));
    expect(svg.getAttribute("class")).toContain("chart-narrow");
  });

  test("hatches what is hidden of a line, and says of one hidden throughout that it is", () => {
    const svg = timeLinesChart([seriesOf("工业储能", 7, 2), seriesOf("逆变器", 6, periods.length)], options);
    expect([textsOf(svg, ".hidden text"), textsOf(svg, "text.faint")]).toEqual([["已隐藏"], ["逆变器 已隐藏"]]);
    expect(svg.querySelectorAll(".hatch")).toHaveLength(1);
  });

  test("marks the period that the page is about, and none that it does not show", () => {
    const marks = [periodOf(monthOf(2026, 7), "quarter"), periodOf(monthOf(2019, 7), "quarter")].map(
      (period) => timeLinesChart(series, { ...options, period }).querySelectorAll(".period-mark").length,
    );
    expect(marks).toEqual([1, 0]);
  });

  test("numbers what happened and what was decided where it was, above the lines", async () => {
    const events = [{ date: "2025-04-01" }, { date: "2025-11-20", isDecision: true }];
    const svg = await expectDrawing("time-lines-events", () => timeLinesChart(series, { ...options, events }));
    expect(textsOf(svg, ".event text")).toEqual(["1", "2"]);
  });

  test("says so where there is nothing", () => {
    expect(textsOf(timeLinesChart([], options))).toEqual(["暂无数据"]);
  });
});
