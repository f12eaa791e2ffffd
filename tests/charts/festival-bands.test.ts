import { describe, expect, test } from "vitest";
import type { Festivals } from "../../src/charts/parts/festival-bands.ts";
import { crosses } from "../../src/charts/parts/line-path.ts";
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

  test("are named from an edge of one where events happened beside all", () => {
    const svg = drawn({ events: [{ date: "2025-02-20" }, { date: "2026-03-08" }] });
    const at = Number(svg.querySelector(".festival text")?.getAttribute("x"));
    const middles = boxesOf(svg).map(([from = 0, to = 0]) => (from + to) / 2);
    expect(middles.some((middle) => Math.abs(middle - at) < 1)).toBe(false);
    expect(textsOf(svg, ".festival text")).toEqual(["春节"]);
  });

  test.each([
    ["at the axis, where the line is far from it", () => 9, (foot: number, [, bottom]: number[]) => foot === (bottom ?? 0) - 5],
    [
      "at the top, where the line runs along the axis",
      (at: number) => (at === 12 ? 9 : 0.2),
      (foot: number, [top = 0]: number[]) => foot < top + 20,
    ],
  ])("are named %s", (_, value, isThere) => {
    const svg = trendChart(
      points.map((point, at) => ({ ...point, value: value(at) })),
      { ...given(), unit: "days", festivals: { name: "春节", days } },
    );
    const [, top, bottom] = /M[\d.]+,([\d.]+)H[\d.]+V([\d.]+)/.exec(svg.querySelector(".festival path")?.getAttribute("d") ?? "") ?? [];
    expect(isThere(Number(svg.querySelector(".festival text")?.getAttribute("y")), [Number(top), Number(bottom)])).toBe(true);
  });
});

describe("crosses(points, box)", () => {
  const box = { left: 10, right: 20, top: 10, bottom: 20 };

  test.each([
    [
      "a step through it",
      [
        { x: 0, y: 0 },
        { x: 30, y: 30 },
      ],
      true,
    ],
    [
      "a point in it, between gaps",
      [
        { x: 0, y: null },
        { x: 15, y: 15 },
        { x: 30, y: null },
      ],
      true,
    ],
    [
      "a step past its corner",
      [
        { x: 0, y: 0 },
        { x: 20, y: 8 },
      ],
      false,
    ],
    [
      "a gap over it",
      [
        { x: 5, y: 15 },
        { x: 15, y: null },
        { x: 25, y: 15 },
      ],
      false,
    ],
    [
      "steps beside it",
      [
        { x: 21, y: 15 },
        { x: 30, y: 15 },
      ],
      false,
    ],
  ])("%s", (_, points, isCrossed) => {
    expect(crosses(points, box)).toBe(isCrossed);
  });
});
