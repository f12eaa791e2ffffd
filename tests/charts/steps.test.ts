import { describe, expect, test } from "vitest";
import { type StepRow, stepsChart } from "../../src/charts/steps.ts";
import { NARROW } from "../../src/charts/widths.ts";
import { expectDrawing, given, textsOf } from "./drawing.ts";

const rows: StepRow[] = [
  { label: "新建", count: 1_200, share: null },
  { label: "市场认可（MQL）", count: 800, share: 2 / 3 },
  { label: "赢单", count: 0, share: 0 },
  { label: "退回", count: 300, share: 0.375, isAside: true },
];
const options = { ...given(), shareLabel: "占上一步" };

describe("stepsChart(rows)", () => {
  test("shows of each step its count and its share of the step before, and fainter those who left", async () => {
    const svg = await expectDrawing("steps", () => stepsChart(rows, options));
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["占上一步", "1,200", "66.7\u00a0%", "0.0\u00a0%"]));
    expect([svg.querySelectorAll(".bar rect").length, svg.querySelectorAll(".shade-2 rect").length]).toEqual([3, 1]);
  });

  test("gives the first step no share", () => {
    expect(textsOf(stepsChart(rows, options)).filter((text) => text.endsWith("%"))).toHaveLength(3);
  });

  test("sets the shares above the bars on a phone", async () => {
    const svg = await expectDrawing("steps-narrow", () => stepsChart(rows, { ...options, width: NARROW }));
    expect(textsOf(svg)).toContain("37.5\u00a0%");
  });

  test("says so where nobody came so far as the first step", () => {
    expect(textsOf(stepsChart([{ label: "新建", count: 0, share: null }], options))).toEqual(["暂无数据"]);
  });
});
