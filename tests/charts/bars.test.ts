import { describe, expect, test } from "vitest";
import { type BarRow, barChart } from "../../src/charts/bars.ts";
import { NARROW } from "../../src/charts/widths.ts";
import { english, expectDrawing, given, textsOf } from "./drawing.ts";

const row = (label: string, value: number | null, rest: Partial<BarRow> = {}): BarRow => ({
  label,
  value,
  n: 120,
  previous: null,
  isHidden: false,
  ...rest,
});

const rows = [
  row("研发一部", 4.2, { previous: 5.1 }),
  row("工业储能电池模组与配套服务以及一个很长的产品线名称", 6.9, { previous: 4.2, n: 80 }),
  row("华东", 3.1, { previous: 3.2, n: 1_200 }),
  row("没有数据", null, { n: 0 }),
  row("人太少", 9.9, { n: 3, isHidden: true }),
];
const days = { ...given(), unit: "days" } as const;
const reference = { value: 4.6, label: "全公司" };

describe("barChart(rows)", () => {
  test("shows value, n, the period before and the whole company", async () => {
    const svg = await expectDrawing("bars", () => barChart(rows, { ...days, reference }));
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["4.2\u00a0天", "1,200", "上期", "全公司 4.6\u00a0天"]));
  });

  test("keeps hidden apart from missing, and shows neither value nor n of what is hidden", async () => {
    const svg = barChart(rows, days);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["–", "已隐藏"]));
    expect(textsOf(svg).join(" ")).not.toMatch(/9\.9| 3 /);
  });

  test("sets the heads of lines and of cases apart where the lines end below the cases", () => {
    const narrow = { ...days, courseLabel: "近 12 个月", width: NARROW };
    const svg = barChart([row("华东", 3.1, { course: [1, 2, 3] })], narrow);
    const endOf = (said: string) =>
      Number([...svg.querySelectorAll("text")].find(({ textContent }) => textContent === said)?.getAttribute("x"));
    expect(endOf("近 12 个月")).toBeLessThan(endOf("n") - 6);
  });

  test("sets labels above the bars on a phone", async () => {
    const svg = await expectDrawing("bars-narrow", () => barChart(rows, { ...days, reference, width: NARROW }));
    expect(textsOf(svg).some((text) => text.startsWith("工业储能") && text.endsWith("…"))).toBe(true);
  });

  test("draws scores as dots from 1 to 5", async () => {
    const scores = [row("R&D", 3.4, { previous: 3.1 }), row("Sales", 4.1)];
    const svg = await expectDrawing("bars-score-en", () =>
      barChart(scores, { ...days, unit: "score", ...english, reference: { value: 3.7, label: "All" } }),
    );
    expect([svg.querySelectorAll("circle").length, svg.querySelectorAll(".bar").length]).toEqual([2, 0]);
  });

  test("draws values below zero to the left", async () => {
    const svg = await expectDrawing("bars-negative", () => barChart([row("储能", 0.12), row("逆变器", -0.08)], { ...days, unit: "share" }));
    expect(textsOf(svg)).toContain("−8.0\u00a0%");
  });

  test("marks what stands out from chance beside its value, and nothing that is hidden", async () => {
    const signals = [
      row("华东", 3.1, { previous: 3.2, signal: { mark: "▼", direction: "worse" } }),
      row("华南", 2.4, { previous: 2.9, signal: { mark: "↗", direction: "better" } }),
      row("华北", 2.6, { previous: 2.7 }),
      row("西部", 2.6, { isSelected: false, signal: { mark: "→", direction: "changed" } }),
      row("人太少", 9.9, { n: 3, isHidden: true, signal: { mark: "▼", direction: "worse" } }),
    ];
    const svg = await expectDrawing("bars-signals", () => barChart(signals, days));
    expect([textsOf(svg, ".worse"), textsOf(svg, ".better"), textsOf(svg, ".changed")]).toEqual([["▼"], ["↗"], ["→"]]);
    await expectDrawing("bars-signals-narrow", () => barChart(signals, { ...days, width: NARROW }));
  });

  test("has a line and the difference of each member beside its value, and neither of what is hidden", async () => {
    const members = [
      row("华东", 3.1, { previous: 3.2, course: [4, 3.5, null, 3, 3.1], change: "−0.1" }),
      row("华南", 2.4, { previous: 2.9, course: [2, 2, 2], change: "−0.5" }),
      row("人太少", 9.9, { n: 3, isHidden: true, course: [9, 9.9], change: "+0.9" }),
    ];
    const options = { ...days, reference, courseLabel: "近 12 个月" };
    const svg = await expectDrawing("bars-courses", () => barChart(members, options));
    expect(svg.querySelectorAll(".course")).toHaveLength(2);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["近 12 个月", "−0.1", "−0.5"]));
    expect(textsOf(svg)).not.toContain("+0.9");
    await expectDrawing("bars-courses-narrow", () => barChart(members, { ...options, width: NARROW }));
  });

  test("leaves a gap in the line of a member where a value is missing, and draws one that does not vary level", () => {
    const svg = barChart([row("华东", 3, { course: [1, null, 2, 3] }), row("华南", 3, { course: [2, 2, 2] })], days);
    const paths = [...svg.querySelectorAll(".course")].map((line) => line.getAttribute("d") ?? "");
    expect(paths.map((path) => path.match(/M/g)?.length)).toEqual([2, 1]);
    expect(new Set(paths[1]?.match(/(?<=,)[\d.]+/g)).size).toBe(1);
  });

  test("says so where there is nothing", async () => {
    const svg = await expectDrawing("bars-none", () => barChart([], days));
    expect(textsOf(svg)).toEqual(["暂无数据"]);
  });
});

test("barChart(rows) writes a number of cases once where it is the value", () => {
  const rows = ["A", "B"].map((label, i) => ({ label, value: i + 3, n: i + 3, previous: null, isHidden: false }));
  const texts = textsOf(barChart(rows, { ...given(), unit: "count" }));
  expect(texts.filter((text) => ["n", "3", "4"].includes(text))).toEqual(["3", "4"]);
});
