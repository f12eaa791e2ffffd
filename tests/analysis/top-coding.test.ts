import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codedLimits, type Scale, SHARE, topCode } from "../../src/analysis/top-coding.ts";
import { assertProperty } from "../core/property.ts";

const SCORE: Scale = { least: 1, most: 5, favourable: 4, margin: 0 };

describe("topCode of favourable answers", () => {
  test.each([
    [20, 20, 18, "at_least"],
    [20, 19, 18, "at_least"],
    [20, 18, 18, "at_least"],
    [20, 17, 17, "exact"],
    [20, 3, 3, "exact"],
    [20, 2, 2, "at_most"],
    [20, 0, 2, "at_most"],
    [5, 5, 4, "at_least"],
    [5, 4, 4, "at_least"],
    [5, 0, 1, "at_most"],
    [11, 11, 9.9, "at_least"],
    [2, 1, 1, "about"],
  ] as const)("of %i people, %i of them favourable, is %d, %s", (n, sum, value, bound) => {
    const coded = topCode(SHARE, n, sum);
    expect([coded.value, coded.bound]).toEqual([expect.closeTo(value, 12), bound]);
  });
});

describe("topCode of scores", () => {
  test.each([
    [6, 30, 28, "at_least"],
    [6, 28, 28, "at_least"],
    [6, 27, 27, "exact"],
    [6, 6, 9, "at_most"],
  ] as const)("of %i people with %i points is %i, %s", (n, sum, value, bound) => {
    expect(topCode(SCORE, n, sum)).toEqual({ value, bound });
  });
});

const scoresOf = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 9 });

/** Every way in which n people can score, by how many gave each score. */
function* waysOf(n: number, from = 1): Generator<number[]> {
  if (from === 5) yield Array<number>(n).fill(5);
  else
    for (let count = 0; count <= n; count++)
      for (const rest of waysOf(n - count, from + 1)) yield [...Array<number>(count).fill(from), ...rest];
}

const favourable = (scores: readonly number[]) => scores.filter((score) => score >= 4).length;

/** What is published of a group: favourable answers and points. */
const published = (scores: readonly number[]) =>
  [
    topCode(SHARE, scores.length, favourable(scores)),
    topCode(
      SCORE,
      scores.length,
      scores.reduce((sum, score) => sum + score, 0),
    ),
  ].map(({ value }) => value);

describe("of random groups", () => {
  test("what is published proves of none that all, or none, are favourable", () => {
    assertProperty(
      fc.property(scoresOf, (scores) => {
        const alike = [...waysOf(scores.length)].filter((way) => published(way).join() === published(scores).join());
        expect(alike.every((way) => favourable(way) === way.length)).toBe(false);
        expect(alike.every((way) => favourable(way) === 0)).toBe(false);
      }),
      150,
    );
  });

  test("a bound is true: the sum is no less than what is published as at least, no more than at most, and else the same", () => {
    assertProperty(
      fc.property(fc.integer({ min: 5, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const sum = Math.round(share * n);
        const { value, bound } = topCode(SHARE, n, sum);
        const isTrue = { at_least: sum >= value, at_most: sum <= value, exact: sum === value, about: true }[bound];
        expect(isTrue).toBe(true);
      }),
      500,
    );
  });

  test("limits leave room for at least one answer on either side", () => {
    for (let n = 2; n < 100; n++) {
      const { low, high } = codedLimits(SHARE, n);
      expect([low >= 1, high <= n - 1]).toEqual([true, true]);
    }
  });
});
