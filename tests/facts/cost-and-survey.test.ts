import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyRecord } from "../../scripts/protect/record.ts";
import { type Given, openWorkshop, type Workshop } from "./workshop.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

describe("delays", () => {
  test.each([
    ["2026-06-30", "2026-07-10", 6],
    ["2026-06-30", "2026-06-30", 0],
    ["2026-06-30", "2026-05-01", 0],
  ])("planned on %s and released on %s, 60 %% of the delay borne: %d days", async (planned_on, released_on, days) => {
    await workshop.stage({ projects: [{ planned_on, released_on, delay_share: 0.6 }] });
    const rows = await workshop.rowsOfFact("delays");
    expect(rows).toMatchObject([{ released_on, delay_days: days }]);
  });

  test("of a project not yet released are not known", async () => {
    await workshop.stage({ projects: [{ planned_on: "2026-01-01", released_on: null, delay_share: 1 }] });
    expect(await workshop.rowsOfFact("delays")).toEqual([]);
  });
});

describe("projects", () => {
  const project = (project_id: string, planned_on: string, released_on: string | null, department = "rnd"): Given => ({
    ...{ project_id, planned_on, released_on, department },
    delay_share: 0.5,
  });

  test("released count once, however many departments bear their delay", async () => {
    const projects = [
      project("A", "2026-06-30", "2026-07-10"),
      project("A", "2026-06-30", "2026-07-10", "sales"),
      project("B", "2026-06-30", "2026-06-01"),
      project("C", "2026-06-30", null),
    ];
    await workshop.stage({ projects });
    const rows = await workshop.rowsOfFact("released_projects");
    expect(rows.map((row) => [row["project_id"], row["delay_days"]]).sort()).toEqual([
      ["A", 10],
      ["B", 0],
    ]);
  });

  test.each<[string, string, string | null, [string, number][]]>([
    [
      "planned on the last day of a month is overdue from the next",
      "2026-01-31",
      null,
      [
        ["2026-02-28", 28],
        ["2026-03-18", 46],
      ],
    ],
    ["released on the last day of a month is no longer overdue at its end", "2026-01-15", "2026-02-28", [["2026-01-31", 16]]],
    [
      "released a day later is",
      "2026-01-15",
      "2026-03-01",
      [
        ["2026-01-31", 16],
        ["2026-02-28", 44],
      ],
    ],
    ["released before it was planned never is", "2026-02-20", "2026-01-10", []],
    ["planned for a day that is yet to come is not", "2026-03-19", null, []],
  ])("a project %s", async (_, planned_on, released_on, expected) => {
    const projects = [project("A", planned_on, released_on), project("A", planned_on, released_on, "sales")];
    await workshop.stage({ projects }, { from: "2026-01", asOf: "2026-03-18" });
    const rows = await workshop.rowsOfFact("overdue_projects");
    expect(rows.map((row) => [row["last_day"], row["overdue_days"]]).sort()).toEqual(expected);
  });
});

describe("losses borne", () => {
  test("split a loss by the agreed ratios of its kind and cause", async () => {
    const ratio = (department: string, share: number, loss_cause = "other"): Given => ({
      loss_kind: "lost_customer",
      loss_cause,
      department,
      share,
    });
    await workshop.stage({
      losses: [{ loss_kind: "lost_customer", loss_cause: "other", amount_cny: 1000 }],
      responsibility_ratios: [ratio("rnd", 0.2), ratio("sales", 0.8), ratio("rnd", 1, "development_defect")],
    });
    const rows = await workshop.rowsOfFact("losses_borne");
    expect(rows.map((row) => [row["department"], row["borne_cny"]]).sort()).toEqual([
      ["rnd", 200],
      ["sales", 800],
    ]);
  });
});

describe("communication", () => {
  test("leaves out time within a department", async () => {
    await workshop.stage({
      timesheets: [
        { department: "rnd", counterpart: "sales", hours: 2 },
        { department: "rnd", counterpart: "rnd", hours: 5 },
      ],
    });
    expect(await workshop.rowsOfFact("communication")).toMatchObject([{ department: "rnd", counterpart: "sales", hours: 2 }]);
  });

  test.each([
    ["meeting", true],
    ["work", false],
    ["training", false],
  ])("of the kind %s is a meeting: %s", async (work_kind, isMeeting) => {
    await workshop.stage({ timesheets: [{ department: "rnd", counterpart: "sales", hours: 2, work_kind }] });
    expect(await workshop.rowsOfFact("communication")).toMatchObject([{ is_meeting: isMeeting, is_other: !isMeeting }]);
  });
});

const answer = (given: Given): Given => ({
  quarter: "2026Q1",
  side: "sales",
  department: "sales",
  item: "process_clear",
  score: 4,
  ...given,
});
const times = (count: number, given: Given): Given[] => Array.from({ length: count }, () => answer(given));
const ITEMS: Given[] = [
  { item: "process_clear", aspect: "process" },
  { item: "mechanism_goals", aspect: "mechanism" },
];

describe("survey answers", () => {
  test("say what they are about, and lie on the last day of their quarter", async () => {
    await workshop.stage({ survey: [answer({}), answer({ item: "mechanism_goals", side: "rnd", score: 3 })], survey_items: ITEMS });
    const rows = await workshop.rowsOfFact("survey_answers");
    expect(rows.find((row) => row["side"] === "sales")).toMatchObject({
      last_day: "2026-03-31",
      is_process: true,
      is_mechanism: false,
      is_favourable: true,
      is_sales: true,
      is_rnd: false,
    });
    expect(rows.find((row) => row["side"] === "rnd")).toMatchObject({
      is_process: false,
      is_mechanism: true,
      is_favourable: false,
      is_rnd: true,
    });
  });

  test("are favourable from the score that the company's scale says", async () => {
    const published = emptyRecord(5, "", { least: 0, most: 10, favourable: 9 });
    await workshop.stage({ survey: [8, 9, 10].map((score) => answer({ score })), survey_items: ITEMS }, { published });
    const rows = await workshop.rowsOfFact("survey_answers");
    expect(rows.map((row) => `${row["score"]} ${row["is_favourable"]}`).sort()).toEqual(["10 true", "8 false", "9 true"]);
  });

  test("to an item of no stated aspect are about neither", async () => {
    const items = ITEMS.map(({ aspect: _, ...item }) => ({ ...item, aspect: "not_stated" }));
    await workshop.stage({ survey: [answer({ score: 4 })], survey_items: items });
    expect(await workshop.rowsOfFact("survey_answers")).toMatchObject([{ score: 4, is_process: false, is_mechanism: false }]);
  });

  test("without a score are not answered and not favourable", async () => {
    await workshop.stage({ survey: [answer({ score: null })], survey_items: ITEMS });
    expect(await workshop.rowsOfFact("survey_answers")).toMatchObject([{ score: null, is_answered: false, is_favourable: false }]);
  });

  test("of a quarter that is running lie on the as-of day, and of one that has not begun are left out", async () => {
    const survey = ["2026Q1", "2026Q2", "2026Q3"].map((quarter) => answer({ quarter }));
    await workshop.stage({ survey, survey_items: ITEMS }, { asOf: "2026-05-20" });
    const days = (await workshop.rowsOfFact("survey_answers")).map(({ last_day }) => last_day);
    expect(days.sort()).toEqual(["2026-03-31", "2026-05-20"]);
  });

  test("of a fiscal quarter lie on its last day", async () => {
    await workshop.stage({ survey: [answer({ quarter: "2025Q4" })], survey_items: ITEMS }, { fiscalStart: 4 });
    expect(await workshop.rowsOfFact("survey_answers")).toMatchObject([{ last_day: "2026-03-31" }]);
  });
});

describe("survey respondents", () => {
  test("are the most records of any item of a department in a quarter, answered or not", async () => {
    await workshop.stage({
      survey: [
        ...times(6, {}),
        ...times(7, { item: "mechanism_goals" }),
        ...times(1, { item: "mechanism_goals", score: null }),
        ...times(2, { side: "rnd", department: "rnd" }),
        ...times(3, { quarter: "2026Q2" }),
      ],
    });
    const rows = await workshop.rowsOfFact("survey_respondents");
    expect(rows.map((row) => [row["last_day"], row["side"], row["department"], row["respondents"]]).sort()).toEqual([
      ["2026-03-31", "rnd", "rnd", 2],
      ["2026-03-31", "sales", "sales", 8],
      ["2026-06-30", "sales", "sales", 3],
    ]);
  });
});

describe("survey participation", () => {
  const invited = (given: Given): Given => ({ quarter: "2026Q1", side: "sales", department: "sales", invited: 10, ...given });

  test("counts as respondents the most records of any item, answered or not", async () => {
    await workshop.stage({
      survey: [...times(6, {}), ...times(7, { item: "mechanism_goals" }), ...times(1, { item: "mechanism_goals", score: null })],
      survey_invitations: [invited({})],
    });
    expect(await workshop.rowsOfFact("survey_participation")).toEqual([
      { last_day: "2026-03-31", side: "sales", department: "sales", invited: 10, respondents: 8 },
    ]);
  });

  test("keeps quarters, sides and departments apart, and has 0 respondents where nobody answered", async () => {
    await workshop.stage({
      survey: [...times(3, {}), ...times(2, { quarter: "2026Q2" }), ...times(1, { side: "rnd" })],
      survey_invitations: [invited({}), invited({ quarter: "2026Q2" }), invited({ side: "rnd" }), invited({ department: "marketing" })],
    });
    const rows = await workshop.rowsOfFact("survey_participation");
    expect(rows.map((row) => [row["last_day"], row["side"], row["department"], row["respondents"]]).sort()).toEqual([
      ["2026-03-31", "rnd", "sales", 1],
      ["2026-03-31", "sales", "marketing", 0],
      ["2026-03-31", "sales", "sales", 3],
      ["2026-06-30", "sales", "sales", 2],
    ]);
  });
});
