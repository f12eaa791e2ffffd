import { describe, expect, test } from "vitest";
import { toParts } from "../../../src/core/amounts.ts";
import { parsePeriod } from "../../../src/core/periods.ts";
import type { Selection } from "../../../src/core/selection.ts";
import type { Metric } from "../../../src/cube/metric.ts";
import { figureFor } from "../../../src/site/all-kinds.ts";
import type { FigureData } from "../../../src/site/figures/figure.ts";
import { metrics } from "../../../src/site/registry.ts";
import { rawOf } from "../../../src/site/say/table.ts";
import type { Site } from "../../../src/site/site.ts";
import { type TinyCell, type TinyFact, tinyCubes } from "../../cube/tiny.ts";
import { pageFor, SITE } from "../tiny-site.ts";

const AS_OF = "2026-10-18";
const MONTH = "2026-08";

const dimension = (id: string, members: readonly string[]) => ({
  id,
  label: { zh: id, en: id },
  members: members.map((member) => ({ id: member, label: { zh: member, en: member } })),
});
const DIMENSIONS = [
  dimension("funnel_stage", ["created", "mql", "assigned", "followed_up", "sql", "won", "returned"]),
  dimension("grade", ["A", "B", "C", "D"]),
  dimension("source", ["website", "webinar"]),
  dimension("return_reason", ["no_need", "duplicate"]),
  dimension("promises_kept", ["kept", "missed", "none"]),
  dimension("rice_quarter", ["1", "2", "3", "4", "unscored"]),
];

/** The facts that this room is about, empty; by month from May to October 2026. */
const FACTS: Record<string, readonly string[]> = {
  lead_stages: ["funnel_stage"],
  lead_cohorts: [],
  lead_decisions: ["source", "return_reason"],
  sql_outcomes: ["grade"],
  requested_deals: ["promises_kept"],
  released_values: ["rice_quarter"],
};
type Cells = Record<string, readonly TinyCell[]>;

/** Leads created up to this day are old enough to have an outcome. */
const UNTIL = "2026-07-20";

const factWith = (dimensions: readonly string[], cells: readonly TinyCell[]): TinyFact => ({
  cells,
  // requirements of three products
  counts: {
    product_number: cells.flatMap(({ month, ...members }) => {
      const named = Object.fromEntries(dimensions.map((id) => [id, members[id] ?? null]));
      return [1, 2, 3].map((value) => ({ month, ...named, value, cases: 1 }));
    }),
  },
  dimensions: [...dimensions],
  until: UNTIL,
  reach: ["2026-05", "2026-10"],
});

const isOfRoom = ({ fact }: Metric) => fact in FACTS;

function siteOf(given: Cells): Site {
  const facts = Object.entries(FACTS).map(([id, dimensions]) => [id, factWith(dimensions, given[id] ?? [])] as const);
  const cubes = tinyCubes(Object.fromEntries(facts), AS_OF);
  return { ...SITE, metrics: metrics.filter(isOfRoom), cubes: { ...cubes, manifest: { ...cubes.manifest, dimensions: DIMENSIONS } } };
}

const figureOf = (spec: string, cells: Cells, selection: Partial<Selection> = {}) =>
  figureFor(pageFor(selection, "en", siteOf(cells)), spec);

/** The figure, which must be there. */
function drawn(spec: string, cells: Cells, selection: Partial<Selection> = {}): FigureData {
  const figure = figureOf(spec, cells, selection);
  if (!figure) throw new Error(`no figure: ${spec}`);
  return figure;
}

const raws = (figure: FigureData) => figure.table().rows.map((row) => row.map(rawOf));

const stages = (counts: Record<string, number>): TinyCell[] =>
  Object.entries(counts).map(([funnel_stage, count]) => ({ month: MONTH, funnel_stage, count }));
const cohort = (month: string, count: number, settled: number, won: number): TinyCell => ({
  ...{ month, count, count__is_settled: settled, count__is_won: won },
});
const outcomes = (grades: Record<string, [closed: number, won: number]>): TinyCell[] =>
  Object.entries(grades).map(([grade, [count, won]]) => ({ month: MONTH, grade, count, count__is_won: won }));

const FUNNEL = stages({ created: 200, mql: 160, assigned: 160, followed_up: 120, sql: 60, won: 6, returned: 40 });
const RETURNS: TinyCell[] = [
  { month: MONTH, source: "website", return_reason: "duplicate", count: 4, count__is_returned: 4, count__is_accepted: 0 },
  { month: MONTH, source: "webinar", return_reason: "no_need", count: 10, count__is_returned: 10, count__is_accepted: 0 },
  { month: MONTH, source: "webinar", return_reason: "duplicate", count: 2, count__is_returned: 2, count__is_accepted: 0 },
  { month: MONTH, source: "website", return_reason: null, count: 16, count__is_returned: 0, count__is_accepted: 16 },
  { month: MONTH, source: "webinar", return_reason: null, count: 8, count__is_returned: 0, count__is_accepted: 8 },
];
const CHAIN: TinyCell[] = [
  { month: MONTH, promises_kept: "kept", count: 40, count__is_won: 20, count__is_lost_late: 0 },
  { month: MONTH, promises_kept: "missed", count: 20, count__is_won: 5, count__is_lost_late: 6 },
  { month: MONTH, promises_kept: "none", count: 10, count__is_won: 5, count__is_lost_late: 1 },
];
const sales = (values: Record<string, number>): TinyCell[] =>
  Object.entries(values).map(([rice_quarter, value]) => ({
    ...{ month: MONTH, rice_quarter, sum_first_3_months_cny: toParts(value * 5), count_first_3_months_cny: 5 },
  }));

const CELLS: Cells = {
  lead_stages: FUNNEL,
  lead_cohorts: [cohort(MONTH, 200, 190, 20)],
  lead_decisions: RETURNS,
  sql_outcomes: outcomes({ A: [50, 30], B: [50, 20] }),
  requested_deals: CHAIN,
  released_values: sales({ "1": 300, "4": 100 }),
};
const KINDS = ["funnel", "cohorts", "returns", "grades", "chain", "calibration"];

describe.each(KINDS)("the figure %s", (kind) => {
  test("is none without rows", () => {
    expect(figureOf(kind, {})).toBeNull();
  });

  test("has a mark for each place that a live drawing points at", () => {
    const figure = drawn(kind, CELLS);
    const marks = figure.marks();
    for (const width of [600, 340]) {
      const hits = [...figure.draw({ id: "it", isLive: true, width }).querySelectorAll("[data-key]")];
      const keys = hits.map((hit) => Number(hit.getAttribute("data-key")));
      expect(keys.length > 0 && keys.every((key) => marks[key] !== undefined)).toBe(true);
    }
  });
});

test.each([
  ["funnel", 1, ["mql, 2026 Q3", "160", "Share: 80.0%"]],
  ["funnel", 0, ["created, 2026 Q3", "200"]],
  ["chain", 3, ["of these lost to late collaboration, 2026 Q3", "6", "of the step before: 40.0%"]],
  ["chain", 0, ["Closed deals with requests, 2026 Q3", "70"]],
] as const)("a tip of the %s names step %i, how many came so far, and their share of those before", (kind, place, words) => {
  const mark = drawn(kind, CELLS).marks()[place];
  expect([mark?.name, ...(mark?.lines ?? [])]).toEqual(words);
});

describe("the funnel", () => {
  test("shows each stage's share of the one before, and of the assigned those followed up, accepted and returned", () => {
    expect(raws(drawn("funnel", CELLS))).toEqual([
      ["created", 200, null],
      ["mql", 160, 0.8],
      ["assigned", 160, 1],
      ["followed_up", 120, 0.75],
      ["sql", 60, 0.375],
      ["won", 6, 0.1],
      ["returned", 40, 0.25],
    ]);
  });

  test.each([
    ["of leads that are old enough to have an outcome", "2026-06", "The narrowest step is “won”: 10.0% of “sql” get there."],
    [
      "of young leads only when they are old enough",
      MONTH,
      "Leads created in this period are still in progress; it is too early to name the narrowest step.",
    ],
  ])("names the narrowest step %s", (_, month, sentence) => {
    const cells = { ...CELLS, lead_stages: FUNNEL.map((cell) => ({ ...cell, month })) };
    expect(drawn("funnel", cells, { period: parsePeriod(month) }).sentence).toBe(sentence);
  });

  test("says which shares are not of the step before", () => {
    expect(drawn("funnel", CELLS).notes).toContainEqual(
      expect.stringContaining("“followed_up”, “sql”, “returned”: share of “assigned”, all else share of the step before"),
    );
  });

  test("says how its shares differ from the rates of metrics", () => {
    expect(drawn("funnel", CELLS).notes).toContainEqual(expect.stringMatching(/all leads created in the period.*whenever created/));
  });

  test("counts leads, not the stages that they reached, and says how many have no outcome", () => {
    const figure = drawn("funnel", CELLS);
    expect(figure.n).toBe("n = 200 (leads created)");
    expect(figure.notes).toContainEqual(expect.stringContaining("95.0% have an outcome"));
  });
});

describe("the cohorts", () => {
  const figureOf = (...cohorts: TinyCell[]) => drawn("cohorts", { lead_cohorts: cohorts });

  test.each([
    ["whatever straggles in it", cohort("2026-06", 8, 7, 1), "Jun 2026 are mature: of that month’s 8, 87.5% have an outcome and 12.5%"],
    ["whatever straggles before it", cohort("2026-06", 8, 8, 2), "Jun 2026 are mature: of that month’s 8, 100.0%"],
    ["with leads", cohort("2026-06", 0, 0, 0), "May 2026 are mature: of that month’s 4, 75.0%"],
  ])("are mature up to the last month that is old enough, %s", (_, june, words) => {
    expect(figureOf(cohort("2026-05", 4, 3, 1), june, cohort("2026-07", 8, 8, 3)).sentence).toContain(`Leads created up to ${words}`);
  });

  test("are named as young, and drawn hollow, where they are not old enough", () => {
    const figure = figureOf(cohort("2026-06", 100, 80, 12), cohort("2026-08", 100, 100, 5));
    expect(
      figure
        .marks()
        .map(({ name }) => name)
        .filter((name) => name.endsWith("(not mature)")),
    ).toContain("Aug 2026 (not mature)");
    expect(figure.draw({ id: "it" }).querySelectorAll(".hollow circle")).toHaveLength(1);
  });

  test("say so where none is mature", () => {
    expect(figureOf(cohort("2026-08", 100, 10, 5)).sentence).toMatch(/^No month’s leads are mature yet: .* created after 20 Jul 2026/);
  });
});

describe("the returns", () => {
  test("say from where most come, why, and how many of that source's are returned", () => {
    expect(drawn("returns", CELLS).sentence).toBe(
      "Most returns come from webinar: 12 leads, 75.0% of all returned, mainly for “no_need”; 60.0% of its leads are returned, 40.0% of all.",
    );
  });

  test("set the source's rate beside that of all sources, also where the reader has kept one", () => {
    expect(drawn("returns", CELLS, { filters: { source: ["webinar"] } }).sentence).toMatch(
      /60\.0% of its leads are returned, 40\.0% of all\.$/,
    );
  });

  test("are shown by source and reason", () => {
    expect(raws(drawn("returns", CELLS))).toEqual([
      ["website", null, 4],
      ["webinar", 10, 2],
    ]);
  });
});

describe("the grades", () => {
  test.each<[string, Record<string, [number, number]>, string]>([
    ["that fall from grade to grade", { A: [50, 30], B: [50, 20], C: [50, 10] }, "the grades are calibrated"],
    [
      "where a lower one wins more than chance has it",
      { A: [50, 10], B: [50, 30] },
      "B wins more often than A: the grades need calibrating.",
    ],
    ["where a lower one wins a little more", { A: [50, 20], B: [50, 22] }, "the difference may be chance"],
    ["that are equal", { A: [50, 20], B: [50, 20] }, "the difference may be chance"],
    ["where a small one is out of order", { A: [50, 30], B: [50, 20], D: [19, 19] }, "the grades are calibrated"],
    ["with too few cases", { A: [50, 30], B: [19, 2] }, "there are too few"],
  ])("%s: %j say %s", (_, grades, words) => {
    expect(drawn("grades", { sql_outcomes: outcomes(grades) }).sentence).toContain(words);
  });

  test("show each grade's win rate with its cases", () => {
    expect(drawn("grades", CELLS).sentence).toContain("A: 60.0% (n = 50), B: 40.0% (n = 50).");
  });
});

describe("the chain", () => {
  test("says how its last step differs from the metric of all deals lost to delay, where there is one", () => {
    const name = "Deals lost to delay";
    const site = siteOf(CELLS);
    const all = figureFor(pageFor({}, "en", { ...site, metrics }), "chain");
    expect([all?.notes, drawn("chain", CELLS).notes].map((notes) => notes?.some((note) => note.includes(name)))).toEqual([true, false]);
  });

  test("goes from requests over missed promises to deals lost, and lost to delay, each out of the one before", () => {
    expect(raws(drawn("chain", CELLS)).map(([, count, share]) => [count, share])).toEqual([
      [70, null],
      [20, 20 / 70],
      [15, 0.75],
      [6, 0.4],
    ]);
  });

  test("compares the win rates of promises kept and missed", () => {
    expect(drawn("chain", CELLS).sentence).toBe(
      "Deals whose promises were all kept are won in 50.0% of cases, those with a missed promise in 25.0%.",
    );
  });

  test("compares nothing where no promise was missed", () => {
    expect(drawn("chain", { requested_deals: CHAIN.slice(0, 1) }).sentence).toMatch(/^0 deals had a missed promise/);
  });

  test("stays whole under a filter of its own", () => {
    const figure = drawn("chain", CELLS, { filters: { promises_kept: ["missed"] } });
    expect(raws(figure)[0]?.[1]).toBe(70);
    expect(figure.draw({ id: "it" }).querySelectorAll("rect.selected")).toHaveLength(3);
  });
});

describe("the calibration of RICE", () => {
  test.each([
    [
      { "1": 300, "2": 500, "4": 100 },
      "the requirements of the 1 sold ¥300 on average (products: 3), those of the 4 ¥100 (products: 3): high scores did sell better.",
    ],
    [{ "1": 120, "4": 100 }, "high scores did sell better."],
    [{ "1": 119, "4": 100 }, "too close to judge."],
    [{ "1": 100, "4": 119 }, "too close to judge."],
    [{ "1": 0, "4": 0 }, "too close to judge."],
    [{ "1": 100, "4": 120, unscored: 900 }, "high scores did not sell better."],
  ])("of %j says %s", (values, words) => {
    expect(drawn("calibration", { released_values: sales(values) }).sentence).toContain(words);
  });

  test("says nothing of a single quarter", () => {
    expect(drawn("calibration", { released_values: sales({ "1": 300 }) }).sentence).toBeNull();
  });
});
