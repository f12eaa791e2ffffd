import { expect, test } from "vitest";
import { sparkline } from "../../src/charts/sparkline.ts";
import { monthOf, periodsBetween } from "../../src/core/periods.ts";
import { english, expectDrawing, given } from "./drawing.ts";

const points = periodsBetween(monthOf(2023, 10), monthOf(2026, 10), "month").map((period, index) => ({
  period,
  value: 5 - index / 12 + Math.sin(index * 2),
  n: 40,
  isComplete: index < 36,
  isHidden: false,
  hasSignal: false,
}));

test("sparkline(points) draws the last two dozen in 2 kB, the unfinished one hollow", async () => {
  const svg = await expectDrawing("sparkline", () => sparkline(points, { ...given(), limits: { lower: 1, upper: 4 }, target: 3 }));
  expect(svg.querySelectorAll("circle.hollow")).toHaveLength(1);
  expect(svg.outerHTML.length).toBeLessThan(2_000);
});

test("sparkline(points) ends in a full dot at a complete period", async () => {
  const svg = await expectDrawing("sparkline-complete", () => sparkline(points.slice(0, 36), given()));
  expect(svg.querySelectorAll(".hollow")).toHaveLength(0);
});

test("sparkline(points) marks the months of a period that it shows", async () => {
  const [shown, old] = [points[35]?.period, points[2]?.period];
  const svg = await expectDrawing("sparkline-period", () => sparkline(points.slice(0, 36), { ...given(), period: shown }));
  expect(svg.querySelectorAll("line.period-mark")).toHaveLength(1);
  expect(sparkline(points, { ...given(), period: old }).querySelectorAll("line.period-mark")).toHaveLength(0);
});

test("sparkline([]) says that there is nothing", async () => {
  const svg = await expectDrawing("sparkline-none", () => sparkline([], given({ ...english })));
  expect(svg.textContent).toContain("No data");
});

test("sparkline(points) begins again behind a gap; a value between two gaps is a dot", () => {
  const gappy = points.slice(0, 6).map((point, index) => ({ ...point, value: [1, 2, null, 3, null, 2][index] ?? null }));
  expect(sparkline(gappy, given()).querySelector(".line")?.getAttribute("d")).toBe("M2,35L31.9,20M91.8,5ZM151.7,20Z");
});

test("sparkline(points) ends limits that reach beyond the points at the edge", () => {
  const svg = sparkline(points.slice(0, 3), { ...given(), limits: { lower: -90, upper: 90 } });
  expect(["y", "height"].map((name) => svg.querySelector(".band")?.getAttribute(name))).toEqual(["5", "30"]);
});
