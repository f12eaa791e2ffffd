import { describe, expect, test } from "vitest";
import { changeBetween } from "../../src/analysis/comparison.ts";
import { directionOf, meetsTarget } from "../../src/analysis/direction.ts";
import type { Bound } from "../../src/core/bound.ts";

describe("changeBetween", () => {
  test.each([
    [6, 4, { absolute: 2, relative: 0.5 }],
    [4, -8, { absolute: 12, relative: 1.5 }],
    [-10, -8, { absolute: -2, relative: -0.25 }],
    [3, 0, { absolute: 3, relative: null }],
    [0, 0, { absolute: 0, relative: null }],
    [null, 4, null],
    [6, null, null],
  ])("%j from %j is %j", (value, earlier, expected) => {
    expect(changeBetween({ value }, { value: earlier })).toEqual(expected && { ...expected, bound: "exact" });
  });

  test.each<[Bound, Bound, Bound]>([
    ["at_least", "exact", "at_least"],
    ["exact", "at_least", "at_most"],
    ["at_least", "at_most", "at_least"],
    ["at_least", "at_least", "about"],
    ["about", "exact", "about"],
  ])("from %s less %s is %s", (bound, earlier, expected) => {
    expect(changeBetween({ value: 0.9, bound }, { value: 0.5, bound: earlier })?.bound).toBe(expected);
  });
});

describe("directionOf", () => {
  test.each([
    ["higher", 5, 4, "better"],
    ["higher", 3, 4, "worse"],
    ["lower", 3, 4, "better"],
    ["lower", 5, 4, "worse"],
    ["nearer-zero", -0.2, 0.5, "better"],
    ["nearer-zero", 0.5, -0.2, "worse"],
    ["nearer-zero", -0.5, 0.5, "same"],
    ["neither", 3, 5, "changed"],
    ["neither", 5, 5, "same"],
    ["higher", 4, 4, "same"],
    ["lower", 4, 4, "same"],
  ] as const)("where %s is better, %d after %d is %s", (better, value, earlier, expected) => {
    expect(directionOf(better, value, earlier)).toBe(expected);
  });
});

describe("meetsTarget", () => {
  test.each([
    ["higher", 0.8, 0.8, true],
    ["higher", 0.79, 0.8, false],
    ["lower", 3, 3.5, true],
    ["lower", 3.6, 3.5, false],
    ["nearer-zero", -0.3, 0.3, true],
    ["nearer-zero", -0.4, 0.3, false],
  ] as const)("where %s is better, %d against %d: %s", (better, value, target, isMet) => {
    expect(meetsTarget(better, value, target)).toBe(isMet);
  });
});
