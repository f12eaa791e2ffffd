import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Given, openWorkshop, type Workshop } from "./workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

const HANDED: Given = { created_on: "2026-03-02", mql_on: "2026-03-03", assigned_at: "2026-03-04 10:00" };

async function factOf(id: string, leads: readonly Given[], sla: readonly Given[] = []) {
  await workshop.stage({ leads, sla }, { from: "2026-01", asOf: "2026-06-30" });
  return workshop.rowsOfFact(id);
}

const rule = (time_limit: number, clock: string, given: Given = {}): Given => ({
  ...{ department: "sales", request_type: "lead_follow_up", promise: "first_response", valid_from: "2025-01-01" },
  ...{ time_limit, clock },
  ...given,
});
const ONE_DAY = rule(1, "working_days");

describe("a lead", () => {
  const criteria = (met: number): Given => {
    const [has_need, has_intent, has_budget, has_decision_chain] = [1, 2, 3, 4].map((place) => met >= place);
    return {
      has_need: has_need ?? false,
      has_intent: has_intent ?? false,
      has_budget: has_budget ?? false,
      has_decision_chain: has_decision_chain ?? false,
    };
  };

  test.each([
    [4, "A"],
    [3, "B"],
    [2, "C"],
    [1, "D"],
    [0, "D"],
  ])("that meets %i of the four criteria is of grade %s", async (met, grade) => {
    expect(await factOf("lead_cohorts", [criteria(met)])).toMatchObject([{ grade }]);
  });

  test("counts as created on its day, of whatever becomes of it", async () => {
    expect(await factOf("new_leads", [criteria(4)])).toMatchObject([{ grade: "A" }]);
    expect(workshop.facts.find(({ id }) => id === "new_leads")).toMatchObject({ time: "created_on", settlesIn: 0 });
  });

  test.each<[string, Given, boolean[]]>([
    ["just created", {}, [false, false, false, false]],
    ["accepted", { ...HANDED, sql_on: "2026-03-09" }, [true, true, false, false]],
    ["won", { ...HANDED, sql_on: "2026-03-09", closed_on: "2026-04-01", outcome: "won" }, [true, true, true, true]],
    ["returned", { ...HANDED, closed_on: "2026-03-09", outcome: "returned", return_reason: "no_need" }, [true, false, false, true]],
  ])("%s is MQL, SQL, won, settled: %j → %j", async (_, given, expected) => {
    const rows = await factOf("lead_cohorts", [given]);
    expect(rows.map((row) => ["is_mql", "is_sql", "is_won", "is_settled"].map((flag) => row[flag]))).toEqual([expected]);
  });

  test.each<[string, Given, string[]]>([
    ["just created", {}, ["created"]],
    ["handed over", HANDED, ["assigned", "created", "mql"]],
    ["followed up late", { ...HANDED, followed_up_at: "2026-03-05 10:01" }, ["assigned", "created", "mql"]],
    ["followed up in time", { ...HANDED, followed_up_at: "2026-03-05 09:00" }, ["assigned", "created", "followed_up", "mql"]],
    [
      "won",
      { ...HANDED, followed_up_at: "2026-03-05 09:00", sql_on: "2026-03-09", closed_on: "2026-04-01", outcome: "won" },
      ["assigned", "created", "followed_up", "mql", "sql", "won"],
    ],
    [
      "returned",
      { ...HANDED, closed_on: "2026-03-09", outcome: "returned", return_reason: "no_need" },
      ["assigned", "created", "mql", "returned"],
    ],
  ])("%s is in the funnel once for each stage reached: %j → %j", async (_, given, stages) => {
    const rows = await factOf("lead_stages", [{ created_on: "2026-03-02", ...given }], [ONE_DAY]);
    expect(rows.map((row) => row["funnel_stage"]).sort()).toEqual(stages);
    expect(new Set(rows.map((row) => row["created_on"]))).toEqual(new Set(["2026-03-02"]));
  });
});

describe("an MQL handed over", () => {
  test.each<[string, Given, unknown[][]]>([
    ["accepted is decided then", { sql_on: "2026-03-09" }, [["2026-03-09", true, false]]],
    [
      "accepted and lost later is decided once, when it was accepted",
      { sql_on: "2026-03-09", closed_on: "2026-04-01", outcome: "lost" },
      [["2026-03-09", true, false]],
    ],
    ["returned", { closed_on: "2026-03-10", outcome: "returned", return_reason: "no_need" }, [["2026-03-10", false, true]]],
    ["lost before it was accepted", { closed_on: "2026-03-10", outcome: "lost" }, [["2026-03-10", false, false]]],
    ["still followed up is not decided", { followed_up_at: "2026-03-05 09:00" }, []],
    ["never assigned was not handed over", { assigned_at: null, closed_on: "2026-03-10", outcome: "lost" }, []],
  ])("%s", async (_, given, expected) => {
    const rows = await factOf("lead_decisions", [{ ...HANDED, ...given }]);
    expect(rows.map((row) => [row["decided_on"], row["is_accepted"], row["is_returned"]])).toEqual(expected);
  });
});

describe("an SQL", () => {
  const accepted: Given = { ...HANDED, sql_on: "2026-03-09", closed_on: "2026-04-01" };

  test.each<[string, Given, boolean[]]>([
    ["won", { outcome: "won" }, [true]],
    ["lost", { outcome: "lost" }, [false]],
    ["returned is neither", { outcome: "returned", return_reason: "duplicate" }, []],
    ["open is neither", { closed_on: null }, []],
    ["never made is neither", { sql_on: null, outcome: "lost" }, []],
  ])("%s", async (_, given, expected) => {
    expect((await factOf("sql_outcomes", [{ ...accepted, ...given }])).map((row) => row["is_won"])).toEqual(expected);
  });
});

describe("the first follow-up", () => {
  /** A Friday in May 2026 before an ordinary weekend. */
  const friday = (time: string) => `2026-05-15 ${time}`;
  const followUp = async (given: Given, sla: Given[] = [ONE_DAY]) =>
    (await factOf("lead_follow_ups", [{ ...HANDED, ...given }], sla)).map((row) => [
      row["due_on"],
      row["is_in_time"],
      row["hours_to_follow_up"],
    ]);

  test.each<[string, string, string, unknown[]]>([
    ["to the minute on the limit", friday("15:00"), "2026-05-18 15:00", ["2026-05-18", true, 8]],
    ["a minute past it", friday("15:00"), "2026-05-18 15:01", ["2026-05-18", false, 8 + 1 / 60]],
    ["of a lead assigned in the evening", friday("20:00"), "2026-05-18 09:30", ["2026-05-18", true, 0.5]],
    ["after the end of work on the day due", friday("20:00"), "2026-05-18 21:00", ["2026-05-18", true, 8]],
    ["early on the day after", friday("20:00"), "2026-05-19 08:00", ["2026-05-18", false, 8]],
  ])("%s", async (_, assigned_at, followed_up_at, [dueOn, isInTime, hours]) => {
    const [row] = await followUp({ assigned_at, followed_up_at });
    expect(row?.slice(0, 2)).toEqual([dueOn, isInTime]);
    expect(row?.[2]).toBeCloseTo(Number(hours), 9);
  });

  test("that never came is late once it has fallen due", async () => {
    expect(await followUp({ assigned_at: friday("15:00") })).toEqual([["2026-05-18", false, null]]);
  });

  test.each([
    ["2026-05-18", []],
    ["2026-05-19", [["2026-05-18", false, null]]],
  ])("of a lead closed without one on %s, due on the 18th: %j", async (closed_on, expected) => {
    expect(await followUp({ assigned_at: friday("15:00"), closed_on, outcome: "lost" })).toEqual(expected);
  });

  test("is due by the rule in force when the lead was assigned", async () => {
    const rules = [rule(2, "working_days", { valid_to: "2026-05-17" }), rule(1, "working_days", { valid_from: "2026-05-18" })];
    expect((await followUp({ assigned_at: friday("15:00") }, rules))[0]?.[0]).toBe("2026-05-19");
    expect((await followUp({ assigned_at: "2026-05-18 15:00" }, rules))[0]?.[0]).toBe("2026-05-19");
  });

  test("by calendar hours runs over the weekend", async () => {
    const given = { assigned_at: friday("15:00"), followed_up_at: "2026-05-16 15:01" };
    expect((await followUp(given, [rule(24, "calendar_hours")]))[0]?.slice(0, 2)).toEqual(["2026-05-16", false]);
  });

  test("by calendar hours counts to the minute, whatever the seconds", async () => {
    const given = { assigned_at: friday("15:00:01"), followed_up_at: "2026-05-16 15:00:59" };
    expect((await followUp(given, [rule(24, "calendar_hours")]))[0]?.[1]).toBe(true);
  });

  test("is not due without a rule, nor of a lead that nobody was given", async () => {
    expect(await followUp({ assigned_at: friday("15:00") }, [])).toEqual([]);
    expect(await followUp({ assigned_at: null })).toEqual([]);
  });
});
