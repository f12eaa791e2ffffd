import { describe, expect, test } from "vitest";
import { mean } from "../../../src/cube/parts.ts";
import type { Reference } from "../../../src/data/reference.ts";
import { figureFor } from "../../../src/site/all-kinds.ts";
import { rawOf, textOf } from "../../../src/site/say/table.ts";
import type { Site } from "../../../src/site/site.ts";
import { tinyMetric } from "../../cube/tiny.ts";
import { pageFor, SITE, scope } from "../tiny-site.ts";

type Goal = Reference["goals"][number];

const goal = (id: string, given: Partial<Goal> = {}): Goal => ({
  ...{ goal: id, period: "2026Q3", level: "department", department: "rnd", role: null, parent: "C", links: [], target: 10, actual: 8 },
  measure: { zh: `${id} 指标`, en: `${id} measure` },
  isLowerBetter: false,
  ...given,
});

const GOALS = [
  goal("C", { level: "company", department: null, parent: null, actual: 12 }),
  goal("D", { links: ["E"] }),
  goal("E", { department: "sales", links: ["D", "F"], target: 4, actual: 5, isLowerBetter: true }),
  goal("F", { department: "hr", parent: null, actual: null }),
  goal("R", { level: "role", role: "engineer", parent: "D", actual: 10 }),
];

const text = (zh: string, en: string) => ({ zh, en });
const departments = ["rnd", "sales", "hr"].map((id) => ({ id, label: text(`${id} 部`, id.toUpperCase()) }));

function siteOf(goals: readonly Goal[], hiddenGoals: Reference["hiddenGoals"] = []): Site {
  const { manifest } = SITE.cubes;
  const dimensions = [...manifest.dimensions, { id: "department", label: text("部门", "Department"), members: departments }];
  const value = mean("days");
  const attainment = {
    ...tinyMetric({ ...{ topic: "goals", fact: "unbuilt", dimensions: ["department"] }, value }),
    id: "goal-attainment",
  };
  return {
    ...SITE,
    metrics: [...SITE.metrics, attainment],
    cubes: { ...SITE.cubes, manifest: { ...manifest, dimensions } },
    reference: { ...SITE.reference, goals: [...goals], hiddenGoals, roles: { engineer: text("工程师", "Engineer") } },
  };
}

const treeOf = (goals: readonly Goal[], selection = scope("2026Q3")) => figureFor(pageFor(selection, "en", siteOf(goals)), "goal-tree");

describe("a goal tree", () => {
  test("counts what is attained, hangs from nothing and is linked on one side", () => {
    expect(treeOf(GOALS)?.sentence).toBe("2 attained of the 4 of 5 goals that have a result; 1 has no parent goal, 1 link is one-sided.");
  });

  test("says how many goals of its period are hidden", () => {
    const hidden = [
      { period: "2026Q3", department: "rnd", goals: 1 },
      { period: "2026Q3", department: "hr", goals: 2 },
      { period: "2026Q2", department: "hr", goals: 7 },
    ];
    const notes = figureFor(pageFor(scope("2026Q3"), "en", siteOf(GOALS, hidden)), "goal-tree")?.notes;
    expect(notes).toContain("3 goals of roles are hidden: fewer than 2 people hold the role, or how many do is not given.");
    expect(treeOf(GOALS)?.notes.some((note) => note.includes("hidden"))).toBe(false);
  });

  test("rests on the goals that have a result", () => {
    expect(treeOf(GOALS)?.n).toBe("n = 4 (name)");
  });

  test("has a row per goal with its attainment, its parent, its links and what is wrong", () => {
    const rows = treeOf(GOALS)
      ?.table()
      .rows.map((row) => row.map(textOf));
    expect(rows?.slice(1)).toEqual([
      ["D measure", "Department", "RND", "10", "8", "80.0%", "C measure", "E measure", ""],
      ["E measure", "Department", "SALES", "4 (lower is better)", "5", "80.0%", "C measure", "D measure, F measure", "not linked back"],
      ["F measure", "Department", "HR", "10", "–", "–", "", "", "no parent goal"],
      ["R measure", "Role", "Engineer (RND)", "10", "10", "100.0%", "D measure", "", ""],
    ]);
  });

  test("gives each goal a mark, by which its department can be chosen", () => {
    const marks = treeOf(GOALS)?.marks();
    expect(marks?.map(({ choice }) => choice)).toEqual([
      null,
      ...["rnd", "sales", "hr", "rnd"].map((department) => ({ members: { department } })),
    ]);
    expect(marks?.[2]?.lines).toEqual([
      ...["SALES", "Target: 4 (lower is better)", "Actual: 5", "Attainment: 80.0%", "Parent goal: C measure"],
      ...["Linked goals: D measure, F measure", "not linked back"],
    ]);
  });

  test("names a role and never a person, and a mark and a word where something is wrong", () => {
    const svg = treeOf(GOALS)?.draw({ id: "tree" });
    const texts = [...(svg?.querySelectorAll("text") ?? [])].map(({ textContent }) => textContent);
    expect(texts).toEqual(expect.arrayContaining(["Engineer", "△ no parent goal", "◇ not linked back"]));
  });

  test("dims the goals of departments that the reader left out", () => {
    const svg = treeOf(GOALS, scope("2026Q3", { department: ["hr"] }))?.draw({ id: "tree" });
    expect([...(svg?.querySelectorAll("text.selected.halo, text.halo.selected") ?? [])].map(({ textContent }) => textContent)).toEqual([
      "F measure",
    ]);
  });

  test.each([
    ["the page's own", "2026Q2", ["2026Q1", "2026Q2", "2026Q3"], "2026Q2", false],
    ["the latest within a year", "2026", ["2026Q1", "2026Q2"], "2026Q2", false],
    ["a year's own rather than those of its quarters", "2025", ["2025Q4", "2025"], "2025", false],
    ["of the quarter around a month", "2026-08", ["2026Q2", "2026Q3"], "2026Q3", false],
    ["of the shortest period around it", "2026-08", ["2026", "2026Q3"], "2026Q3", false],
    ["the latest before a period without goals, and says so", "2026Q3", ["2025Q4", "2026Q1", "2026Q4"], "2026Q1", true],
  ])("shows the goals of a period: %s", (_, asked, periods, shown, isOlder) => {
    const goals = periods.map((period) => goal(`${period}-1`, { period, level: "company", parent: null }));
    const figure = treeOf(goals, scope(asked));
    expect(figure?.table().rows.map(([first]) => first && rawOf(first))).toEqual([`${shown}-1`]);
    expect(figure?.notes.some((note) => note.includes("has no goals"))).toBe(isOlder);
  });

  test("shows, of the periods in a year, the latest that has a result", () => {
    const goals = [goal("Q2", { period: "2026Q2" }), goal("Q3"), goal("Q4", { period: "2026Q4", actual: null })];
    expect(treeOf(goals, scope("2026"))?.title).toBe("Goal tree: 2026 Q3");
  });

  test("takes a parent of another period for a parent", () => {
    const goals = [goal("Y", { period: "2026", level: "company", parent: null }), goal("Q", { parent: "Y" })];
    expect(treeOf(goals)?.sentence).toMatch(/all serve a goal above/);
  });

  test("is null without goals, or before the first", () => {
    expect([treeOf([]), treeOf(GOALS, scope("2025Q1"))]).toEqual([null, null]);
  });
});
