import { describe, expect, test } from "vitest";
import { lastKnown, pointOf, reachOf, type SeriesPoint, seriesByMember, seriesOf } from "../../src/analysis/series.ts";
import { behaviourOf, standingOf } from "../../src/analysis/standing.ts";
import { formatMonth, type Grain, parseMonth, parsePeriod, periodBefore, periodId, yearBefore } from "../../src/core/periods.ts";
import type { Slice } from "../../src/core/slice.ts";
import type { Cubes } from "../../src/cube/cubes.ts";
import type { Metric } from "../../src/cube/metric.ts";
import { count, mean, ratio } from "../../src/cube/parts.ts";
import { quantiles } from "../../src/cube/quantiles.ts";
import { type TinyFact, tinyCubes, tinyMetric } from "../cube/tiny.ts";

/** A thing more each month from 2025-01 to 2026-10; only 18 days of the last are covered. */
const MONTHS = Array.from({ length: 22 }, (_, i) => formatMonth(parseMonth("2025-01") + i));
const THINGS: TinyFact = {
  cells: MONTHS.map((month, i) => ({ month, region: i % 2 ? "east" : "west", count: i + 1, sum_days: 10 * (i + 1), count_days: i + 1 })),
};
const OTHERS: TinyFact = {
  cells: [
    { month: "2025-05", region: "east", count: 3 },
    { month: "2026-08", region: "east", count: 4 },
  ],
};
const AS_OF = "2026-10-18";
const CUBES = tinyCubes({ things: THINGS, others: OTHERS, stock: { ...THINGS, over: "stock" }, empty: { cells: [] } }, AS_OF);

const COUNT = tinyMetric({ value: count() });
const series = (grain: Grain, metric = COUNT, fiscalStart = 1) => seriesOf(CUBES, metric, { grain, fiscalStart });
const ids = (points: readonly SeriesPoint[]) => points.map(({ period }) => periodId(period));

test.each<[string, [number | null, boolean][], number | undefined]>([
  [
    "of a complete period",
    [
      [1, true],
      [2, true],
      [3, false],
      [null, false],
    ],
    2,
  ],
  [
    "of an unfinished one where no complete one has a value",
    [
      [null, true],
      [3, false],
      [4, false],
    ],
    4,
  ],
  ["of none", [[null, true]], undefined],
])("lastKnown(points) is the last with a value: %s", (_, points, value) => {
  expect(lastKnown(points.map(([known, isComplete]) => ({ value: known, isComplete })))?.value).toBe(value);
});

describe("seriesOf", () => {
  test("has every period that the data touch, oldest first", () => {
    expect(ids(series("quarter"))).toEqual(["2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3", "2026Q4"]);
    expect(series("quarter").map(({ value }) => value)).toEqual([6, 15, 24, 33, 42, 51, 60, 22]);
  });

  test.each([
    ["month", "2026-09", "2026-10"],
    ["quarter", "2026Q3", "2026Q4"],
    ["year", "2025", "2026"],
  ] as const)("by %s is complete up to %s and shows %s as unfinished", (grain, last, unfinished) => {
    const points = series(grain);
    expect(points.findLast(({ isComplete }) => isComplete)?.period).toEqual(parsePeriod(last));
    expect(points.at(-1)).toMatchObject({ period: parsePeriod(unfinished), isComplete: false });
  });

  test("shows a first period that the data reach only in part as unfinished", () => {
    expect(series("year", COUNT, 4).map(({ isComplete }) => isComplete)).toEqual([false, true, false]);
  });

  test.each([
    ["month", ["2025-01", "2025-02", "2025-03"], [false, false, true]],
    ["quarter", ["2025Q1", "2025Q2"], [false, true]],
    ["year", ["2025", "2026"], [false, false]],
  ] as const)("shows each first %s that begins before the day from which the data reach as unfinished", (grain, first, areComplete) => {
    const late = tinyCubes({ things: { ...THINGS, from: "2025-02-10" } }, AS_OF);
    const points = seriesOf(late, COUNT, { grain, fiscalStart: 1 }).slice(0, first.length);
    expect(ids(points)).toEqual(first);
    expect(points.map(({ isComplete }) => isComplete)).toEqual(areComplete);
    expect(behaviourOf(COUNT, points).points.length).toBe(areComplete.filter(Boolean).length);
  });

  test("of a stock counts a month's end before the day from which the data reach as unfinished", () => {
    const late = tinyCubes({ stock: { ...THINGS, over: "stock", from: "2025-02-10" } }, AS_OF);
    const stock = tinyMetric({ value: count(), fact: "stock" });
    const points = seriesOf(late, stock, { grain: "month", fiscalStart: 1 }).slice(0, 3);
    expect(points.map(({ isComplete }) => isComplete)).toEqual([false, false, true]);
  });

  test("of a stock takes a first period that ends within the data as complete", () => {
    const stock = tinyMetric({ value: count(), fact: "stock" });
    expect(series("year", stock, 4).map(({ isComplete, value }) => [isComplete, value])).toEqual([
      [true, 3],
      [true, 15],
      [false, 22],
    ]);
  });

  test("keeps the filters", () => {
    const points = seriesOf(CUBES, COUNT, { grain: "quarter", fiscalStart: 1, filters: { region: ["east"] } });
    expect(points[0]?.value).toBe(2);
  });

  test("of a ratio starts where all its facts do, and is missing after one of them ends", () => {
    const metric = tinyMetric({ value: ratio(count({ of: "others" }), count()) });
    expect(reachOf(CUBES, metric)).toEqual({ first: parseMonth("2025-05"), last: parseMonth("2026-10") });
    expect(
      series("month", metric)
        .map(({ value }) => value)
        .slice(-3),
    ).toEqual([4 / 20, null, null]);
  });

  test.each(["empty", "unbuilt"])("of a fact that is %s is empty", (fact) => {
    expect(series("month", tinyMetric({ value: count(), fact }))).toEqual([]);
  });

  test("of the shortest period of a quarterly metric has its first quarter complete, when its only month with data ends it", () => {
    const cells = ["2026-03", "2026-06"].map((month) => ({ month, region: "east", sum_days: 8, count_days: 2 }));
    const survey = tinyCubes({ things: { cells, time: "last_day", from: "2026-01-01" } }, AS_OF);
    const metric = tinyMetric({ value: mean("days"), finest: "quarter" });
    const points = seriesOf(survey, metric, { grain: "quarter", fiscalStart: 1 }).slice(0, 2);
    expect(seriesOf(survey, metric, { grain: "year", fiscalStart: 1 })[0]?.isComplete).toBe(false);
    expect(points.map(({ isComplete, value }) => [isComplete, value])).toEqual([
      [true, 4],
      [true, 4],
    ]);
  });
});

describe("seriesByMember", () => {
  const METRICS = {
    count: COUNT,
    mean: tinyMetric({ value: mean("days") }),
    ratio: tinyMetric({ value: ratio(count({ of: "others" }), count()) }),
  };

  test.each(Object.entries(METRICS))("has for each member the series of it alone: %s", (_, metric) => {
    for (const grain of ["month", "quarter"] as const) {
      const options = { grain, fiscalStart: 1 };
      const members = seriesByMember(CUBES, metric, "region", options);
      expect([...members.keys()].sort()).toEqual(["east", "west"]);
      for (const [member, points] of members)
        expect(points).toEqual(seriesOf(CUBES, metric, { ...options, filters: { region: [member] } }));
    }
  });

  test("has no member that the filters leave without cells", () => {
    const options = { grain: "month", fiscalStart: 1, filters: { region: ["east"] } } as const;
    expect([...seriesByMember(CUBES, COUNT, "region", options).keys()]).toEqual(["east"]);
  });

  test.each(["empty", "unbuilt"])("of a fact that is %s is empty", (fact) => {
    expect(seriesByMember(CUBES, tinyMetric({ value: count(), fact }), "region", { grain: "month", fiscalStart: 1 }).size).toBe(0);
  });
});

describe("pointOf", () => {
  const slice = (period: string, filters = {}): Slice => ({ period: parsePeriod(period), filters });

  test.each(["2026Q2", "2026", "2025-02"])("of %s is the point of the series", (id) => {
    const { period } = slice(id);
    const points = period.grain === "range" ? [] : series(period.grain);
    expect(pointOf(CUBES, COUNT, slice(id))).toEqual(points.find(({ period: { start } }) => start === period.start));
  });

  test("keeps the filters, over any range of months", () => {
    expect(pointOf(CUBES, COUNT, slice("2025-02..2025-05", { region: ["east"] }))).toMatchObject({ value: 6, n: 6, isComplete: true });
  });

  test.each([
    ["2024Q4", false],
    ["2027Q1", false],
    ["2024-12..2025-02", false],
    ["2026-09..2026-10", false],
    ["2026-08..2026-09", true],
  ])("of %s is complete where the data reach over all of it: %s", (id, isComplete) => {
    expect(pointOf(CUBES, COUNT, slice(id))?.isComplete).toBe(isComplete);
  });

  test.each(["2024Q4", "2027Q1"])("of %s, which the data do not reach, has no value", (id) => {
    expect(pointOf(CUBES, COUNT, slice(id))).toMatchObject({ value: null, n: 0, isHidden: false });
  });

  test.each(["empty", "unbuilt"])("of a fact that is %s is none", (fact) => {
    expect(pointOf(CUBES, tinyMetric({ value: count(), fact }), slice("2026Q3"))).toBeNull();
  });

  test("has quantiles only where they are asked for", () => {
    const counts = { days: [{ month: "2026-01", region: "east", value: 4, cases: 3 }] };
    const cubes = tinyCubes({ things: { cells: [{ month: "2026-01", region: "east", sum_days: 12, count_days: 3 }], counts } });
    const metric = tinyMetric({ value: mean("days"), spread: quantiles("days", [0.5], { step: 1 }) });
    expect(pointOf(cubes, metric, slice("2026-01"))?.spread).toEqual([]);
    expect(pointOf(cubes, metric, slice("2026-01"), true)?.spread).toEqual([4]);
  });
});

/** Where a metric stands against the period before, without filters. */
function standIn(cubes: Cubes, metric: Metric, period: string) {
  const at = parsePeriod(period);
  const point = (other = at) => pointOf(cubes, metric, { period: other, filters: {} });
  const now = point();
  return now && standingOf(metric, { now, before: point(periodBefore(at)), yearAgo: point(yearBefore(at)) });
}

describe("standingOf", () => {
  const stand = (period: string) => standIn(CUBES, COUNT, period);

  test("compares a period with the one before and the same a year ago", () => {
    expect(stand("2026Q3")).toMatchObject({
      point: { value: 60 },
      previous: { value: 51 },
      yearAgo: { value: 24 },
      change: { absolute: 9 },
      changeFromYearAgo: { absolute: 36, relative: 1.5 },
      direction: "worse",
    });
  });

  test("compares an unfinished period with nothing", () => {
    expect(stand("2026Q4")).toMatchObject({
      point: { value: 22, isComplete: false },
      previous: null,
      yearAgo: null,
      change: null,
      changeFromYearAgo: null,
      direction: null,
    });
  });

  test("compares an unfinished period with the same one of another slice, and with no other that ends with it", () => {
    const point = (period: string, region: string) => pointOf(CUBES, COUNT, { period: parsePeriod(period), filters: { region: [region] } });
    const against = (before: SeriesPoint | null) => {
      const now = point("2026Q4", "east");
      return now && standingOf(COUNT, { now, before, yearAgo: null });
    };
    expect(against(point("2026Q4", "west"))).toMatchObject({ previous: { value: 0 }, change: { absolute: 22, relative: null } });
    expect(against(point("2026-06..2026-12", "west"))).toMatchObject({ previous: null, change: null });
  });

  test("has no change in the first period", () => {
    expect(stand("2025Q1")).toMatchObject({ point: { value: 6 }, change: null, direction: null });
  });

  test("has neither value nor change where the data do not reach", () => {
    expect(stand("2024Q4")).toMatchObject({ point: { value: null }, change: null, direction: null });
  });
});

describe("behaviourOf", () => {
  const points = (values: readonly (number | null)[]) =>
    values.map((value, i): SeriesPoint => {
      const month = parseMonth("2026-01") + i;
      return {
        period: { grain: "month", start: month, end: month },
        value,
        n: 1,
        isHidden: false,
        bound: "exact",
        isProvisional: false,
        remark: null,
        spread: [],
        isComplete: i < values.length - 1,
        isStock: false,
      };
    });

  test("leaves out missing and unfinished points", () => {
    expect(behaviourOf({ unit: "days" }, points([5, 6, null, 5, 6, 5, 6, 5, 100])).points.map(({ value }) => value)).toEqual([
      5, 6, 5, 6, 5, 6, 5,
    ]);
  });

  test.each([
    ["days", [1, 9, 1, 9, 1, 9, 0], true],
    ["share", [0.1, 0.9, 0.1, 0.9, 0.1, 0.9, 0], true],
    ["share", [-0.1, 0.9, -0.1, 0.9, -0.1, 0.9, 0], false],
    ["points", [0.1, 0.9, 0.1, 0.9, 0.1, 0.9, 0], false],
  ] as const)("of %s %j keeps the lower limit from falling below 0: %s", (unit, values, isFloored) => {
    const lower = behaviourOf({ unit }, points(values)).segments[0]?.lower;
    expect(lower === 0).toBe(isFloored);
  });
});
