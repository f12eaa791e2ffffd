import { describe, expect, test } from "vitest";
import { barChart } from "../../src/charts/bars.ts";
import { contributionChart } from "../../src/charts/contributions.ts";
import { distributionChart } from "../../src/charts/distribution.ts";
import { gapChart } from "../../src/charts/gap.ts";
import { heatChart } from "../../src/charts/heat.ts";
import { linesChart } from "../../src/charts/lines.ts";
import { multiplesChart } from "../../src/charts/multiples.ts";
import { stackedChart } from "../../src/charts/stacked.ts";
import { stepsChart } from "../../src/charts/steps.ts";
import { timeLinesChart } from "../../src/charts/time-lines.ts";
import { treeChart } from "../../src/charts/tree.ts";
import { trendChart } from "../../src/charts/trend.ts";
import { NARROW } from "../../src/charts/widths.ts";
import { monthOf, periodsBetween } from "../../src/core/periods.ts";
import { given } from "./drawing.ts";

const NAMES = ["储能", "逆变器", "充电桩"];
const periods = periodsBetween(monthOf(2025, 1), monthOf(2025, 4), "month");
const points = periods.map((period, index) => ({
  ...{ period, value: 3 + index, n: 9, isComplete: true, isHidden: false, hasSignal: false },
}));
const series = NAMES.map((name) => ({ name, number: "3.0 天", points }));
const days = { ...given(), unit: "days", numberOf: () => "3.0 天", numbersOf: "2025 Q1" } as const;

/** Each kind of chart of few data, and the keys of what can be pointed at from left to right or from the top down. */
const charts: { name: string; keys: number[]; draw: (isLive?: boolean, width?: number) => SVGElement }[] = [
  { name: "trendChart", keys: [0, 1, 2, 3], draw: (isLive, width) => trendChart(points, { ...days, isLive, width }) },
  {
    name: "stackedChart",
    keys: [0, 1, 2, 3, 6, 5, 4],
    draw: (isLive, width) =>
      stackedChart(
        periods.flatMap((period) => NAMES.map((member) => ({ period, member, value: 2, isComplete: true, isHidden: false }))),
        { ...days, isLive, width },
      ),
  },
  {
    name: "barChart",
    keys: [0, 1, 2],
    draw: (isLive, width) =>
      barChart(
        NAMES.map((label) => ({ label, value: 3, n: 9, previous: null, isHidden: false })),
        { ...days, isLive, width },
      ),
  },
  {
    name: "stepsChart",
    keys: [0, 1, 2],
    draw: (isLive, width) =>
      stepsChart(
        NAMES.map((label) => ({ label, count: 3, share: 0.5, isAside: label === NAMES[1] })),
        { ...given(), shareLabel: "占上一步", isLive, width },
      ),
  },
  {
    name: "contributionChart",
    keys: [0, 1, 2],
    draw: (isLive, width) =>
      contributionChart(
        NAMES.map((label) => ({ label, mix: 1, rate: -2 })),
        { ...days, total: -3, isLive, width },
      ),
  },
  {
    name: "gapChart",
    keys: [0, 1, 2],
    draw: (isLive, width) =>
      gapChart(
        NAMES.map((label) => ({ label, a: 3, b: 4, aN: 9, bN: 9, isHidden: false })),
        { ...given(), sides: { a: "研发", b: "销售" }, isLive, width },
      ),
  },
  {
    name: "heatChart",
    keys: [2, 0, 1],
    draw: (isLive, width) =>
      heatChart(
        [
          { row: "B", column: "Q1" },
          { row: "B", column: "Q2" },
          { row: "A", column: "Q2" },
        ].map((cell) => ({ ...cell, value: 3, isHidden: false })),
        { ...days, rows: ["A", "B"], columns: ["Q1", "Q2"], isLive, width },
      ),
  },
  {
    name: "distributionChart",
    keys: [1, 0, 2],
    draw: (isLive, width) =>
      distributionChart(
        [4, 2, 5, 3].map((value) => ({ value, count: value === 3 ? 0 : 7 })),
        { ...days, isLive, width },
      ),
  },
  {
    name: "linesChart",
    keys: [0, 1, 2, 4],
    draw: (isLive, width) =>
      linesChart(
        [1, 0, 0, 4].map((x, index) => ({ series: NAMES[index % 2] ?? "", x, value: 3 + index })),
        { ...days, xLabel: "上市后月数", isLive, width },
      ),
  },
  { name: "timeLinesChart", keys: [0, 1, 2, 3, 4, 5, 6], draw: (isLive, width) => timeLinesChart(series, { ...days, isLive, width }) },
  {
    name: "treeChart",
    keys: [1, 0, 2],
    draw: (isLive, width) =>
      treeChart(
        [
          { id: "AA", parent: "A", level: 1 },
          { id: "A", parent: null, level: 0 },
          { id: "AB", parent: "A", level: 1 },
        ].map((node) => ({ ...node, name: node.id, owner: "研发部", value: "96%", isMet: true, remarks: [] })),
        { ...given(), levels: ["公司", "部门"], links: [{ from: "AA", to: "AB", isOneSided: false }], isLive, width },
      ),
  },
  { name: "multiplesChart", keys: [0, 1, 2], draw: (isLive, width) => multiplesChart(series, { ...days, isLive, width }) },
];

const hitsOf = (svg: SVGElement) => [...svg.querySelectorAll("g.hits > rect.hit")];
const numbersOf = (hit: Element) => ["x", "y", "width", "height"].map((name) => Number(hit.getAttribute(name)));

describe.each(charts)("$name(…, { isLive })", ({ keys, draw }) => {
  test("gives each datum a box with its place as key", () => {
    expect(hitsOf(draw(true)).map((hit) => Number(hit.getAttribute("data-key")))).toEqual(keys);
  });

  test("draws the boxes last, and nothing else again", () => {
    const live = draw(true);
    expect(live.lastElementChild?.getAttribute("class")).toBe("hits");
    live.lastElementChild?.remove();
    expect(live.outerHTML).toBe(draw().outerHTML);
  });

  test.each([undefined, NARROW])("keeps the boxes apart and within the drawing at width %s", (width) => {
    const svg = draw(true, width);
    const [most = 0, deepest = 0] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
    const boxes = hitsOf(svg).map(numbersOf) as [number, number, number, number][];
    const isOutside = boxes.filter(([x, y, w, h]) => x < -0.1 || y < 0 || x + w > most + 0.1 || y + h > deepest + 0.1 || w <= 0 || h <= 0);
    const overlaps = boxes.filter(([x, y, w, h], index) =>
      boxes.slice(index + 1).some(([x2, y2, w2, h2]) => x + w > x2 + 0.2 && x2 + w2 > x + 0.2 && y + h > y2 + 0.2 && y2 + h2 > y + 0.2),
    );
    expect([isOutside, overlaps]).toEqual([[], []]);
  });
});

test.each(["barChart", "stepsChart", "contributionChart", "gapChart", "heatChart"])("%s gives rows boxes that a thumb can hit", (name) => {
  const draw = charts.find((chart) => chart.name === name)?.draw;
  const heights = [undefined, NARROW].flatMap((width) => (draw ? hitsOf(draw(true, width)).map((hit) => numbersOf(hit)[3] ?? 0) : []));
  expect(heights.length).toBeGreaterThan(0);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(27);
});

test("distributionChart(counts, { isLive }) gives the tail its highest count", () => {
  const body = Array.from({ length: 100 }, (_, index) => ({ value: 1 + (index % 20) / 2, count: 9 }));
  const svg = distributionChart([{ value: 300, count: 1 }, { value: 400.5, count: 2 }, { value: 350, count: 2 }, ...body], {
    ...days,
    isLive: true,
  });
  expect(hitsOf(svg).at(-1)?.getAttribute("data-key")).toBe("1");
});

describe("the names beside timeLinesChart and stackedChart", () => {
  const levels = series.map((one, level) => ({ ...one, points: points.map((point) => ({ ...point, value: level * 40 })) }));
  const labelled = (svg: SVGElement, selector: string) =>
    [...svg.querySelectorAll(selector)].map((text) => [text.textContent?.split(" ")[0], ...keysAt(svg, text)]);
  /** Keys of the boxes over the beginning of a text. */
  const keysAt = (svg: SVGElement, text: Element) => {
    const [x, y] = [Number(text.getAttribute("x")) + 2, Number(text.getAttribute("y")) - 4];
    return hitsOf(svg).flatMap((hit) => {
      const [left = 0, top = 0, width = 0, height = 0] = numbersOf(hit);
      return x > left && x < left + width && y > top && y < top + height ? Number(hit.getAttribute("data-key")) : [];
    });
  };

  test("answer with the place of their series behind the periods", () => {
    const svg = timeLinesChart(levels, { ...days, isLive: true });
    expect(labelled(svg, "text.strong")).toEqual([
      ["充电桩", 6],
      ["逆变器", 5],
      ["储能", 4],
    ]);
  });

  test("answer with the place of their member behind the periods, those without a name left out", () => {
    const rows = periods.flatMap((period) =>
      NAMES.map((member, rank) => ({ period, member, value: rank === 1 ? 0 : 20, isComplete: true, isHidden: false })),
    );
    const svg = stackedChart(rows, { ...days, isLive: true });
    expect(labelled(svg, ".shade-text")).toEqual([
      ["充电桩", 6],
      ["储能", 4],
    ]);
  });

  test("are as tall as a thumb where there is room, and meet where there is little", () => {
    const heightsOf = (drawn: typeof series) =>
      hitsOf(timeLinesChart(drawn, { ...days, isLive: true }))
        .slice(points.length)
        .map((hit) => numbersOf(hit)[3]);
    expect([heightsOf(levels), heightsOf(series)]).toEqual([
      [44, 44, 44],
      [29.5, 15, 29.5],
    ]);
  });
});
