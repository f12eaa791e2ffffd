import { expect, test } from "vitest";
import { linesChart } from "../../src/charts/lines.ts";
import { NARROW } from "../../src/charts/widths.ts";
import { expectDrawing, given, textsOf } from "./drawing.ts";

const rows = ["储能柜", "便携电源", "逆变器 X3", "家储一体机", "充电桩", "光储融合"].flatMap((series, rank) =>
  Array.from({ length: rank === 0 ? 7 : 13 }, (_, x) => ({
    series,
    x,
    value: rank === 3 && x === 5 ? null : (1 + rank * 0.3) * 1e5 * (x + 1) ** 0.7,
    emphasis: rank === 0 || rank === 3,
  })),
);
const options = { ...given({ accent: "market" }), unit: "cny", xLabel: "上市后月数" } as const;

test("linesChart(rows) names every line at its end and leaves a gap at a missing value", async () => {
  const svg = await expectDrawing("lines", () => linesChart(rows, options));
  expect(textsOf(svg)).toEqual(
    expect.arrayContaining([
      "便携电源",
      expect.stringMatching(/^储能柜 [\d.]+\u00a0万元$/),
      expect.stringMatching(/^家储一体机 [\d.]+\u00a0万元$/),
    ]),
  );
  expect(svg.querySelector(".series-1 path")?.getAttribute("d")?.match(/M/g)).toHaveLength(2);
});

test("linesChart(rows) keeps the names apart on a phone", async () => {
  const svg = await expectDrawing("lines-narrow", () =>
    linesChart(
      rows.map((row) => ({ ...row, value: 1e5 + row.x })),
      { ...options, width: NARROW },
    ),
  );
  const middles = [...svg.querySelectorAll("text.faint, text.strong")].map((text) =>
    Number(text.querySelector("tspan")?.getAttribute("y") ?? text.getAttribute("y")),
  );
  expect(new Set(middles.map(Math.round)).size).toBe(5);
});

test("linesChart(rows) names only what stands out among many", () => {
  const many = Array.from({ length: 30 }, (_, series) => ({ series: `产品 ${series}`, x: 0, value: series, emphasis: series === 7 }));
  expect(textsOf(linesChart(many, options)).filter((text) => text.startsWith("产品"))).toEqual(["产品 7 7\u00a0元"]);
});

test("linesChart([]) says that there is nothing", async () => {
  const svg = await expectDrawing("lines-none", () => linesChart([], options));
  expect(textsOf(svg)).toEqual(["暂无数据"]);
});
