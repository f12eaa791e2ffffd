import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWholeInParts, LARGEST_AMOUNT, PARTS_OF_ONE, toParts } from "../../src/core/amounts.ts";
import { assertProperty } from "./property.ts";

describe("toParts(yuan)", () => {
  test.each([
    [0, 0],
    [0.1, 1000],
    [36_800.5, 368_005_000],
    [-88.8, -888_000],
    [0.0001, 1],
    [0.000_04, 0],
    [0.000_05, 1],
    [-0.000_05, -1],
    // the nearest binary fraction lies below the half
    [1.000_05, 10_001],
    [-1.000_05, -10_001],
    [1.000_149, 10_001],
    [1e-9, 0],
    [LARGEST_AMOUNT, LARGEST_AMOUNT * PARTS_OF_ONE],
  ])("of %d is %d", (yuan, parts) => {
    expect(toParts(yuan) + 0).toBe(parts);
  });

  test("of an amount with up to four decimals is the number of its ten-thousandths", () => {
    // a number holds no more than 15 digits of every decimal
    const most = 999_999_999_999_999;
    assertProperty(
      fc.property(fc.integer({ min: -most, max: most }), (parts) => {
        expect(toParts(parts / PARTS_OF_ONE)).toBe(parts);
      }),
      2000,
    );
  });
});

test.each([
  [0, true],
  [199.9, true],
  [-1234.5678, true],
  [0.3333, true],
  [0.333_33, false],
  [0.000_04, false],
  [-1.000_05, false],
  [LARGEST_AMOUNT, true],
])("isWholeInParts(%d) is %s", (amount, isWhole) => {
  expect(isWholeInParts(amount)).toBe(isWhole);
});
