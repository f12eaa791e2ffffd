import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Given, openWorkshop, type Span, type Workshop } from "./workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

const requirement = (id: string, given: Given): Given => ({ requirement_id: id, ...given });

async function factOf(id: string, requirements: readonly Given[], span?: Span, changes: readonly Given[] = []) {
  await workshop.stage({ requirements, requirement_changes: changes }, span);
  return workshop.rowsOfFact(id);
}

const sortedBy = (rows: Record<string, unknown>[], ...columns: string[]) => rows.map((row) => columns.map((column) => row[column])).sort();

describe("decisions", () => {
  /** Decided in the first quarter, with a RICE score of reach × 1 × 1 ÷ 1. */
  const scored = (id: string, reach: number | null, given: Given = {}) =>
    requirement(id, {
      submitted_at: "2026-01-05 09:00",
      approved_at: "2026-02-03 09:00",
      reach,
      impact: 1,
      confidence: 1,
      effort: 1,
      department: id,
      ...given,
    });

  test("rank by RICE among those decided in the same calendar quarter, in four parts", async () => {
    const rows = await factOf("decisions", [
      ...[10, 80, 30, 60, 50, 40, 70, 20].map((reach) => scored(`R${reach}`, reach)),
      scored("R5", 5, { approved_at: "2026-04-01 09:00" }),
    ]);
    expect(sortedBy(rows, "department", "rice_quarter", "is_high_value_approval")).toEqual([
      ["R10", "4", false],
      ["R20", "4", false],
      ["R30", "3", false],
      ["R40", "3", false],
      ["R5", "1", true],
      ["R50", "2", false],
      ["R60", "2", false],
      ["R70", "1", true],
      ["R80", "1", true],
    ]);
  });

  test("a rejected one competes, but is no approval, high in value or not", async () => {
    const rejected = { approved_at: null, rejected_at: "2026-02-03 09:00" };
    const rows = await factOf("decisions", [scored("A", 9, rejected), scored("B", 5), scored("C", 4), scored("D", 3)]);
    expect(sortedBy(rows, "department", "rice_quarter", "is_approved", "is_scored_approval", "is_high_value_approval")).toEqual([
      ["A", "1", false, false, false],
      ["B", "2", true, true, false],
      ["C", "3", true, true, false],
      ["D", "4", true, true, false],
    ]);
  });

  test("one without a score has no quarter and does not take a place", async () => {
    const rows = await factOf("decisions", [scored("A", null), scored("B", 5)]);
    expect(sortedBy(rows, "department", "rice_quarter", "is_scored_approval", "is_high_value_approval")).toEqual([
      ["A", "unscored", false, false],
      ["B", "1", true, true],
    ]);
  });

  test("equal scores are ordered by the requirement's number, so that the quarters do not change from build to build", async () => {
    const equal = ["A", "B", "C", "D"].map((id) => scored(id, 5));
    const expected = [
      ["A", "1"],
      ["B", "2"],
      ["C", "3"],
      ["D", "4"],
    ];
    expect(sortedBy(await factOf("decisions", equal), "department", "rice_quarter")).toEqual(expected);
    expect(sortedBy(await factOf("decisions", equal.toReversed()), "department", "rice_quarter")).toEqual(expected);
  });

  test("days to approval are from submission, in parts of a day; a rejection has none, an open one is left out", async () => {
    const rows = await factOf("decisions", [
      requirement("A", { submitted_at: "2026-01-05 09:00", approved_at: "2026-01-07 21:00" }),
      requirement("B", { submitted_at: "2026-01-05 09:00", rejected_at: "2026-01-08 09:00" }),
      requirement("C", { submitted_at: "2026-01-05 09:00" }),
    ]);
    expect(sortedBy(rows, "decided_on", "days_to_approval")).toEqual([
      ["2026-01-07", 2.5],
      ["2026-01-08", null],
    ]);
  });
});

describe("submissions", () => {
  const span: Span = { from: "2026-01", asOf: "2026-03-18" };
  const submitted_at = "2026-03-10 12:00";

  test.each<[string, Given, number | null, number | null]>([
    ["approved waited until then", { approved_at: "2026-03-12 18:00" }, 2.25, null],
    ["rejected waited until then", { rejected_at: "2026-03-11 12:00" }, 1, null],
    ["decided on the day up to which the data reach has been", { approved_at: "2026-03-18 12:00" }, 8, null],
    ["not decided waits to the end of that day", {}, null, 8.5],
    ["reviewed only is not decided", { reviewed_at: "2026-03-11 12:00" }, null, 8.5],
    ["decided after that day is not decided yet", { approved_at: "2026-03-19 00:00" }, null, 8.5],
  ])("a requirement %s", async (_, given, toDecision, undecided) => {
    const [row] = await factOf("submissions", [requirement("A", { submitted_at, ...given })], span);
    expect([row?.["submitted_on"], row?.["days_to_decision"], row?.["days_undecided"]]).toEqual(["2026-03-10", toDecision, undecided]);
  });
});

describe("reviews", () => {
  test("are counted by the days from submission, in parts of a day", async () => {
    const given = requirement("A", { submitted_at: "2026-01-05 09:00", reviewed_at: "2026-01-07 21:00" });
    expect(await factOf("reviews", [given])).toMatchObject([{ reviewed_on: "2026-01-07", days_to_review: 2.5 }]);
  });
});

describe("a review that is due", () => {
  test.each<[string, Given, boolean]>([
    ["at the end of the week is in time", { reviewed_at: "2026-01-12 09:00" }, true],
    ["a minute later is not", { reviewed_at: "2026-01-12 09:01" }, false],
    ["at once is", { reviewed_at: "2026-01-05 09:00" }, true],
    ["never is not", {}, false],
    ["not recorded, with an approval within the week, is", { approved_at: "2026-01-08 09:00" }, true],
    ["not recorded, with a rejection after it, is not", { rejected_at: "2026-01-20 09:00" }, false],
    ["after the week, with an approval within it, is not", { reviewed_at: "2026-01-13 09:00", approved_at: "2026-01-08 09:00" }, false],
  ])("and held %s", async (_, given, isInTime) => {
    const rows = await factOf("reviews_due", [requirement("A", { submitted_at: "2026-01-05 09:00", ...given })]);
    expect(rows).toMatchObject([{ due_on: "2026-01-12", is_reviewed_in_time: isInTime }]);
  });
});

describe("backlog", () => {
  const span: Span = { from: "2026-01", asOf: "2026-03-18" };

  test.each<[string, Given, [string, number][]]>([
    [
      "submitted on the last day counts from then, aged 0",
      { submitted_at: "2026-01-31 23:59" },
      [
        ["2026-01-31", 0],
        ["2026-02-28", 28],
        ["2026-03-18", 46],
      ],
    ],
    [
      "submitted on the first of the next does not count before",
      { submitted_at: "2026-02-01 00:00" },
      [
        ["2026-02-28", 27],
        ["2026-03-18", 45],
      ],
    ],
    [
      "approved on the last day is no longer open",
      { submitted_at: "2026-01-10 09:00", approved_at: "2026-02-28 23:59" },
      [["2026-01-31", 21]],
    ],
    [
      "rejected a day later is",
      { submitted_at: "2026-01-10 09:00", rejected_at: "2026-03-01 00:00" },
      [
        ["2026-01-31", 21],
        ["2026-02-28", 49],
      ],
    ],
    [
      "submitted and decided within a month never stood at an end",
      { submitted_at: "2026-01-10 09:00", approved_at: "2026-01-12 09:00" },
      [],
    ],
    [
      "submitted before the first month counts in it",
      { submitted_at: "2025-12-31 09:00", approved_at: "2026-02-01 09:00" },
      [["2026-01-31", 31]],
    ],
    ["submitted after the day up to which the data reach is not yet there", { submitted_at: "2026-03-19 09:00" }, []],
  ])("a requirement %s", async (_, given, expected) => {
    expect(sortedBy(await factOf("backlog", [requirement("A", given)], span), "last_day", "age_days")).toEqual(expected);
  });
});

describe("requirements in work", () => {
  const span: Span = { from: "2026-01", asOf: "2026-04-18" };
  const submitted = { submitted_at: "2025-11-01 09:00" };

  test.each<[string, Given, [string, boolean][]]>([
    [
      "is so in every month from approval to release, entering in the first",
      { approved_at: "2026-01-31 09:00", released_at: "2026-03-01 09:00" },
      [
        ["2026-01-01", true],
        ["2026-02-01", false],
        ["2026-03-01", false],
      ],
    ],
    [
      "and released in the same month is in it once",
      { approved_at: "2026-02-05 09:00", released_at: "2026-02-20 09:00" },
      [["2026-02-01", true]],
    ],
    [
      "approved before the first month does not enter",
      { approved_at: "2025-12-05 09:00", released_at: "2026-01-01 00:00" },
      [["2026-01-01", false]],
    ],
    [
      "not yet released stays to the end",
      { approved_at: "2026-03-31 23:59" },
      [
        ["2026-03-01", true],
        ["2026-04-01", false],
      ],
    ],
    ["never approved is not", {}, []],
    ["approved after the day up to which the data reach is not", { approved_at: "2026-04-19 09:00" }, []],
  ])("a requirement %s", async (_, given, expected) => {
    const rows = await factOf("requirements_in_work", [requirement("A", { ...submitted, ...given })], span);
    expect(sortedBy(rows, "first_day", "is_entry")).toEqual(expected);
  });
});

describe("changes of a requirement", () => {
  test.each([
    ["2026-01-31", false],
    ["2026-02-01", true],
    ["2026-03-10", true],
    ["2026-03-11", false],
  ])("on %s, approved on 1 February and released on 10 March, are in work: %s", async (changed_on, isInWork) => {
    const given = requirement("A", { submitted_at: "2026-01-05 09:00", approved_at: "2026-02-01 18:00", released_at: "2026-03-10 09:00" });
    const [row] = await factOf("requirement_changes", [given], {}, [{ requirement_id: "A", changed_on }]);
    expect(row?.["is_in_work"]).toBe(isInWork);
  });

  test("before any approval are not in work", async () => {
    const [row] = await factOf("requirement_changes", [requirement("A", {})], {}, [{ requirement_id: "A", changed_on: "2026-02-01" }]);
    expect(row?.["is_in_work"]).not.toBe(true);
  });
});
