import { describe, expect, test } from "vitest";
import type { SeriesPoint } from "../../src/analysis/series.ts";
import { judgedTogether, kindOf, type Stretch, trialOfComparison, trialOfSeries, UNJUDGED } from "../../src/analysis/trial.ts";
import { type Month, parseMonth, parsePeriod } from "../../src/core/periods.ts";
import type { MetricDefinition } from "../../src/cube/metric.ts";
import { count, growth, mean, quantile, ratio, sum } from "../../src/cube/parts.ts";
import { tinyMetric } from "../cube/tiny.ts";

/** The first of the 36 months up to September 2026. */
const FIRST = parseMonth("2023-10");

const pointAt = (start: Month, value: number | null, given: Partial<SeriesPoint> = {}): SeriesPoint => ({
  period: { grain: "month", start, end: start },
  ...{ value, n: 100, isHidden: false, bound: "exact", isProvisional: false, spread: [], remark: null, isComplete: true, isStock: false },
  ...given,
});

/** 36 months: the last ones, oldest first, are given, and those before are .9 and .91 by turns. */
const months = (...last: (number | null)[]): SeriesPoint[] =>
  Array.from({ length: 36 }, (_, i) =>
    pointAt(FIRST + i, i < 36 - last.length ? 0.9 + 0.01 * (i % 2) : (last[i - 36 + last.length] ?? null)),
  );

const share = (given: Partial<MetricDefinition> = {}) =>
  tinyMetric({ unit: "share", better: "higher", value: ratio(count({ where: "is_met" }), count()), ...given });
const Q3 = parsePeriod("2026Q3");
const stateOf = (points: readonly SeriesPoint[], period = Q3, level = 0.05) => trialOfSeries(share(), points, period)?.verdict(level).state;

describe("kindOf(metric, points)", () => {
  test.each<[string, Partial<MetricDefinition> & Pick<MetricDefinition, "value">, string]>([
    ["a share of things is a share", { unit: "share", value: ratio(count({ where: "is_met" }), count()) }, "share"],
    ["one of revenue varies as a score", { unit: "share", value: ratio(sum("a"), sum("b")) }, "score"],
    ["so does growth", { unit: "share", value: growth(count({ where: "a" }), count({ where: "b" })) }, "score"],
    ["a mean of days is a duration", { unit: "days", value: mean("days") }, "duration"],
    ["so is a median", { unit: "working_hours", value: quantile("hours", 0.5, { step: 1 }) }, "duration"],
    ["a sum of hours is an amount", { unit: "hours", value: sum("hours") }, "amount"],
    ["money is an amount", { unit: "cny", value: sum("amount") }, "amount"],
    ["events per thing are too", { unit: "ratio", value: ratio(sum("changes", { isOfThings: true }), count()) }, "amount"],
    ["a number of things is a count", { unit: "count", value: count() }, "count"],
    ["a score is a score", { unit: "score", value: mean("score") }, "score"],
    ["a gap is one", { unit: "points", value: mean("gap") }, "score"],
  ])("%s", (_, given, kind) => {
    expect(kindOf(tinyMetric(given), [pointAt(FIRST, 0.5), pointAt(FIRST + 1, null)])).toBe(kind);
  });

  test.each<[string, Partial<MetricDefinition>, string]>([
    ["a share of what is there at the end of each month, which are not new cases, varies as a score", {}, "score"],
    ["a number of it is a count", { unit: "count", value: count() }, "count"],
    ["a mean of it is a duration", { unit: "days", value: mean("days") }, "duration"],
  ])("%s", (_, given, kind) => {
    expect(kindOf(share(given), [pointAt(FIRST, 0.5, { isStock: true })])).toBe(kind);
  });

  test("a share that leaves 0 to 1 varies as a score", () => {
    expect(kindOf(share(), [pointAt(FIRST, 0.5), pointAt(FIRST + 1, 1.2)])).toBe("score");
  });
});

describe("trialOfSeries(metric, finest, period)", () => {
  test("gives a verdict with what it means and the time that it is about", () => {
    const trial = trialOfSeries(share(), months(0.6, 0.6, 0.6), Q3);
    expect(trial?.p).toBeLessThan(1e-10);
    expect(trial?.verdict(0.05)).toMatchObject({
      ...{ state: "special", direction: "worse", span: { start: Q3.start, end: Q3.end } },
      reason: { from: expect.closeTo(0.905, 3), to: expect.closeTo(0.6, 9), n: 300 },
    });
  });

  test("means better where lower is better, and a change where neither is", () => {
    const meant = (better: MetricDefinition["better"]) =>
      trialOfSeries(share({ better }), months(0.6, 0.6, 0.6), Q3)?.verdict(0.05).direction;
    expect([meant("lower"), meant("neither")]).toEqual(["better", "changed"]);
  });

  test("means nothing where nothing happened, or it is over", () => {
    const verdictOf = (points: SeriesPoint[]) => trialOfSeries(share(), points, Q3)?.verdict(0.05);
    expect(verdictOf(months())).toMatchObject({ state: "usual", direction: null, span: null });
    expect(verdictOf(months(0.6, 0.6, 0.6, 0.9, 0.91, 0.9))).toMatchObject({ state: "back", direction: null, span: { end: Q3.start - 1 } });
  });

  test("looks no further than the period", () => {
    const slipped = months(0.6, 0.6, 0.6);
    expect([stateOf(slipped, parsePeriod("2026Q2")), stateOf(slipped)]).toEqual(["usual", "special"]);
  });

  test("is none without a complete value in the period", () => {
    expect(trialOfSeries(share(), months(null, null, null), Q3)).toBeNull();
    const unfinished = months().map((point) => (point.period.start < Q3.start ? point : { ...point, isComplete: false }));
    expect(trialOfSeries(share(), unfinished, Q3)).toBeNull();
    expect(trialOfSeries(share(), [], Q3)).toBeNull();
  });

  test("is by the complete months of a period where some are missing", () => {
    expect(stateOf(months(0.6, null, 0.6))).toBe("special");
    expect(trialOfSeries(share(), months(0.6, 0.6, null), Q3)?.verdict(0.05).span?.end).toBe(Q3.end - 1);
  });

  test("takes no value for true that is published as a limit", () => {
    const limited = months(0.6, 0.6, 0.6).map(
      (point): SeriesPoint => (point.period.start < Q3.start ? point : { ...point, bound: "at_most" }),
    );
    expect(trialOfSeries(share(), limited, Q3)).toBeNull();
  });

  test("is unknown with less than a year before", () => {
    const trial = trialOfSeries(share(), months(0.6, 0.6, 0.6).slice(-10), Q3);
    expect([trial?.p, trial?.verdict(0.05).state]).toEqual([null, "too-few"]);
  });

  test("weighs months by their cases, sums all alike", () => {
    const once = (value: MetricDefinition["value"], unit: MetricDefinition["unit"]) => {
      const points = months(0.6, 0.6, 0.6).map((point, i) => (i === 35 ? { ...point, n: 700 } : point));
      return trialOfSeries(tinyMetric({ unit, value }), points, Q3)?.verdict(1).reason?.n;
    };
    expect(once(ratio(count({ where: "is_met" }), count()), "share")).toBe(900);
    expect(once(sum("amount"), "cny")).toBe(3);
  });

  test("of quarters looks at quarters", () => {
    const quarter = (i: number, value: number): SeriesPoint => ({
      ...pointAt(FIRST, value),
      period: { grain: "quarter", start: FIRST + 3 * i, end: FIRST + 3 * i + 2 },
    });
    const scores = Array.from({ length: 12 }, (_, i) => quarter(i, i === 11 ? 2.5 : 3.8 + 0.1 * (i % 2)));
    const metric = tinyMetric({ unit: "score", better: "higher", finest: "quarter", value: mean("score") });
    expect(trialOfSeries(metric, scores, Q3)?.verdict(0.05)).toMatchObject({
      state: "special",
      direction: "worse",
      span: { start: Q3.start },
    });
  });

  test("holds a metric to the level of its family", () => {
    const trial = trialOfSeries(share(), months(0.86, 0.86, 0.86), Q3);
    const p = trial?.p ?? 1;
    expect([p > 0, p < 0.05]).toEqual([true, true]);
    expect([trial?.verdict(p).state, trial?.verdict(p / 2).state]).toEqual(["special", "usual"]);
  });
});

describe("trialOfComparison(metric, own, other)", () => {
  const stretch = (points: readonly SeriesPoint[], period = Q3): Stretch => ({ finest: points, period });
  const slipped = months(0.6, 0.6, 0.6);

  test("compares two periods", () => {
    const verdict = trialOfComparison(share(), stretch(slipped), stretch(slipped, parsePeriod("2025Q3")))?.verdict(0.05);
    expect(verdict).toMatchObject({ state: "special", direction: "worse", reason: { to: expect.closeTo(0.6, 9) } });
  });

  test("compares two members, whatever happened to the other before", () => {
    const verdict = trialOfComparison(share(), stretch(months()), stretch(slipped))?.verdict(0.05);
    expect(verdict).toMatchObject({ state: "special", direction: "better" });
  });

  test("finds nothing between what differs as always", () => {
    const trial = trialOfComparison(share(), stretch(months()), stretch(months(), parsePeriod("2025Q3")));
    expect(trial?.verdict(0.05)).toMatchObject({ state: "usual", direction: null, reason: null });
  });

  test("is by what was usual before, not by what happens in the period", () => {
    const restless = months(0.2, 0.99, 0.2);
    const p = (points: readonly SeriesPoint[]) => trialOfComparison(share(), stretch(points), stretch(months()))?.p ?? 1;
    expect(p(restless)).toBeLessThan(1e-10);
  });

  test("is unknown with less than a year before, and none where either has no value", () => {
    const early = parsePeriod("2024Q3");
    expect(trialOfComparison(share(), stretch(months(), early), stretch(slipped, early))).toMatchObject({ p: null });
    expect(trialOfComparison(share(), stretch(months()), stretch([]))).toBeNull();
  });
});

test("judgedTogether(trials) holds each to the level of all, and leaves what has no trial unjudged", () => {
  const doubtful = trialOfSeries(share(), months(0.86, 0.86, 0.86), Q3);
  const usual = trialOfSeries(share(), months(), Q3);
  const states = (...trials: Parameters<typeof judgedTogether>[0]) =>
    judgedTogether(trials, 2 * (doubtful?.p ?? 1)).map(({ state }) => state);
  expect(states(doubtful, usual)).toEqual(["special", "usual"]);
  expect(states(doubtful, usual, usual)).toEqual(["usual", "usual", "usual"]);
  expect(judgedTogether([null, usual])[0]).toBe(UNJUDGED);
});
