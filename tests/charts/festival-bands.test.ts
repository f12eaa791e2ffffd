import { describe, expect, test } from "vitest";
import type { Festivals } from "../../src/charts/parts/festival-bands.ts";
import { type ChartEvent, trendChart } from "../../src/charts/trend.ts";
import { NARROW, WIDE } from "../../src/charts/widths.ts";
import { monthOf, periodsBetween } from "../../src/core/periods.ts";
import { expectDrawing, given, textsOf } from "./drawing.ts";

const points = periodsBetween(monthOf(2025, 1), monthOf(2026, 12), "month").map((period, index) => ({
  ...{ period, value: 5 + Math.sin(index), n: 40, isComplete: true, isHidden: false, hasSignal: false },
}));

const days = [
  { from: "2024-02-10", to: "2024-02-17" },
  { from: "2025-01-28", to: "2025-02-04" },
  { from: "2026-02-15", to: "2026-02-23" },
];

interface Given {
  festivals?: Festivals;
  events?: readonly ChartEvent[];
  width?: number;
}

const drawn = ({ festivals = { name: "春节", days }, ...options }: Given = {}) =>
  trendChart(points, { ...given(), unit: "days", festivals, ...options });

const boxesOf = (svg: SVGElement): number[][] =>
  [...(svg.querySelector(".festival path")?.getAttribute("d") ?? "").matchAll(/M([\d.]+),[\d.]+H([\d.]+)/g)].map(([, from, to]) => [
    Number(from),
    Number(to),
  ]);

describe("festivals of trendChart(points)", () => {
  test.each([
    ["wide", WIDE],
    ["narrow", NARROW],
  ])("are light bands over their days, of which the first with room is named, in a %s drawing", async (name, width) => {
    const svg = await expectDrawing(`trend-festivals-${name}`, () => drawn({ width }));
    expect([boxesOf(svg).length, textsOf(svg, ".festival text")]).toEqual([2, ["春节"]]);
  });

  test("are as wide as they are long", () => {
    const width = ([from = 0, to = 0]: number[] = []) => to - from;
    const [one, other] = boxesOf(
      drawn({
        festivals: {
          name: "",
          days: [
            { from: "2026-03-01", to: "2026-03-31" },
            { from: "2026-05-01", to: "2026-05-31" },
          ],
        },
      }),
    );
    const month =
      (Number(drawn().querySelector(".grid line")?.getAttribute("x2")) - Number(drawn().querySelector(".grid line")?.getAttribute("x1"))) /
      24;
    expect([Math.abs(width(one) - month) < 0.11, Math.abs(width(other) - month) < 0.11]).toEqual([true, true]);
  });

  test("are cut where the axis ends", () => {
    const [box] = boxesOf(drawn({ festivals: { name: "春节", days: [{ from: "2024-12-20", to: "2025-01-05" }] } }));
    expect(box?.[0]).toBe(Number(drawn().querySelector(".grid line")?.getAttribute("x1")));
  });

  test("are named where no event happened", () => {
    const at = (events: ChartEvent[]) => Number(drawn({ events }).querySelector(".festival text")?.getAttribute("x"));
    expect(at([{ date: "2025-02-03" }])).toBeGreaterThan(at([]));
  });
});
