import { describe, expect, test } from "vitest";
import { fewestBetween, type PublishedSum } from "../../src/analysis/between-publications.ts";

const sum = (of: string, count: number): PublishedSum => ({ of: of.split(""), figures: { count, sum: 10 * count } });
const fewest = (before: readonly PublishedSum[], after: readonly PublishedSum[]) => fewestBetween(before, after, ["count"]);

describe("fewestBetween(before, after, counts)", () => {
  test("is the number of cases that came to a group", () => {
    expect(fewest([sum("a", 5), sum("b", 4)], [sum("a", 6), sum("b", 9)])).toBe(1);
  });

  test("is that of cases that went, too", () => {
    expect(fewest([sum("a", 5)], [sum("a", 3)])).toBe(2);
  });

  test("is Infinity where both say the same, or a figure alone was corrected", () => {
    expect(fewest([sum("a", 5)], [sum("a", 5)])).toBe(Number.POSITIVE_INFINITY);
    expect(fewest([sum("a", 5)], [{ of: ["a"], figures: { count: 5, sum: 0 } }])).toBe(Number.POSITIVE_INFINITY);
  });

  test("adds up groups that are published apart in one and together in the other", () => {
    expect(fewest([sum("ab", 5), sum("c", 4)], [sum("a", 3), sum("b", 4), sum("c", 4)])).toBe(2);
    expect(fewest([sum("ab", 5), sum("cd", 5)], [sum("bc", 7), sum("ad", 4)])).toBe(1);
  });

  test("counts the cases of a group that is published once only", () => {
    expect(fewest([sum("a", 5)], [sum("a", 5), sum("b", 4)])).toBe(4);
  });
});
