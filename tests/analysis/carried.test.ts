import { describe, expect, test } from "vitest";
import { type Random, randomStream } from "../../scripts/sample/random.ts";
import { carriedOf, surpriseOf, wholeOf } from "../../src/analysis/carried.ts";
import { type Contribution, contributionsToRate, type MemberChange } from "../../src/analysis/contributions.ts";
import { rates, sums } from "./changes.ts";

const named = (contributions: readonly Contribution[]) => {
  const found = carriedOf(contributions);
  if (found.by === "all") return "all";
  return found.by === "mix" ? `mix ${found.main.member}` : `member ${found.main.map(({ member }) => member).join(" and ")}`;
};

/** The whole falls from .864 to .664 although both members rise, since west is 9 % of it before and 82 % after. */
const SIMPSON = rates({
  east: [
    [0.9, 0.95],
    [91, 18.3],
  ],
  west: [
    [0.5, 0.6],
    [9, 81.7],
  ],
});

/** The weights of a dimension whose members change alike, or of whom one changes alone. */
const weightsOf = (count: number) =>
  Array.from({ length: count }, (_, i) => 1 / (i + 2)).map((each, _, all) => each / all.reduce((a, b) => a + b));

/** Contributions to a change of −1 that is so many times its standard error, each with its share of the chance. */
function contributionsByChance(weights: readonly number[], due: (i: number) => number, sd: number, random: Random): Contribution[] {
  return weights.map((weight, i) => ({
    member: String(i),
    rate: -due(i) + random.noise(sd * Math.sqrt(weight)),
    ...{ mix: 0, shares: { before: weight, after: weight }, due: weight },
  }));
}

describe("carriedOf", () => {
  test.each<[string, Contribution[], string]>([
    [
      "both members that carried the same of it",
      rates({
        east: [
          [0, 1],
          [2, 2],
        ],
        west: [
          [0, 1],
          [2, 2],
        ],
        south: [
          [0, 0],
          [10, 10],
        ],
      }),
      "member east and west",
    ],
    [
      "the member that changed alone",
      rates({
        east: [
          [0.9, 0.9],
          [50, 50],
        ],
        west: [
          [0.9, 0.6],
          [20, 20],
        ],
        south: [
          [0.9, 0.9],
          [30, 30],
        ],
      }),
      "member west",
    ],
    ["not the largest, where that carried what was due to it", sums({ east: [80, 84], west: [10, 16], south: [10, 10] }), "member west"],
    ["one that moved more than the whole", sums({ east: [50, 40], west: [50, 80], south: [50, 50] }), "member west"],
    ["a new member of a sum", sums({ east: [50, 50], west: [40, 41], south: [0, 20] }), "member south"],
    ["the first of a sum that was 0", sums({ east: [0, 5], west: [0, 20] }), "member west"],
    [
      "none where all changed by as much",
      rates({
        east: [
          [0.9, 0.8],
          [50, 50],
        ],
        west: [
          [0.5, 0.4],
          [20, 20],
        ],
        south: [
          [0.7, 0.6],
          [30, 30],
        ],
      }),
      "all",
    ],
    ["none where a sum grew by one factor", sums({ east: [50, 60], west: [20, 24], south: [30, 36] }), "all"],
    ["none where the whole did not change", sums({ east: [50, 60], west: [60, 50] }), "all"],
    ["none without members", [], "all"],
    ["the mix, by the member whose shift moved it most", SIMPSON, "mix west"],
    [
      "the mix of a new member",
      rates({
        east: [
          [0.8, 0.8],
          [50, 50],
        ],
        west: [
          [0.8, 0.8],
          [50, 50],
        ],
        south: [
          [0, 0.2],
          [0, 30],
        ],
      }),
      "mix south",
    ],
    [
      "the member where the mix is the smaller part",
      rates({
        east: [
          [0.9, 0.9],
          [60, 50],
        ],
        west: [
          [0.8, 0.4],
          [40, 50],
        ],
      }),
      "member west",
    ],
  ])("names %s", (_, contributions, expected) => {
    expect(named(contributions)).toBe(expected);
  });

  test("names an amount without weight by all of it", () => {
    const lone: MemberChange = { member: "lone", before: { amount: 0, weight: 0 }, after: { amount: 30, weight: 0 } };
    const other = (member: string): MemberChange => ({ member, before: { amount: 10, weight: 100 }, after: { amount: 10, weight: 100 } });
    expect(named(contributionsToRate([lone, other("east"), other("west")]))).toBe("member lone");
  });

  test("says of a mix whether every member changed the other way", () => {
    const growing = rates({
      east: [
        [0.9, 0.9],
        [80, 40],
      ],
      west: [
        [0.5, 0.55],
        [20, 60],
      ],
    });
    expect([SIMPSON, growing].map(carriedOf)).toMatchObject([
      { by: "mix", isReversed: true },
      { by: "mix", isReversed: false },
    ]);
    expect(wholeOf(SIMPSON)).toBeCloseTo(0.664 - 0.864, 3);
  });
});

describe("surpriseOf", () => {
  test.each<[string, Contribution[], number]>([
    ["nothing where all change by their weight", sums({ east: [50, 60], west: [20, 24], south: [30, 36] }), 0],
    ["what is beyond the weight of the member that carried all", sums({ east: [80, 80], west: [20, 40] }), 0.8],
    ["no more where it carried more than all", sums({ east: [80, 70], west: [20, 50] }), 0.8],
    [
      "all where the mix carried all",
      rates({
        east: [
          [0.9, 0.9],
          [80, 40],
        ],
        west: [
          [0.5, 0.5],
          [20, 60],
        ],
      }),
      1,
    ],
    ["nothing without members", [], 0],
  ])("is %s", (_, contributions, surprise) => {
    expect(surpriseOf(contributions)).toBeCloseTo(surprise, 12);
  });

  test("is the same whichever way the whole went", () => {
    const there = sums({ east: [80, 70], west: [20, 50], south: [10, 10] });
    expect(surpriseOf(there.map(({ rate, ...rest }) => ({ ...rest, rate: -rate })))).toBe(surpriseOf(there));
  });
});

describe("by chance, of changes of three standard errors", () => {
  const draws = 2000;
  const shareOf = (
    count: number,
    due: (weights: readonly number[]) => (i: number) => number,
    isTold: (drawn: Contribution[]) => boolean,
  ) => {
    const random = randomStream(`carried by ${count}`);
    const weights = weightsOf(count);
    const drawn = Array.from({ length: draws }, () => contributionsByChance(weights, due(weights), 1 / 3, random));
    return drawn.filter(isTold).length / draws;
  };

  test.each([3, 4, 6, 18])("one of %i members is seldom named where all changed alike", (count) => {
    expect(
      shareOf(
        count,
        (weights) => (i) => weights[i] ?? 0,
        (drawn) => carriedOf(drawn).by !== "all",
      ),
    ).toBeLessThan(0.15);
  });

  test.each([3, 4, 6, 18])("the one of %i that changed alone is named nearly always", (count) => {
    const last = count - 1;
    expect(
      shareOf(
        count,
        () => (i) => Number(i === last),
        (drawn) => named(drawn) === `member ${last}`,
      ),
    ).toBeGreaterThan(0.95);
  });

  test("a dimension of many members is not chosen before one of few for their number", () => {
    const random = randomStream("chosen by chance");
    const drawn = (count: number) => {
      const weights = weightsOf(count);
      return surpriseOf(contributionsByChance(weights, (i) => weights[i] ?? 0, 1 / 3, random));
    };
    const chosen = Array.from({ length: draws }, () => {
      const all = [3, 4, 6, 18].map(drawn);
      return all.indexOf(Math.max(...all));
    });
    for (const place of [0, 1, 2, 3]) expect(chosen.filter((each) => each === place).length / draws, `place ${place}`).toBeLessThan(0.4);
  });
});
