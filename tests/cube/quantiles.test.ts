import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atResolution, quantileOf } from "../../src/cube/quantiles.ts";
import { assertProperty } from "../core/property.ts";

const countsOf = (values: readonly number[]) =>
  new Map([...Map.groupBy(values, (value) => value)].map(([value, same]) => [value, same.length]));

/** By definition 2 of Hyndman & Fan: the value of that rank, or the mean of it and the next where the rank is a whole number. */
function naiveQuantile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (percent * values.length) / 100;
  const at = (place: number) => sorted[Math.min(place, sorted.length - 1)] ?? Number.NaN;
  return Number.isInteger(rank) ? (at(rank - 1) + at(rank)) / 2 : at(Math.floor(rank));
}

describe("quantileOf", () => {
  test.each([
    [[], 0.5, null],
    [[7], 0.5, 7],
    [[7], 0, 7],
    [[7], 1, 7],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 2, 4], 0.5, 2],
    [[1, 2, 3, 4, 5], 0.5, 3],
    [[1, 1, 1, 9], 0.75, 5],
    [[1, 1, 1, 9], 0.7, 1],
    [[1, 1, 1, 9], 0.9, 9],
    [[-2, 0, 3], 0.5, 0],
    [Array.from({ length: 10 }, (_, i) => i + 1), 0.9, 9.5],
    [Array.from({ length: 10 }, (_, i) => i + 1), 0.3, 3.5],
    [Array.from({ length: 100 }, (_, i) => i + 1), 0.55, 55.5],
  ])("of %j at %d is %j", (values, probability, expected) => {
    expect(quantileOf(countsOf(values), probability, 1)).toBe(expected);
  });

  test("is what sorting all values gives", () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 });
    assertProperty(
      fc.property(values, fc.integer({ min: 1, max: 100 }), (given, percent) => {
        expect(quantileOf(countsOf(given), percent / 100, 1)).toBe(naiveQuantile(given, percent));
      }),
      500,
    );
  });

  test("gives a value at display resolution, without the noise of binary fractions", () => {
    expect(quantileOf(new Map([[3, 1]]), 0.5, 0.1)).toBe(0.3);
    expect(atResolution(1234, 0.01)).toBe(12.34);
  });
});
