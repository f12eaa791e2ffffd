import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CodedFigure, type Fate, fateOf, type PublishedFigures } from "../../src/analysis/late-answers.ts";
import { SHARE } from "../../src/analysis/top-coding.ts";
import { assertProperty } from "../core/property.ts";
import { type Indicator, recoverableBelow } from "./recover.ts";

const MINIMUM = 5;
const RULES = { minimum: MINIMUM, coded: [] };

const of = (people: number, sum: number, seen = people): PublishedFigures => ({ people, seen, figures: { sum } });

describe("fateOf", () => {
  test.each<[string, PublishedFigures | undefined, PublishedFigures | undefined, Fate]>([
    ["a group that nothing was published of", undefined, of(5, 20), "new"],
    ["a group that nothing was published of and nobody answered in", undefined, of(0, 0), "new"],
    ["a new group below the minimum", undefined, of(4, 16), "held"],
    ["a group as it was", of(8, 30), of(8, 30), "same"],
    ["one late answer", of(8, 30), of(9, 34), "held"],
    ["four late answers", of(8, 30), of(12, 44), "held"],
    ["five late answers", of(8, 30), of(13, 48), "new"],
    ["a corrected answer", of(8, 30), of(8, 31), "held"],
    ["answers taken back", of(20, 70), of(10, 35), "held"],
    ["a group that is gone", of(8, 30), undefined, "held"],
    ["five more than the last, but not than both publications together", of(13, 48, 21), of(18, 66), "held"],
    ["five more than both publications together", of(13, 48, 21), of(26, 90), "new"],
  ])("of %s", (_, before, now, fate) => {
    expect(fateOf(before, now, RULES)).toBe(fate);
  });

  const coded: CodedFigure[] = [{ figure: "favourable", among: "answered", scale: SHARE }];
  const liked = (people: number, favourable: number) => ({ people, seen: people, figures: { answered: people, favourable } });

  test.each<[string, number, Fate]>([
    ["all of the late ones are favourable", 12, "held"],
    ["none of them is", 6, "held"],
    ["all but one are", 11, "new"],
    ["one is", 7, "new"],
  ])("holds back late answers that would prove something of everyone: %s", (_, favourable, fate) => {
    expect(fateOf(liked(10, 6), liked(16, favourable), { minimum: MINIMUM, coded })).toBe(fate);
  });
});

const PEOPLE = 40;

/** Sets of the people who are counted at each build: they come, go and return at will. */
const builds = fc.array(fc.subarray([...Array(PEOPLE).keys()]), { minLength: 2, maxLength: 6 });

/** Each person's figure is so much their own that no two sets have the same sum. */
const figuresOf = (set: readonly number[]) => ({ people: set.length, figures: { sum: set.reduce((sum, person) => sum + 2 ** person, 0) } });

/** The sets that are published one after the other under a rule. */
function publishedOf(sets: readonly (readonly number[])[], rule: typeof fateOf): Indicator[] {
  let before: PublishedFigures | undefined;
  const published: Indicator[] = [];
  for (const set of sets) {
    const now = figuresOf(set);
    if (rule(before, now, RULES) !== "new" || now.people === 0) continue;
    before = { ...now, seen: (before?.seen ?? 0) + now.people };
    published.push(Array.from({ length: PEOPLE }, (_, person) => Number(set.includes(person))));
  }
  return published;
}

describe("of random builds", () => {
  test("no combination of all that was published gives the figure of fewer than the minimum", () => {
    assertProperty(
      fc.property(builds, (sets) => {
        expect(recoverableBelow(publishedOf(sets, fateOf), MINIMUM)).toBeNull();
      }),
      300,
    );
  });

  test("several publications happen, and publishing whatever is there is found out", () => {
    const always: typeof fateOf = (_, now) => ((now?.people ?? 0) >= MINIMUM ? "new" : "held");
    const isSafe = (rule: typeof fateOf) => fc.property(builds, (sets) => recoverableBelow(publishedOf(sets, rule), MINIMUM) === null);
    expect(fc.check(isSafe(always), { seed: 1, numRuns: 300 }).failed).toBe(true);
    const several = fc.property(builds, (sets) => publishedOf(sets, fateOf).length < 2);
    expect(fc.check(several, { seed: 1, numRuns: 300 }).failed).toBe(true);
  });

  test("five more than the last publication only would not do", () => {
    const [first, joined, instead] = [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9], Array.from({ length: 10 }, (_, i) => 10 + i)];
    const sets = [first, [...first, ...joined], [...first, ...instead], [...first, ...joined, ...instead, 20]].map((set) => set.flat());
    const byLast: typeof fateOf = (before, now, rules) => fateOf(before && { ...before, seen: before.people }, now, rules);
    expect(recoverableBelow(publishedOf(sets, byLast), MINIMUM)).toEqual([20]);
    expect(recoverableBelow(publishedOf(sets, fateOf), MINIMUM)).toBeNull();
  });
});
