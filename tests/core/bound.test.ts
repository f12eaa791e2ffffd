import { describe, expect, test } from "vitest";
import { BOUNDS, type Bound, bothBounds, boundOf, turnedBound } from "../../src/core/bound.ts";

describe("boundOf", () => {
  test.each<[boolean, boolean, Bound]>([
    [false, false, "exact"],
    [true, false, "at_least"],
    [false, true, "at_most"],
    [true, true, "about"],
  ])("a number that may be more: %s, may be less: %s, is %s", (mayBeMore, mayBeLess, bound) => {
    expect(boundOf(mayBeMore, mayBeLess)).toBe(bound);
  });
});

describe("bothBounds", () => {
  test.each<[Bound, Bound, Bound]>([
    ["exact", "exact", "exact"],
    ["at_least", "exact", "at_least"],
    ["exact", "at_most", "at_most"],
    ["at_least", "at_least", "at_least"],
    ["at_least", "at_most", "about"],
    ["about", "at_least", "about"],
  ])("of %s and %s is %s", (a, b, bound) => {
    expect(bothBounds(a, b)).toBe(bound);
  });
});

test("turnedBound turned twice is what it was", () => {
  expect(BOUNDS.map((bound) => turnedBound(turnedBound(bound)))).toEqual(BOUNDS);
  expect(turnedBound("at_least")).toBe("at_most");
});
