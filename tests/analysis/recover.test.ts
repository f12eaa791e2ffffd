import { describe, expect, test } from "vitest";
import { type Indicator, isRecoverable, rank, recoverableBelow } from "./recover.ts";

describe("rank", () => {
  test.each<[Indicator[], number]>([
    [[], 0],
    [[[0, 0]], 0],
    [
      [
        [1, 0],
        [0, 1],
        [1, 1],
      ],
      2,
    ],
    [
      [
        [1, 1, 0],
        [0, 1, 1],
        [1, 0, 1],
      ],
      3,
    ],
    [
      [
        [1, 1, 1, 1],
        [1, 1, 0, 0],
        [0, 0, 1, 1],
      ],
      2,
    ],
  ])("of %j is %i", (rows, expected) => {
    expect(rank(rows)).toBe(expected);
  });
});

describe("isRecoverable finds a group", () => {
  test.each<[string, Indicator[], boolean]>([
    ["that is published itself", [[0, 0, 1]], true],
    [
      "that a total less the others gives",
      [
        [1, 1, 1],
        [1, 0, 0],
        [0, 1, 0],
      ],
      true,
    ],
    [
      "that crossing sums give",
      [
        [1, 1, 0],
        [1, 0, 1],
        [0, 1, 1],
      ],
      true,
    ],
    [
      "not in a pool of two",
      [
        [1, 1, 1],
        [1, 0, 0],
        [0, 1, 1],
      ],
      false,
    ],
    ["not without anything published", [], false],
  ])("%s", (_, published, expected) => {
    expect(isRecoverable(published, 2, 3)).toBe(expected);
  });
});

describe("recoverableBelow", () => {
  const of = (people: number, ...sets: (readonly number[])[]): Indicator[] =>
    sets.map((set) => Array.from({ length: people }, (_, person) => Number(set.includes(person))));

  test.each<[string, Indicator[], number[] | null]>([
    ["finds nobody without anything published", [], null],
    ["finds nobody in one sum of three", of(3, [0, 1, 2]), null],
    ["finds a person who is published alone", of(5, [0, 1, 2, 3, 4], [1]), [1]],
    ["finds the late one by subtraction", of(4, [0, 1, 2], [0, 1, 2, 3]), [3]],
    ["finds a pair of whom one came for the other", of(4, [0, 1, 2], [0, 1, 3]), [2, 3]],
    [
      "finds one by way of four sums",
      of(13, [0, 1, 2], [0, 1, 2, 3, 4, 5], [0, 1, 2, 6, 7, 8, 9, 10, 11], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
      [12],
    ],
    ["finds nobody where three came at once", of(6, [0, 1, 2], [0, 1, 2, 3, 4, 5]), null],
  ])("%s", (_, published, found) => {
    expect(recoverableBelow(published, 3)).toEqual(found);
  });
});
