import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codedLimits, SHARE, scoreOn, topCode } from "../../src/analysis/top-coding.ts";
import type { SurveyScale } from "../../src/core/survey-scale.ts";
import { assertProperty } from "../core/property.ts";

const SCORE = scoreOn({ least: 1, most: 5, favourable: 4 });

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

  test.each([
    [{ least: 1, most: 4, favourable: 3 }, 6, 24, 22, "at_least"],
    [{ least: 1, most: 4, favourable: 3 }, 6, 6, 8, "at_most"],
    [{ least: 0, most: 10, favourable: 9 }, 6, 60, 58, "at_least"],
    [{ least: 0, most: 10, favourable: 9 }, 6, 0, 9, "at_most"],
    [{ least: 0, most: 10, favourable: 9 }, 6, 30, 30, "exact"],
    [{ least: 0, most: 1, favourable: 1 }, 6, 6, 5, "at_least"],
  ] as const)("on the scale %j of %i people with %i points is %i, %s", (scale, n, sum, value, bound) => {
    expect(topCode(scoreOn(scale), n, sum)).toEqual({ value, bound });
  });
});

/** Scales with how many people are asked at most, so that every way in which they can answer can be tried. */
const SCALES: [SurveyScale, number][] = [
  [{ least: 1, most: 5, favourable: 4 }, 9],
  [{ least: 1, most: 5, favourable: 2 }, 9],
  [{ least: 1, most: 4, favourable: 3 }, 9],
  [{ least: 1, most: 4, favourable: 4 }, 9],
  [{ least: 0, most: 1, favourable: 1 }, 9],
  [{ least: 0, most: 10, favourable: 9 }, 5],
  [{ least: 0, most: 10, favourable: 6 }, 5],
];

/** Every way in which n people can score, by how many gave each score. */
function* waysOf(n: number, scale: SurveyScale, from = scale.least): Generator<number[]> {
  if (from === scale.most) yield Array<number>(n).fill(from);
  else
    for (let count = 0; count <= n; count++)
      for (const rest of waysOf(n - count, scale, from + 1)) yield [...Array<number>(count).fill(from), ...rest];
}

describe.each(SCALES)("of random groups on the scale %j", (scale, largest) => {
  const favourable = (scores: readonly number[]) => scores.filter((score) => score >= scale.favourable).length;
  const points = (scores: readonly number[]) => scores.reduce((sum, score) => sum + score, 0);

  /** What is published of a group: favourable answers and points. */
  const published = (scores: readonly number[]) =>
    [topCode(SHARE, scores.length, favourable(scores)), topCode(scoreOn(scale), scores.length, points(scores))]
      .map(({ value }) => value)
      .join();

  test("what is published proves of none that all, or none, are favourable", () => {
    const scoresOf = fc.array(fc.integer({ min: scale.least, max: scale.most }), { minLength: Math.min(5, largest), maxLength: largest });
    assertProperty(
      fc.property(scoresOf, (scores) => {
        const alike = [...waysOf(scores.length, scale)].filter((way) => published(way) === published(scores));
        expect(alike.every((way) => favourable(way) === way.length)).toBe(false);
        expect(alike.every((way) => favourable(way) === 0)).toBe(false);
      }),
      100,
    );
  });
});

describe("of random groups", () => {
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
