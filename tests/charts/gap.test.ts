import { expect, test } from "vitest";
import { type GapRow, gapChart } from "../../src/charts/gap.ts";
import { NARROW } from "../../src/charts/widths.ts";
import { languageOf } from "../../src/i18n/languages.ts";
import { onScale } from "../../src/i18n/on-scale.ts";
import { expectDrawing, given, textsOf } from "./drawing.ts";

const row = (label: string, a: number | null, b: number | null, isHidden = false): GapRow => ({ label, a, b, aN: 32, bN: 41, isHidden });
const rows = [
  row("需求说明清楚", 3.2, 4.1),
  row("响应及时", 3.9, 3.6),
  row("优先级有共识:双方对同一需求的排序一致", 2.8, 4.4),
  row("激励公平", 3.5, 3.5),
  row("人太少", 2.22, 4.44, true),
  row("只有一方", 3.3, null),
];
const options = { ...given({ accent: "satisfaction" }), sides: { a: "研发", b: "销售" } };

test("gapChart(rows) prints b less a, a dash where one side is missing, and nothing of what is hidden", async () => {
  const svg = await expectDrawing("gap", () => gapChart(rows, options));
  expect(textsOf(svg, ".strong")).toEqual(["+0.90", "−0.30", "+1.60", "0.00", "–"]);
  expect(textsOf(svg)).toContain("已隐藏");
});

test("gapChart(rows) names the sides apart though their scores are equal", async () => {
  const svg = await expectDrawing("gap-equal-narrow", () => gapChart([row("激励公平", 5, 5)], { ...options, width: NARROW }));
  const [left, right] = ["研发", "销售"].map((name) => [...svg.querySelectorAll("text")].find(({ textContent }) => textContent === name));
  expect(Number(right?.getAttribute("x"))).toBeGreaterThan(Number(left?.getAttribute("x")));
});

test("gapChart(rows) is drawn from end to end of the scale of the survey", async () => {
  const language = onScale(languageOf("en"), { least: 0, most: 10, favourable: 9 });
  const svg = await expectDrawing("gap-of-ten", () =>
    gapChart([row("Clear needs", 0, 10), row("Fast answers", 6.4, 7.25)], { ...options, ...language }),
  );
  expect(textsOf(svg, ".muted").filter((text) => /^\d+$/.test(text))).toEqual(["0", "2", "4", "6", "8", "10"]);
  expect(textsOf(svg, ".strong")).toEqual(["+10.00", "+0.85"]);
});

test("gapChart([]) says that there is nothing", async () => {
  const svg = await expectDrawing("gap-none", () => gapChart([], options));
  expect(textsOf(svg)).toEqual(["暂无数据"]);
});
