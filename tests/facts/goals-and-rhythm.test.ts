import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Given, openWorkshop, type Span, type Workshop } from "./workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

const SPAN: Span = { from: "2026-01", asOf: "2026-12-31" };
const goal = (goal_id: string, given: Given = {}): Given => ({
  ...{ goal_id, period: "2026Q3", level: "department", department: "rnd", target: 10 },
  ...given,
});

async function goalsOf(goals: readonly Given[], span: Span = SPAN) {
  await workshop.stage({ goals }, span);
  return workshop.rowsOfFact("goals");
}

/** A flag of goals that are distinguished by their department. */
const flagged = (rows: Record<string, unknown>[], flag: string) =>
  Object.fromEntries(rows.map((row) => [String(row["department"]), row[flag]]));

describe("a goal", () => {
  test.each<[string, Span, string[]]>([
    ["2026Q3", SPAN, ["2026-09-30"]],
    ["2026-08", SPAN, ["2026-08-31"]],
    ["2026", SPAN, ["2026-12-31"]],
    ["2026Q4", { ...SPAN, asOf: "2026-12-30" }, []],
    ["2026-12", { ...SPAN, asOf: "2026-12-30" }, []],
    ["2026", { ...SPAN, asOf: "2026-12-30" }, []],
    ["2025Q1", { from: "2025-04", asOf: "2026-12-31", fiscalStart: 4 }, ["2025-06-30"]],
    ["2025", { from: "2025-04", asOf: "2026-12-31", fiscalStart: 4 }, ["2026-03-31"]],
  ])("for %s is shown when that is over: %j → %j", async (period, span, days) => {
    expect((await goalsOf([goal("G-1", { period })], span)).map((row) => row["last_day"])).toEqual(days);
  });

  test.each<[Given, number | null, boolean]>([
    [{ target: 10, actual: 8 }, 0.8, false],
    [{ target: 10, actual: 10 }, 1, true],
    [{ target: 10, actual: 25 }, 1, true],
    [{ target: 10, actual: -3 }, 0, false],
    [{ target: 10, actual: null }, 0, false],
    [{ target: 0, actual: 0 }, 1, true],
    [{ target: 4, actual: 5, better: "lower" }, 0.8, false],
    [{ target: 4, actual: 4, better: "lower" }, 1, true],
    [{ target: 4, actual: 0, better: "lower" }, 1, true],
    [{ target: 0, actual: 3, better: "lower" }, 0, false],
  ])("%j is attained by %j", async (given, attainment, isAttained) => {
    expect(await goalsOf([goal("G-1", given)])).toMatchObject([{ attainment, is_attained: isAttained }]);
  });

  test.each([
    ["2026-10-29", null, true],
    ["2026-10-30", 0, false],
  ])("whose actual value is not there on %s, 29 and 30 days after its end, is attained by %j", async (asOf, attainment, isAwaited) => {
    expect(await goalsOf([goal("G-1")], { ...SPAN, asOf })).toMatchObject([{ attainment, is_awaited: isAwaited }]);
  });

  test("whose actual value is there is never awaited", async () => {
    expect(await goalsOf([goal("G-1", { actual: 5 })], { ...SPAN, asOf: "2026-10-01" })).toMatchObject([{ is_awaited: false }]);
  });

  test.each<[string, Given, boolean]>([
    ["without a parent", {}, true],
    ["with a parent that is not there", { parent_goal_id: "G-9" }, true],
    ["with a parent", { parent_goal_id: "G-0" }, false],
    ["of the company", { level: "company", department: null }, false],
  ])("%s is an orphan: %j → %s", async (_, given, isOrphan) => {
    const company = goal("G-0", { level: "company", department: null, period: "2026Q2" });
    const rows = await goalsOf([company, goal("G-1", given)]);
    expect(rows.filter((row) => row["last_day"] === "2026-09-30").map((row) => row["is_orphan"])).toEqual([isOrphan]);
  });

  test("is linked when it names one of another department or is named by one; a link within a department is none", async () => {
    const rows = await goalsOf([
      goal("G-1", { department: "rnd", linked_goal_ids: "G-2;G-10" }),
      goal("G-10", { department: "sales" }),
      goal("G-2", { department: "rnd" }),
      goal("G-3", { department: "product", linked_goal_ids: "G-4" }),
      goal("G-4", { department: "product" }),
      goal("G-5", { department: "finance", linked_goal_ids: "G-99" }),
    ]);
    expect(
      flagged(
        rows.filter((row) => row["department"] !== "rnd"),
        "is_linked",
      ),
    ).toEqual({ sales: true, product: false, finance: false });
    expect(
      rows
        .filter((row) => row["department"] === "rnd")
        .map((row) => row["is_linked"])
        .sort(),
    ).toEqual([false, true]);
  });

  test("of the company is not among the linked, whose share is of those below it", async () => {
    const company = goal("G-1", { level: "company", linked_goal_ids: "G-2" });
    const rows = await goalsOf([company, goal("G-2", { department: "sales", linked_goal_ids: "G-1" })]);
    expect(flagged(rows, "is_linked")).toEqual({ rnd: false, sales: true });
  });

  test("of a role is shown where it is known that several people hold it", async () => {
    const roles = [
      { member: "engineer", holders: 2 },
      { member: "architect", holders: 1 },
      { member: "analyst", holders: null },
    ].map((role) => ({ dimension: "role", ...role }));
    const goals = ["engineer", "architect", "analyst", "unnamed"].map((role, i) => goal(`G-${i}`, { level: "role", role, actual: i }));
    await workshop.stage({ goals: [...goals, goal("G-9", { actual: 9 })], members: roles }, SPAN);
    const rows = await workshop.rowsOfFact("goals");
    expect(rows.map(({ level, attainment }) => [level, attainment]).sort()).toEqual([
      ["department", 0.9],
      ["role", 0],
    ]);
  });

  test("that serves a hidden goal, or is linked to one, has a parent and a link", async () => {
    const hidden = goal("G-1", { level: "role", role: "architect", department: "hr", linked_goal_ids: "G-2" });
    const rows = await goalsOf([hidden, goal("G-2", { parent_goal_id: "G-1", linked_goal_ids: "G-1" })]);
    expect(rows).toMatchObject([{ department: "rnd", is_orphan: false, is_linked: true, is_one_sided: false }]);
  });

  test("is one-sided when it names a goal that does not name it", async () => {
    const rows = await goalsOf([
      goal("G-1", { department: "rnd", linked_goal_ids: "G-2;G-3" }),
      goal("G-2", { department: "sales", linked_goal_ids: "G-1" }),
      goal("G-3", { department: "hr" }),
    ]);
    expect(flagged(rows, "is_one_sided")).toEqual({ rnd: true, sales: false, hr: false });
  });
});

describe("a meeting planned", () => {
  const meeting = (given: Given): Given => ({ planned_on: "2026-03-10", ...given });

  test.each([
    ["2026-03-10", true],
    ["2026-03-11", false],
    [null, false],
  ])("and held on %j was held as planned: %s", async (held_on, isHeld) => {
    await workshop.stage({ meetings: [meeting({ held_on })] });
    expect(await workshop.rowsOfFact("meetings")).toMatchObject([{ planned_on: "2026-03-10", is_held: isHeld }]);
  });

  test.each<[string, Given, (number | boolean | null)[]]>([
    ["held, with all recorded", { held_on: "2026-03-10", decisions_due: 4, decisions_closed_in_time: 3 }, [4, 3, false]],
    ["not held, with decisions due: none is closed", { decisions_due: 4 }, [4, 0, false]],
    ["held, without a record of what was closed", { held_on: "2026-03-10", decisions_due: 4 }, [4, 0, false]],
    ["not held, without a record of decisions due", {}, [null, null, true]],
  ])("and %s", async (_, given, decisions) => {
    await workshop.stage({ meetings: [meeting(given)] });
    const [row] = await workshop.rowsOfFact("meetings");
    expect([row?.["decisions_due"], row?.["decisions_closed_in_time"], row?.["is_unrecorded"]]).toEqual(decisions);
  });

  test("counts once for each department that takes part", async () => {
    const departments = ["sales", "sales_ops", "rnd", "hr"].map((department) => ({ department }));
    await workshop.stage({ departments, meetings: [meeting({ departments: "sales_ops;rnd", held_on: "2026-03-10" })] });
    const rows = await workshop.rowsOfFact("meeting_departments");
    expect(rows.map((row) => [row["department"], row["is_held"]]).sort()).toEqual([
      ["rnd", true],
      ["sales_ops", true],
    ]);
  });
});

describe("a rotation", () => {
  test.each<[string, string, string[]]>([
    ["2026-01-31", "2026-03-31", ["2026-01-31", "2026-02-28", "2026-03-31"]],
    ["2026-02-01", "2026-03-30", ["2026-02-28"]],
    ["2026-02-02", "2026-02-20", []],
  ])("from %s to %s is running at the end of %j", async (starts_on, ends_on, expected) => {
    const rotation = { starts_on, ends_on, from_department: "rnd", to_department: "sales" };
    await workshop.stage({ rotations: [rotation] }, SPAN);
    const rows = await workshop.rowsOfFact("rotations");
    expect(rows.map((row) => String(row["last_day"])).sort()).toEqual(expected);
    expect(rows.every((row) => row["department"] === "rnd" && row["counterpart"] === "sales")).toBe(true);
  });
});

describe("requirements released in a product", () => {
  const product: Given = { product_id: "P-1", product_line: "sensors", launched_on: "2025-03-01" };
  const released = (requirement_id: string, given: Given = {}): Given => ({
    ...{
      requirement_id,
      product_id: "P-1",
      submitted_at: "2025-01-05 09:00",
      approved_at: "2025-01-20 09:00",
      released_at: "2025-02-20 09:00",
    },
    ...given,
  });
  const orders: Given[] = [
    { order_id: "O-0", ordered_on: "2025-01-01", product_id: "P-0", amount_cny: 1 },
    { order_id: "O-1", ordered_on: "2025-03-05", product_id: "P-1", amount_cny: 900 },
    { order_id: "O-2", ordered_on: "2025-06-01", product_id: "P-1", amount_cny: 5000 },
  ];
  const valuesOf = async (requirements: Given[], asOf = "2025-12-31") => {
    const products = [{ product_id: "P-0" }, product];
    await workshop.stage({ orders, products, requirements }, { from: "2025-01", asOf });
    return (await workshop.rowsOfFact("released_values")).map((row) => [row["completed_on"], row["first_3_months_cny"]]);
  };

  test("share the sales of its first three months equally", async () => {
    expect(await valuesOf([released("R-1"), released("R-2"), released("R-3")])).toEqual(Array(3).fill(["2025-05-31", 300]));
  });

  test("that are not over are left out, as are those not released or released in none", async () => {
    expect(await valuesOf([released("R-1")], "2025-05-30")).toEqual([]);
    expect(await valuesOf([released("R-1", { released_at: null }), released("R-2", { product_id: null })])).toEqual([]);
  });

  test("bear the number of their product, so that products can be counted", async () => {
    await valuesOf([released("R-1"), released("R-2")]);
    const numbers = (await workshop.rowsOfFact("released_values")).map((row) => Number(row["product_number"]));
    expect(numbers).toEqual([1, 1]);
  });

  test("keep the quarter of RICE in which they were decided", async () => {
    const scored = (id: string, reach: number) => released(id, { reach, impact: 1, confidence: 1, effort: 1 });
    await valuesOf([scored("R-1", 9), scored("R-2", 7), scored("R-3", 5), scored("R-4", 3)]);
    const rows = await workshop.rowsOfFact("released_values");
    expect(rows.map((row) => row["rice_quarter"]).sort()).toEqual(["1", "2", "3", "4"]);
  });
});
