import { Type } from "@uwdata/flechette";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildCube } from "../../scripts/cubes/cubes.ts";
import { describeDimensions } from "../../scripts/cubes/dimensions.ts";
import { rowsOf } from "../../scripts/engine/engine.ts";
import type { Fact } from "../../scripts/facts/facts.ts";
import { readReference } from "../../scripts/reference/read-reference.ts";
import { loadTables } from "../../scripts/tools/registry.ts";
import { formatMonth, parseMonth } from "../../src/core/periods.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import { LEFT_OUT } from "../../src/cube/hidden.ts";
import type { MetricDefinition } from "../../src/cube/metric.ts";
import { count, mean, quantile, ratio } from "../../src/cube/parts.ts";
import { SURVEY_POOLING, tinyMetric } from "../cube/tiny.ts";
import { openWorkshop, type Workshop } from "../facts/workshop.ts";

const THINGS: Fact = {
  id: "things",
  grain: { zh: "物", en: "thing" },
  time: "made_on",
  ends: "made_on",
  over: "flow",
  settlesIn: 0,
  covers: "days",
  pooling: null,
  people: "count(*)",
  coded: new Map(),
  impersonal: [],
  columns: new Map(),
  dimensions: new Map(),
  members: new Map(),
  known: [],
  cases: null,
  spared: [],
  tables: ["orders"],
  facts: [],
  isOnWorkingTime: false,
  onWorkingTime: [],
  sql: "",
};

const UNTIL = "2026-04-18";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
  await workshop.stage({}, { from: "2026-01", asOf: UNTIL });
});
afterAll(() => workshop.engine.close());

/** Builds the cube of a fact whose rows are `day, region, days`, or as `columns` names them. */
async function cubeOf(
  values: readonly string[],
  given: Partial<MetricDefinition>[],
  fact: Partial<Fact> = {},
  columns = "made_on, region, days",
) {
  const rows = (values.length === 0 ? ["null, null, null"] : values).map((value) => `(${value})`).join(", ");
  await workshop.engine.run(`create or replace table facts.things as
    select cast(made_on as date) as made_on, * exclude (made_on) from (values ${rows}) as rows(${columns}) where made_on is not null`);
  const metrics = given.map((each) => tinyMetric({ value: count(), ...each }));
  const cube = await buildCube(workshop.engine, { ...THINGS, ...fact }, metrics, {
    coverage: { from: "2026-01-05", until: UNTIL },
    fiscalStart: 1,
  });
  return { ...cube, rows: (cube.cells.toArray() as Cell[]).map((cell): Cell => ({ ...cell, month: formatMonth(Number(cell["month"])) })) };
}

const DAYS = ["'2026-01-05', 'west', 2.04", "'2026-01-31', 'west', 3", "'2026-01-31', 'east', null", "'2026-02-01', 'east', 4"];

describe("buildCube", () => {
  test("has a cell for each month and members with rows, in a stable order, and a column per component", async () => {
    const { rows, info } = await cubeOf(DAYS, [{ value: mean("days") }, { value: ratio(count(), count({ where: "days > 3" })) }]);
    expect(rows.map((row) => [row["month"], row["region"], row["count"], row["count_days"], row["sum_days"]])).toEqual([
      ["2026-01", "east", 1, 0, 0],
      ["2026-02", "east", 1, 1, 4],
      ["2026-01", "west", 2, 2, 5.04],
    ]);
    expect(info).toMatchObject({ first: parseMonth("2026-01"), last: parseMonth("2026-04"), rows: 4, dimensions: ["region"], counted: [] });
  });

  test("has its cells in the order of the members' bytes, what is missing last, and then of the months", async () => {
    const members = ["null", "'华东'", "'b'", "'Z'", "'é'"].map((region) => `'2026-02-01', ${region}, 1`);
    const { rows } = await cubeOf([...members, "'2026-01-31', 'b', 1"], [{}]);
    expect(rows.map((row) => [row["region"], row["month"]])).toEqual([
      ["Z", "2026-02"],
      ["b", "2026-01"],
      ["b", "2026-02"],
      ...["é", "华东", null].map((region) => [region, "2026-02"]),
    ]);
  });

  test("leaves out dimensions that no metric asks for", async () => {
    const { rows } = await cubeOf(DAYS, [{ dimensions: [] }]);
    expect(rows.map((row) => [row["month"], row["count"]])).toEqual([
      ["2026-01", 3],
      ["2026-02", 1],
    ]);
  });

  test("leaves out dimensions of which no row states a member, unless there are no rows", async () => {
    const unstated = ["'2026-01-05', 'not_stated', 1", "'2026-01-31', 'not_stated', 2"];
    expect((await cubeOf(unstated, [{}])).info.dimensions).toEqual([]);
    expect((await cubeOf([...unstated, "'2026-02-01', 'west', 3"], [{}])).info.dimensions).toEqual(["region"]);
    expect((await cubeOf([], [{}])).info.dimensions).toEqual(["region"]);
  });

  test("counts the values of a column in steps, in a table of its own", async () => {
    const { counts } = await cubeOf(DAYS, [{ value: quantile("days", 0.5, { step: 0.1 }), dimensions: [] }]);
    const rows = counts
      .get("days")
      ?.toArray()
      .map((row) => [formatMonth(Number(row["month"])), row["value"], row["cases"]]);
    expect(rows).toEqual([
      ["2026-01", 20, 1],
      ["2026-01", 30, 1],
      ["2026-02", 40, 1],
    ]);
  });

  test("of a presence keeps entries apart", async () => {
    const values = ["'2026-01-01', 'east', true", "'2026-02-01', 'east', false", "'2026-02-01', 'east', true"];
    const { rows } = await cubeOf(values, [{}], { over: "presence" }, "made_on, region, is_entry");
    expect(rows.map((row) => [row["month"], row["is_entry"], row["count"]])).toEqual([
      ["2026-01", true, 1],
      ["2026-02", false, 1],
      ["2026-02", true, 1],
    ]);
  });

  test.each(["flow", "stock"] as const)("of a %s whose last row is in February reaches to April, as its tables do", async (over) => {
    expect(formatMonth((await cubeOf(DAYS, [{}], { over })).info.last)).toBe("2026-04");
  });

  test("of a fact that settles in 60 days reaches as far, but is known only up to 60 days before", async () => {
    const { info } = await cubeOf(DAYS, [{}], { settlesIn: 60 });
    expect([formatMonth(info.last), info.until]).toEqual(["2026-04", "2026-02-17"]);
  });

  test.each([
    ["days", "2026-02-01"],
    ["quarters", "2026-01-05"],
    ["finished quarters", "2026-01-05"],
  ] as const)("of a fact whose rows cover %s is known from %s, no earlier than its tables", async (covers, from) => {
    expect((await cubeOf(["'2026-02-28', 'east', 1"], [{}], { covers })).info.from).toBe(from);
  });

  test("holds counts as whole numbers, keys as what the fact has, and sums of fractions as such", async () => {
    const { cells } = await cubeOf(["'2026-01-05', true, 2.5"], [{ value: mean("days"), dimensions: ["big"] }], {}, "made_on, big, days");
    expect(cells.schema.fields.map(({ name, type }) => [name, type.typeId])).toEqual([
      ["big", Type.Bool],
      ["month", Type.Int],
      ["count_days", Type.Int],
      ["sum_days", Type.Float],
    ]);
  });

  test("hands on the SQL under what its columns mean, in their order, and no column that it lacks", async () => {
    const columns = new Map([
      ["price", "in yuan"],
      ["days", "days to make it"],
      ["made_on", "day on which it was made"],
    ]);
    const { info } = await cubeOf(DAYS, [{}], { columns, sql: "select 1" });
    expect(info.sql).toBe("-- made_on: day on which it was made\n-- days: days to make it\nselect 1");
  });

  test("of a fact without rows has no cells and reaches no month", async () => {
    const { rows, info } = await cubeOf([], [{}]);
    expect(rows).toEqual([]);
    expect(info).toMatchObject({ first: 0, last: -1, rows: 0 });
  });

  test("refuses a dimension that the fact lacks, naming what it has", async () => {
    await expect(cubeOf(DAYS, [{ dimensions: ["regoin"] }])).rejects.toThrow(
      "unknown dimension: regoin; did you mean region? (fact things has: made_on, region, days)",
    );
  });

  test("refuses to count one column in two steps", async () => {
    const metrics = [0.1, 1].map((step) => ({ value: quantile("days", 0.5, { step }) }));
    await expect(cubeOf(DAYS, metrics)).rejects.toThrow(
      "column days of fact things is counted in steps of 0.1 and 1; expected one of them",
    );
  });
});

describe("buildCube of a fact whose small groups are pooled", () => {
  const answers = (department: string, side: string, number: number) => Array(number).fill(`'2026-03-31', '${side}', '${department}'`);
  const pool = (department: string, name: string, side = "support") =>
    `('survey', ${parseMonth("2026-03")}, '${side}', '${department}', '${name}')`;

  async function pooledCells(values: readonly string[], pools: readonly string[]) {
    await workshop.engine.run(
      `create or replace table pools as select * from (values ${pools.join(", ")}) as rows(pool_set, "month", area, member, pool)`,
    );
    const { rows } = await cubeOf(
      values,
      [{ dimensions: ["side", "department"] }],
      { pooling: SURVEY_POOLING },
      "made_on, side, department",
    );
    return rows.map((row) => [row["department"], row["side"], row["pool"], row["is_hidden"], row["count"]]);
  }

  test("adds up a pool in a cell of its own, and marks every group of it without figures", async () => {
    const values = [
      ...answers("service", "support", 9),
      ...answers("hr", "support", 3),
      ...answers("finance", "support", 4),
      ...answers("hr", "sales", 6),
    ];
    expect(await pooledCells(values, [pool("hr", "~support"), pool("finance", "~support")])).toEqual([
      ["finance", "support", "~support", true, 0],
      ["hr", "sales", null, false, 6],
      ["hr", "support", "~support", true, 0],
      ["service", "support", null, false, 9],
      ["~pool", "support", "~support", false, 7],
    ]);
  });

  test("marks a group of a pool that has no rows like those that have, so that a mark does not show who took part", async () => {
    const cells = await pooledCells(
      [...answers("hr", "support", 3), ...answers("finance", "support", 4)],
      ["hr", "finance", "legal"].map((name) => pool(name, "~support")),
    );
    expect(cells.filter(([, , , isHidden]) => isHidden).map(([department]) => department)).toEqual(["finance", "hr", "legal"]);
  });

  test("has only a mark of a group that is left out", async () => {
    expect(await pooledCells([...answers("hr", "support", 3), ...answers("sales", "sales", 9)], [pool("hr", LEFT_OUT)])).toEqual([
      ["hr", "support", LEFT_OUT, true, 0],
      ["sales", "sales", null, false, 9],
    ]);
  });
});

describe("describeDimensions", () => {
  const dimensionsOf = async (dimension: string, given: Partial<Fact> = {}) => {
    const fact = { ...THINGS, ...given };
    const cube = await cubeOf(
      [`'2026-01-05', 'b', 1`, `'2026-01-05', 'a', 1`],
      [{ dimensions: [dimension] }],
      fact,
      `made_on, ${dimension}, days`,
    );
    return describeDimensions(workshop.engine, [fact], [cube], await loadTables());
  };

  test.each([
    ["customer_id", "dimension customer_id of fact things is not published by its contract: publish is never, expected grouped"],
    ["amount_cny", "dimension amount_cny of fact things is not published by its contract: publish is summed, expected grouped"],
    ["colour", "unknown dimension: colour; fact things neither declares it nor repeats a column of orders"],
  ])("refuses %s", async (dimension, message) => {
    await expect(dimensionsOf(dimension)).rejects.toThrow(message);
  });

  test("refuses an unpublished column under another name", async () => {
    const renamed = dimensionsOf("who", { dimensions: new Map([["who", { column: "orders.customer_id" }]]) });
    await expect(renamed).rejects.toThrow(
      "dimension who of fact things is not published by its contract: publish is never, expected grouped",
    );
  });

  test("names the members of a choice by its contract, of a dimension of its own by the fact, or as they occur", async () => {
    const choice = await dimensionsOf("cause", { tables: ["after_sales"] });
    expect(choice[0]?.members.map(({ id }) => id)).toEqual(["defect", "requirement_mismatch", "logistics", "service", "other"]);
    const label = { zh: "大小", en: "Size" };
    const large = { id: "b", label: { zh: "大", en: "Large" } };
    const own = await dimensionsOf("size", { dimensions: new Map([["size", label]]), members: new Map([["size", [large]]]) });
    expect(own).toEqual([{ id: "size", label, members: [large] }]);
    const occurring = await dimensionsOf("size", { dimensions: new Map([["size", label]]) });
    expect(occurring[0]?.members.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("names the members of a reference in the order of its table", async () => {
    await workshop.stage({
      members: ["b", "a"].map((member) => ({ dimension: "region", member, zh: `区${member}`, en: `Region ${member}` })),
    });
    const [region] = await dimensionsOf("region");
    expect(region?.members.map(({ id, label }) => [id, label.en])).toEqual([
      ["b", "Region b"],
      ["a", "Region a"],
    ]);
  });
});

describe("monthsTable", () => {
  test("knows of an unfinished month the day up to which the data reach, and the quarters that are over or running", async () => {
    await workshop.stage({}, { from: "2026-02", asOf: "2026-04-18", fiscalStart: 1 });
    const sql =
      "select cast(last_day as varchar) as last_day, cast(year_ago as varchar) as year_ago, quarter_ended, quarter_told from staging.months order by month";
    expect(await rowsOf(workshop.engine, sql)).toEqual([
      { last_day: "2026-02-28", year_ago: "2025-02-28", quarter_ended: null, quarter_told: null },
      { last_day: "2026-03-31", year_ago: "2025-03-31", quarter_ended: "2026Q1", quarter_told: "2026Q1" },
      { last_day: "2026-04-18", year_ago: "2025-04-18", quarter_ended: null, quarter_told: "2026Q2" },
    ]);
  });

  test("of a quarter of a fiscal year bears the fiscal year's number", async () => {
    await workshop.stage({}, { from: "2026-01", asOf: "2026-06-29", fiscalStart: 4 });
    const rows = await rowsOf(workshop.engine, "select quarter_ended from staging.months where quarter_ended is not null order by month");
    expect(rows).toEqual([{ quarter_ended: "2025Q4" }]);
  });
});

describe("readReference", () => {
  test("gives the hand-kept tables as pages use them, and nothing of those that are not there", async () => {
    await workshop.stage({
      targets: [{ metric: "tiny", period: "2026Q1", target: 0.2 }],
      annotations: [{ on: "2025-04-01", metric: null, zh: "平台", en: "Platform" }],
      decisions: [
        { decided_on: "2025-05-12", metric: "tiny", department: "sales", zh: "每周评审", en: "Weekly reviews" },
        { decided_on: "2025-06-01", metric: null, department: null, zh: "复盘", en: "Look back" },
      ],
    });
    const reference = await readReference(workshop.engine, { tables: new Set(["targets", "annotations", "decisions"]), hoursADay: 8 });
    expect(reference.targets).toEqual([{ metric: "tiny", period: "2026Q1", target: 0.2 }]);
    expect(reference.annotations).toEqual([{ on: "2025-04-01", metric: null, label: { zh: "平台", en: "Platform" } }]);
    expect(reference.decisions).toEqual([
      { on: "2025-05-12", metric: "tiny", department: "sales", expected: null, label: { zh: "每周评审", en: "Weekly reviews" } },
      { on: "2025-06-01", metric: null, department: null, expected: null, label: { zh: "复盘", en: "Look back" } },
    ]);
    expect(reference.benchmarks).toEqual([]);
  });
});
