import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shownGoals } from "../../scripts/protect/shown-goals.ts";
import { type Given, openWorkshop, type Workshop } from "../facts/workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

const goal = (goal_id: string, given: Given = {}): Given => ({
  ...{ goal_id, period: "2026Q3", level: "department", department: "rnd", target: 10 },
  ...given,
});

/** Of a role that one person holds. */
const lone = (goal_id: string, given: Given = {}) => goal(goal_id, { level: "role", role: "architect", ...given });

async function shown(...goals: Given[]) {
  const members = [
    { dimension: "role", member: "architect", holders: 1 },
    { dimension: "role", member: "engineer", holders: 9 },
  ];
  await workshop.stage({ goals, members });
  return shownGoals(workshop.engine);
}

describe("shownGoals", () => {
  test("leaves out goals of roles that too few people hold, and counts them by period and department", async () => {
    const { goals, hidden } = await shown(
      goal("G-1"),
      goal("G-2", { level: "role", role: "engineer" }),
      lone("G-3"),
      lone("G-4"),
      lone("G-5", { period: "2026Q4", department: "hr" }),
    );
    expect(goals.map(({ goal_id }) => goal_id)).toEqual(["G-1", "G-2"]);
    expect(hidden).toEqual([
      { period: "2026Q3", department: "rnd", goals: 2 },
      { period: "2026Q4", department: "hr", goals: 1 },
    ]);
  });

  test.each<[string, Given[], string | null]>([
    ["the goal above a hidden one", [goal("G-1"), lone("G-2", { parent_goal_id: "G-1" })], "G-1"],
    [
      "the goal above two hidden ones",
      [goal("G-1"), lone("G-3", { parent_goal_id: "G-1" }), lone("G-2", { parent_goal_id: "G-3" })],
      "G-1",
    ],
    ["nothing where hidden goals serve nothing", [lone("G-2")], null],
    ["nothing where hidden goals serve each other", [lone("G-2", { parent_goal_id: "G-3" }), lone("G-3", { parent_goal_id: "G-2" })], null],
    ["a goal that is not there", [], "G-2"],
  ])("what served a hidden goal serves %s", async (_, above, parent) => {
    const { goals } = await shown(...above, goal("G-9", { parent_goal_id: "G-2" }));
    expect(goals.find(({ goal_id }) => goal_id === "G-9")?.["parent_goal_id"]).toBe(parent);
  });

  test("no link leads to a hidden goal; one to a goal that is not there stays", async () => {
    const { goals } = await shown(goal("G-1", { linked_goal_ids: "G-2;G-3;G-7" }), lone("G-2"), goal("G-3"));
    expect(goals.map(({ linked_goal_ids }) => linked_goal_ids)).toEqual(["G-3;G-7", null]);
  });
});
