import { describe, expect, test } from "vitest";
import { type ChartEvent, trendChart } from "../../src/charts/trend.ts";
import { NARROW, WIDE } from "../../src/charts/widths.ts";
import { monthOf, periodsBetween } from "../../src/core/periods.ts";
import { expectDrawing, given, textsOf } from "./drawing.ts";

const points = periodsBetween(monthOf(2024, 1), monthOf(2026, 6), "month").map((period, index) => ({
  ...{ period, value: 5 + Math.sin(index), n: 40, isComplete: true, isHidden: false, hasSignal: false },
}));

const drawn = (events: readonly ChartEvent[], width = WIDE) => trendChart(points, { ...given(), unit: "days", events, width });
const on = (...dates: readonly string[]): ChartEvent[] => dates.map((date) => ({ date }));
const numbersOf = (svg: SVGElement) => textsOf(svg, ".event text");

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const boxesOf = (svg: SVGElement): Box[] =>
  [...svg.querySelectorAll(".event rect")].map((rect) => {
    const [x = 0, y = 0, width = 0, height = 0] = ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name)));
    return { x, y, width, height };
  });

/** Where hairlines meet the time axis. */
const feetOf = (svg: SVGElement): number[] =>
  [...(svg.querySelector(".event path")?.getAttribute("d") ?? "").matchAll(/M([\d.]+),/g)].map(([, x]) => Number(x));

const heightOf = (svg: SVGElement) => Number(svg.getAttribute("height"));
const TOUCH = 0.11;
const doTouch = (a: Box, b: Box) =>
  a.x + a.width > b.x + TOUCH && b.x + b.width > a.x + TOUCH && a.y + a.height > b.y + TOUCH && b.y + b.height > a.y + TOUCH;

/** Numbers that lie on another, or out of the drawing. */
const misplaced = (svg: SVGElement, width: number) => {
  const boxes = boxesOf(svg);
  return boxes.filter(
    (box, index) =>
      boxes.some((other, place) => place < index && doTouch(box, other)) || box.x < 0 || box.y < 0 || box.x + box.width > width,
  );
};

describe("events of trendChart(points)", () => {
  const crowd = on(...Array.from({ length: 12 }, (_, day) => `2025-03-${String(2 * day + 1).padStart(2, "0")}`));

  test.each([
    ["wide", WIDE],
    ["narrow", NARROW],
  ])("are all numbered where a dozen happened in one month, none on another, in a %s drawing", async (name, width) => {
    const svg = await expectDrawing(`trend-crowd-${name}`, () => drawn(crowd, width));
    expect(numbersOf(svg).sort((a, b) => Number(a) - Number(b))).toEqual(crowd.map((_, index) => String(index + 1)));
    expect(misplaced(svg, width)).toEqual([]);
  });

  test("stand in more rows where one has no room, and take none of the plot's height where it has", () => {
    const many = periodsBetween(monthOf(2024, 1), monthOf(2026, 6), "month").flatMap(({ start }) =>
      ["05", "20"].map((day) => ({ date: `${Math.floor(start / 12)}-${String((start % 12) + 1).padStart(2, "0")}-${day}` })),
    );
    const [none, few, all] = [drawn([], NARROW), drawn(on("2025-03-05"), NARROW), drawn(many, NARROW)];
    expect([heightOf(few) - heightOf(none), numbersOf(all).length, misplaced(all, NARROW)]).toEqual([0, many.length, []]);
    expect(heightOf(all)).toBeGreaterThan(heightOf(few));
  });

  test("are marked on the first and the last day of the axis, and not beyond it", () => {
    const svg = drawn(on("2023-12-31", "2024-01-01", "2026-06-30", "2026-07-01"));
    const grid = svg.querySelector(".grid line");
    const [from, to] = ["x1", "x2"].map((name) => Number(grid?.getAttribute(name)));
    expect(numbersOf(svg)).toEqual(["2", "3"]);
    const [first = 0, last = 0] = feetOf(svg);
    expect([first, last < (to ?? 0), last > (to ?? 0) - 1]).toEqual([from, true, true]);
  });

  test("of one day stand side by side over the same place", () => {
    const svg = drawn([{ date: "2025-03-05" }, { date: "2025-03-05", isDecision: true }]);
    const [one, other] = boxesOf(svg);
    expect([new Set(feetOf(svg)).size, one?.y, misplaced(svg, WIDE)]).toEqual([1, other?.y, []]);
  });

  test("that were decided have another shape", () => {
    const svg = drawn([{ date: "2025-03-05" }, { date: "2025-09-05", isDecision: true }]);
    const [round, square] = [...svg.querySelectorAll(".event rect")].map((rect) => Number(rect.getAttribute("rx")));
    expect(round).toBeGreaterThan(2 * (square ?? 0));
  });

  test("leave the numbers of what lies beyond the axis free", () => {
    const far = points.map((point, index) => ({ ...point, value: index === 14 ? 400 : point.value }));
    const svg = trendChart(far, { ...given(), unit: "days", most: 10, events: on("2025-03-15") });
    const [box] = boxesOf(svg);
    const said = svg.querySelector(".beyond text")?.getAttribute("transform") ?? "";
    const y = Number(/,([\d.]+)\)/.exec(said)?.[1]);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(y - 6 - 7.5 + 1);
  });
});
