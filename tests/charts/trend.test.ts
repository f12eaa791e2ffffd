import { describe, expect, test } from "vitest";
import { type TrendOptions, type TrendPoint, trendChart } from "../../src/charts/trend.ts";
import { NARROW } from "../../src/charts/widths.ts";
import { type Grain, monthOf, periodOf, periodsBetween } from "../../src/core/periods.ts";
import { english, expectDrawing, given, textsOf } from "./drawing.ts";

const start = monthOf(2023, 10);
const end = monthOf(2026, 10);

/** Three years of days to approval that fall in spring 2025, the last period unfinished. */
const points = (grain: Grain): TrendPoint[] => {
  const periods = periodsBetween(start, end, grain);
  return periods.map((period, index) => ({
    period,
    value: (period.start < monthOf(2025, 4) ? 7.1 : 3.4) + 0.7 * Math.sin(index * 2.3),
    n: 90,
    isComplete: index < periods.length - 1,
    isHidden: false,
    hasSignal: period.start === monthOf(2025, 4),
  }));
};

const limits = [
  { start, end: monthOf(2025, 3), lower: 5.2, centre: 7.1, upper: 9 },
  { start: monthOf(2025, 4), end, lower: 1.5, centre: 3.4, upper: 5.3 },
];
const targets = [
  { start: monthOf(2024, 1), end: monthOf(2024, 12), value: 6 },
  { start: monthOf(2025, 1), end: monthOf(2026, 12), value: 4 },
];
const days = (options: Partial<TrendOptions> = {}): TrendOptions => ({ ...given(), unit: "days", ...options });
const edit = (change: (point: TrendPoint, index: number) => Partial<TrendPoint>) =>
  points("month").map((point, index) => ({ ...point, ...change(point, index) }));
const groups = (svg: SVGElement, selector: string) => svg.querySelectorAll(selector).length;

describe("trendChart(points)", () => {
  const full: Partial<TrendOptions> = {
    limits,
    targets,
    benchmarks: [{ value: 6.5, label: "2025 行业平均" }],
    events: [{ date: "2025-04-01" }, { date: "2025-05-20" }, { date: "2026-08-10" }],
  };

  test("shows range, targets, benchmark, events, the last value and an unfinished month", async () => {
    const svg = await expectDrawing("trend-full", () => trendChart(points("month"), days(full)));
    expect(textsOf(svg).join(" ")).toMatch(/正常波动.*10月至今/);
    expect(textsOf(svg, ".event text")).toEqual(["1", "2", "3"]);
    expect([groups(svg, ".band rect"), groups(svg, ".target line"), groups(svg, ".hollow circle")]).toEqual([2, 2, 1]);
  });

  test("joins a first month that is covered in part to the next, hollow like a last one", () => {
    const svg = trendChart(
      edit((_, index) => (index === 0 ? { isComplete: false } : {})),
      days(),
    );
    expect(groups(svg, ".hollow circle")).toBe(2);
    expect(svg.querySelector(".line.unfinished path")?.getAttribute("d")?.match(/M/g)).toHaveLength(2);
  });

  test("fits a phone", async () => {
    const svg = await expectDrawing("trend-full-narrow", () => trendChart(points("month"), days({ ...full, width: NARROW })));
    expect(svg.getAttribute("class")).toContain("chart-narrow");
  });

  test("leaves a gap at missing values, and a dot where a value stands alone", async () => {
    const gap = edit((_, index) => (index >= 8 && index < 14 && index !== 11 ? { value: null } : {}));
    const svg = await expectDrawing("trend-gap", () => trendChart(gap, days()));
    expect(svg.querySelector(".line path")?.getAttribute("d")?.match(/M/g)).toHaveLength(3);
  });

  test("hatches hidden periods and says so", async () => {
    const hidden = edit((_, index) => (index >= 20 && index < 26 ? { value: null, isHidden: true } : {}));
    const svg = await expectDrawing("trend-hidden", () => trendChart(hidden, days()));
    expect([groups(svg, ".hatch"), textsOf(svg, ".hidden text")]).toEqual([1, ["已隐藏"]]);
  });

  test("takes no axis for values where all are hidden", async () => {
    const hidden = points("quarter").map((point) => ({ ...point, value: null, isHidden: true }));
    const svg = await expectDrawing("trend-all-hidden", () => trendChart(hidden, days()));
    expect(textsOf(svg)).not.toContain("0.2");
  });

  test("names quarters by the fiscal year", async () => {
    const svg = await expectDrawing("trend-quarters-en", () =>
      trendChart(points("quarter"), days({ ...english, fiscalStart: 4, targets })),
    );
    expect(textsOf(svg, "tspan")).toContain("FY2024");
  });

  test("says money once, scaled, on the axis", async () => {
    const money = edit(({ value }) => ({ value: (value ?? 0) * 400_000 }));
    const svg = await expectDrawing("trend-money", () => trendChart(money, days({ unit: "cny" })));
    expect(textsOf(svg).filter((text) => text === "万元")).toHaveLength(1);
  });

  test("crosses zero", async () => {
    const gaps = points("quarter").map((point, index) => ({ ...point, value: (index - 5) / 5 }));
    const svg = await expectDrawing("trend-negative", () => trendChart(gaps, days({ unit: "points" })));
    expect(groups(svg, ".baseline line")).toBe(1);
  });

  test("draws one point", async () => {
    const svg = await expectDrawing("trend-one", () => trendChart(points("month").slice(0, 1), days()));
    expect(groups(svg, "circle")).toBe(1);
  });

  test("draws values that are all equal", async () => {
    const svg = await expectDrawing("trend-flat", () =>
      trendChart(
        edit(() => ({ value: 0 })),
        days(),
      ),
    );
    expect(textsOf(svg)).toContainEqual(expect.stringMatching(/ 0.0\u00a0天$/));
  });

  const other = points("month").map((point) => ({ ...point, value: (point.value ?? 0) + 4, isComplete: true, name: "华南区" }));

  test("shows a second series, its period and what was decided", async () => {
    const svg = await expectDrawing("trend-against", () =>
      trendChart(
        points("month"),
        days({
          against: other.map((point, index) => ({ ...point, isComplete: index < 36 })),
          ...{ period: periodOf(monthOf(2026, 7), "quarter"), againstPeriod: periodOf(monthOf(2025, 7), "quarter") },
          events: [{ date: "2025-04-01" }, { date: "2025-04-20", isDecision: true }],
        }),
      ),
    );
    expect([groups(svg, ".against path"), groups(svg, ".period-mark"), groups(svg, ".event rect")]).toEqual([1, 2, 2]);
    expect(textsOf(svg, "text.strong")).toEqual([expect.stringMatching(/^华南区 /)]);
  });

  test("calls limits that were promised what they are called", async () => {
    const promised = [
      { start, end: monthOf(2025, 6), value: 5 },
      { start: monthOf(2025, 7), end, value: 3 },
    ];
    const svg = await expectDrawing("trend-promised", () =>
      trendChart(points("month"), days({ unit: "working_days", targets: promised, targetName: "承诺" })),
    );
    expect([groups(svg, ".target line"), textsOf(svg, "text.muted")]).toEqual([2, ["承诺 3.0"]]);
  });

  test("reaches no higher than it must, and says how large what lies beyond is", async () => {
    const far = other.map((point, index) => ({ ...point, value: index === 20 ? 318 : index > 33 ? 60 + index : point.value }));
    const svg = await expectDrawing("trend-beyond", () => trendChart(points("month"), days({ against: far, most: 12 })));
    expect(textsOf(svg, ".beyond text")).toEqual(["↑ 318", "↑ 96.0"]);
    expect(textsOf(svg, '.tick[text-anchor="end"] text').at(-1)).toBe("15");
    expect(textsOf(svg, "text.strong")).toEqual(["华南区 96.0"]);
  });

  test("leaves out what is compared with beyond its periods", () => {
    const moved = other.map(({ period: { grain, ...months }, ...point }) => ({
      ...point,
      period: { grain, start: months.start + 30, end: months.end + 30 },
      value: 100,
    }));
    const svg = trendChart(points("month").slice(0, 24), days({ against: moved }));
    expect([groups(svg, ".against path"), textsOf(svg, "text.strong")]).toEqual([0, []]);
  });

  test("shows a single point to compare with as a dot, named where it lies", () => {
    const svg = trendChart(points("month"), days({ against: other.slice(3, 4) }));
    expect([groups(svg, ".against circle"), textsOf(svg, ".strong text")]).toEqual([1, [expect.stringMatching(/^华南区 /)]]);
  });

  test("reaches the second series with its value axis", () => {
    const tops = [undefined, other].map((against) =>
      Math.max(
        ...textsOf(trendChart(points("month"), days({ against })), ".tick text")
          .map(Number)
          .filter((number) => number < 100),
      ),
    );
    expect(tops).toEqual([10, 15]);
  });

  test("takes its value axis from a domain", () => {
    const axes = [0, 5].map((shift) => {
      const moved = edit(({ value }) => ({ value: (value ?? 0) + shift }));
      return textsOf(trendChart(moved, days({ domain: [2.1, 13] })), '.tick[text-anchor="end"] text');
    });
    expect(axes[0]).toEqual(axes[1]);
  });

  test("cuts the mark of a period to the months that it shows", () => {
    const svg = trendChart(points("month"), days({ period: periodOf(monthOf(2026, 10), "year") }));
    const [mark, plot] = [".period-mark line", ".grid line"].map((selector) => Number(svg.querySelector(selector)?.getAttribute("x2")));
    expect(mark).toBe(plot);
  });

  test.each([[[]], [edit(() => ({ value: null }))]])("says so where there is nothing", async (none) => {
    const svg = await expectDrawing("trend-none", () => trendChart(none, days()));
    expect(textsOf(svg)).toEqual(["暂无数据"]);
  });

  test("cuts a long name of a benchmark, never its number", () => {
    const benchmarks = [{ value: 6.5, label: "Industry average of the machinery association, 2025 edition" }];
    const lines = textsOf(trendChart(points("month"), days({ benchmarks, ...english, width: NARROW })), "tspan");
    expect(lines.filter((line) => /Industry|…|6\.5/.test(line))).toEqual(["Industry", expect.stringMatching(/…$/), "6.5"]);
  });

  test("shows text as text", () => {
    const svg = trendChart(points("month"), days({ benchmarks: [{ value: 6.5, label: "<script>alert(1)</script>" }] }));
    expect(svg.outerHTML).not.toContain("<script>");
  });
});
