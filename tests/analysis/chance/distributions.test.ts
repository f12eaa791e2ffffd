import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { midP } from "../../../src/analysis/chance/hypergeometric.ts";
import { logChoose, logGamma } from "../../../src/analysis/chance/log-gamma.ts";
import { normalDistance } from "../../../src/analysis/chance/normal.ts";
import { studentTails } from "../../../src/analysis/chance/student.ts";
import { assertProperty } from "../../core/property.ts";

/** The tails of Student's t by Simpson's rule over its density, on a scale on which it is even (t = √ν tan θ). */
function integratedTails(t: number, degrees: number): number {
  const density = (angle: number) => Math.cos(angle) ** (degrees - 1);
  const integral = (from: number, to: number, steps = 2000) => {
    const width = (to - from) / steps;
    const inner = Array.from({ length: steps - 1 }, (_, i) => density(from + (i + 1) * width) * (i % 2 === 0 ? 4 : 2));
    return ((density(from) + density(to) + inner.reduce((sum, each) => sum + each, 0)) * width) / 3;
  };
  const angle = Math.atan(Math.abs(t) / Math.sqrt(degrees));
  return integral(angle, Math.PI / 2) / integral(0, Math.PI / 2);
}

function choose(n: bigint, k: bigint): bigint {
  let ways = 1n;
  for (let i = 1n; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}

/** The mid-p value by counting every way to place the hits, in whole numbers. */
function countedMidP([hits, cases, otherHits, otherCases]: readonly [number, number, number, number]): number {
  const all = hits + otherHits;
  const ways = (k: number) => choose(BigInt(cases), BigInt(k)) * choose(BigInt(otherCases), BigInt(all - k));
  const possible = Array.from({ length: cases + 1 }, (_, k) => k).filter((k) => k <= all && all - k <= otherCases);
  const twice = (isBeyond: (k: number) => boolean) =>
    possible.reduce((sum, k) => sum + (k === hits ? ways(k) : isBeyond(k) ? 2n * ways(k) : 0n), 0n);
  const [lower, upper] = [twice((k) => k < hits), twice((k) => k > hits)];
  const least = lower < upper ? lower : upper;
  return Math.min(1, Number((least * 10n ** 18n) / choose(BigInt(cases + otherCases), BigInt(all))) / 1e18);
}

describe("logGamma", () => {
  test.each([1, 2, 3, 7, 20])("is the logarithm of a factorial at %i", (n) => {
    const factorial = Array.from({ length: n - 1 }, (_, i) => i + 1).reduce((product, each) => product * each, 1);
    expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 12);
  });

  test("is that of √π at one half, and of the reflection at a quarter", () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    expect(logGamma(0.25) + logGamma(0.75)).toBeCloseTo(Math.log(Math.PI * Math.SQRT2), 12);
  });

  test("counts ways to choose", () => {
    expect(Math.exp(logChoose(52, 5))).toBeCloseTo(2_598_960, 5);
  });
});

describe("studentTails", () => {
  // Abramowitz & Stegun, Handbook of Mathematical Functions, table 26.10
  test.each([
    [12.706, 1, 0.05],
    [63.657, 1, 0.01],
    [4.303, 2, 0.05],
    [2.776, 4, 0.05],
    [2.228, 10, 0.05],
    [3.169, 10, 0.01],
    [2.069, 23, 0.05],
    [2.807, 23, 0.01],
    [1.98, 120, 0.05],
  ])("gives t = %d of %i degrees its probability in the table", (t, degrees, probability) => {
    expect(studentTails(t, degrees)).toBeCloseTo(probability, 4);
  });

  test("agrees with the integral of its density, whatever its degrees", () => {
    assertProperty(
      fc.property(fc.double({ min: 0, max: 8, noNaN: true }), fc.double({ min: 1.5, max: 200, noNaN: true }), (t, degrees) => {
        expect(Math.abs(studentTails(t, degrees) - integratedTails(t, degrees))).toBeLessThan(1e-6);
      }),
    );
  });

  test("is the same on both sides, and 1 at 0", () => {
    expect(studentTails(-2.5, 7)).toBe(studentTails(2.5, 7));
    expect(studentTails(0, 7)).toBe(1);
  });
});

describe("normalDistance", () => {
  // Abramowitz & Stegun, tables 26.5 and 26.6
  test.each([
    [0.5, 0.67449],
    [0.1, 1.64485],
    [0.05, 1.95996],
    [0.01, 2.57583],
    [0.001, 3.29053],
    [1e-9, 6.1094],
  ])("of a probability of %d is %d", (probability, distance) => {
    expect(normalDistance(probability)).toBeCloseTo(distance, 4);
  });
});

describe("midP", () => {
  test("counts what was seen half, on the smaller side, twice", () => {
    // 3 of 3 against 0 of 3: one of 20 ways
    expect(midP({ hits: 3, cases: 3, otherHits: 0, otherCases: 3 })).toBeCloseTo(1 / 20, 12);
  });

  test("agrees with the count of all ways", () => {
    const groups = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 300 }))
      .chain(([cases, otherCases]) =>
        fc.tuple(fc.integer({ min: 0, max: cases }), fc.constant(cases), fc.integer({ min: 0, max: otherCases }), fc.constant(otherCases)),
      );
    assertProperty(
      fc.property(groups, ([hits, cases, otherHits, otherCases]) => {
        const counted = countedMidP([hits, cases, otherHits, otherCases]);
        expect(Math.abs(midP({ hits, cases, otherHits, otherCases }) - counted)).toBeLessThan(1e-10);
      }),
    );
  });

  test.each([
    ["all are hits", 12, 12, 288, 288],
    ["none is", 0, 12, 0, 288],
  ])("says nothing where %s", (_, hits, cases, otherHits, otherCases) => {
    expect(midP({ hits, cases, otherHits, otherCases })).toBeCloseTo(1, 12);
  });

  test("stays exact among many cases", () => {
    // scipy.stats.hypergeom
    expect(midP({ hits: 100, cases: 147, otherHits: 1000, otherCases: 1176 })).toBeCloseTo(1.572915e-6, 11);
  });
});
