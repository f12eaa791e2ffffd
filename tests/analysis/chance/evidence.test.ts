import { describe, expect, test } from "vitest";
import { evidenceOf } from "../../../src/analysis/chance/evidence.ts";
import { midP } from "../../../src/analysis/chance/hypergeometric.ts";
import type { Series } from "../../../src/analysis/chance/observation.ts";
import { studentTails } from "../../../src/analysis/chance/student.ts";
import { monthsOf, quartersOf, restless } from "./months.ts";

const windowsOf = (series: Series) => (evidenceOf(series)?.windows ?? []).map(({ first, last }) => [first, last]);
const shortest = (series: Series) => evidenceOf(series)?.windows[0]?.p ?? Number.NaN;
const fill = (count: number, value: number | null) => Array<number | null>(count).fill(value);

describe("evidenceOf compares", () => {
  test("the last 1, 3 and 6 months with the 24 before the last 6", () => {
    const { windows } = evidenceOf(monthsOf("score", [...fill(10, 90), ...restless(24, 10), 1, 1, 1, 4, 4, 7])) ?? { windows: [] };
    expect(windows.map(({ from }) => from.toFixed(6))).toEqual(Array(3).fill("10.000000"));
    expect(windows.map(({ first, to }) => [first, to])).toEqual([
      [39, 7],
      [37, 5],
      [34, 3],
    ]);
  });

  test("the last 1 and 2 quarters of a quarterly series", () => {
    expect(windowsOf(quartersOf("score", restless(12, 4)))).toEqual([
      [11, 11],
      [10, 11],
    ]);
  });

  test.each([
    [12, "nothing", []],
    [13, "the last month", [[12, 12]]],
    [
      15,
      "two windows",
      [
        [14, 14],
        [12, 14],
      ],
    ], // prettier-ignore
  ])("of %i months %s, since twelve must be left before", (count, _, windows) => {
    expect(windowsOf(monthsOf("score", restless(count, 5)))).toEqual(windows);
  });

  test("no month that is missing, and half of a window at least", () => {
    const [before, value] = [restless(24, 5), 5];
    expect(windowsOf(monthsOf("score", [...before, value, value, value, value, value, null]))).toEqual([
      [27, 29],
      [24, 29],
    ]);
    expect(evidenceOf(monthsOf("score", [...before, value, null, null, null, null, null]))).toBeNull();
  });

  test("no sums that are 0 in most months", () => {
    const rare = Array.from({ length: 24 }, (_, i) => (i % 3 === 0 ? 500 + i : 0));
    expect(evidenceOf(monthsOf("amount", [...rare, ...fill(6, 0)]))).toBeNull();
  });
});

describe("the probability of a window", () => {
  test("is the exact one of a share whose months vary by chance only, for all looks at once", () => {
    // 16 to 18 of 20 a month
    const before = Array.from({ length: 24 }, (_, i) => (16 + (i % 3)) / 20);
    const months = monthsOf("share", [...before, ...fill(5, 0.85), 0.4], 20);
    expect(shortest(months)).toBeCloseTo(1.85 * midP({ hits: 8, cases: 20, otherHits: 408, otherCases: 480 }), 12);
  });

  test("is larger where the months of a share vary more than chance", () => {
    const before = Array.from({ length: 24 }, (_, i) => ([2, 20, 17, 20, 9, 20][i % 6] ?? 0) / 20);
    const months = monthsOf("share", [...before, ...fill(5, 0.75), 0.4], 20);
    const hits = before.reduce((sum, each) => sum + each * 20, 0);
    expect(shortest(months)).toBeGreaterThan(20 * midP({ hits: 8, cases: 20, otherHits: hits, otherCases: 480 }));
  });

  test("is that of a new value of Student's t by the variance of the months before", () => {
    const before = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 9 : 11));
    const expected = 2 * studentTails(3 / Math.sqrt((24 / 23) * (1 + 1 / 24)), 23);
    expect(Math.abs(shortest(monthsOf("score", [...before, ...fill(5, 10), 13])) / expected - 1)).toBeLessThan(0.05);
  });

  test("is larger where a month remembers the one before", () => {
    const forgetful = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 9 : 11));
    const sluggish = Array.from({ length: 24 }, (_, i) => (i % 8 < 4 ? 9 : 11));
    const [short, long] = [forgetful, sluggish].map(
      (before) => evidenceOf(monthsOf("score", [...before, ...fill(6, 11.5)]))?.windows[2]?.p ?? 0,
    );
    expect(long).toBeGreaterThan(5 * (short ?? 1));
  });

  test("is 1 where nothing is known to vary", () => {
    expect(evidenceOf(monthsOf("score", [...fill(24, 4), ...fill(6, 5)]))?.p).toBe(1);
  });

  test("of a count is never less than by chance", () => {
    expect(shortest(monthsOf("count", [...fill(24, 0), ...fill(5, 0), 1]))).toBeGreaterThan(0.5);
    expect(shortest(monthsOf("count", [...fill(24, 4), ...fill(5, 4), 16]))).toBeLessThan(0.01);
  });

  test("of a duration does not depend on its unit, nor on the side of the change", () => {
    const before = restless(29, 0, 0.2).map(Math.exp);
    const longer = shortest(monthsOf("duration", [...before, Math.exp(0.6)]));
    expect(shortest(monthsOf("duration", [...before.map((days) => days * 24), 24 * Math.exp(0.6)]))).toBeCloseTo(longer, 10);
    expect(shortest(monthsOf("duration", [...before.map((days) => 1 / days), Math.exp(-0.6)]))).toBeCloseTo(longer, 10);
    expect(longer).toBeLessThan(0.05);
  });

  test("gives a month of few cases less weight", () => {
    const of = (weight: number): Series => {
      const { observations, ...series } = monthsOf("duration", [...restless(29, 0, 0.2).map(Math.exp), Math.exp(0.7)], 20);
      return { ...series, observations: observations.map((each) => (each.at === 29 ? { ...each, weight } : each)) };
    };
    expect(shortest(of(2))).toBeGreaterThan(10 * shortest(of(20)));
  });
});

describe("evidenceOf knows", () => {
  test("the smallest change that would be seen, the smaller the more cases there are", () => {
    const [few, many] = [5, 50].map((weight) => evidenceOf(monthsOf("share", fill(30, 0.8), weight))?.visible ?? 0);
    expect(few).toBeGreaterThan(2 * (many ?? 1));
    expect(many).toBeGreaterThan(0.04);
    expect(many).toBeLessThan(0.08);
  });

  test("of a trend the first half-year of two years and the last", () => {
    const rising = restless(36, 0, 0.05).map((noise, i) => 3 + noise + (i < 12 ? 0 : (i - 12) / 20));
    const trend = evidenceOf(monthsOf("score", rising))?.trend;
    expect(trend).toMatchObject({ first: 12, last: 35 });
    expect([trend?.from.toFixed(1), trend?.to.toFixed(1)]).toEqual(["3.1", "4.0"]);
    expect(trend?.p).toBeLessThan(0.001);
  });

  test("of no trend with observations for less than two thirds of two years", () => {
    expect(evidenceOf(monthsOf("score", [...restless(12, 5), ...fill(3, null), ...restless(12, 5)]))?.trend).not.toBeNull();
    expect(evidenceOf(monthsOf("score", [...restless(16, 5), ...fill(9, null), ...restless(6, 5)]))?.trend).toBeNull();
  });
});
