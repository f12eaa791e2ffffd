import { describe, expect, test } from "vitest";
import { type Indicator, isRecoverable, rank } from "./recover.ts";

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
