import { describe, expect, test } from "vitest";
import { attainmentOf, type Goal, isAttained, linksOf, orphansOf } from "../../src/analysis/goal-links.ts";

const goal = (id: string, given: Partial<Goal> = {}): Goal => ({
  ...{ goal: id, level: "department", department: "rnd", parent: null, links: [], target: 10, actual: 8, isLowerBetter: false },
  ...given,
});

describe("attainmentOf(goal)", () => {
  test.each<[string, Partial<Goal>, number | null, boolean | null]>([
    ["is the share of the target that was reached", { actual: 8 }, 0.8, false],
    ["is 1 at the target", { actual: 10 }, 1, true],
    ["is 1 beyond the target", { actual: 15 }, 1, true],
    ["is the target's share of what was reached where lower is better", { actual: 40, isLowerBetter: true }, 0.25, false],
    ["is 1 below the target where lower is better", { actual: 0, isLowerBetter: true }, 1, true],
    ["is 0 where nothing may happen and something did", { target: 0, actual: 3, isLowerBetter: true }, 0, false],
    ["is 0 below zero", { actual: -2 }, 0, false],
    ["is missing without an actual value", { actual: null }, null, null],
  ])("%s", (_, given, attainment, attained) => {
    expect([attainmentOf(goal("A", given)), isAttained(goal("A", given))]).toEqual([attainment, attained]);
  });
});

test("orphansOf(goals) gives those below the company's that hang from nothing or from a goal that is not there", () => {
  const goals = [
    goal("C", { level: "company", department: null }),
    goal("D", { parent: "C" }),
    goal("E"),
    goal("R", { level: "role", parent: "X" }),
    goal("S", { level: "role", parent: "D" }),
  ];
  expect([...orphansOf(goals)]).toEqual(["E", "R"]);
});

describe("linksOf(goals)", () => {
  test("gives a pair that names each other once", () => {
    expect(linksOf([goal("A", { links: ["B"] }), goal("B", { links: ["A"] })])).toEqual([{ from: "A", to: "B", isOneSided: false }]);
  });

  test("gives a link that is not returned from the goal that names the other", () => {
    expect(linksOf([goal("A"), goal("B", { links: ["A"] })])).toEqual([{ from: "B", to: "A", isOneSided: true }]);
  });

  test("leaves out links to unknown goals, to itself and named twice", () => {
    expect(linksOf([goal("A", { links: ["A", "X", "B", "B"] }), goal("B")])).toEqual([{ from: "A", to: "B", isOneSided: true }]);
  });
});
