import { describe, expect, test } from "vitest";
import { choice, date, flag, integer, key, number, period, quarter, reference, text, timestamp } from "../../src/core/columns.ts";
import { defineTable, type RowOf } from "../../src/core/contract.ts";

const said = { label: { zh: "列", en: "Column" }, description: { zh: "列。", en: "A column." }, publish: "never", example: "" } as const;
const needed = { ...said, required: true } as const;
const optional = { ...said, required: false } as const;

const COLUMNS = {
  key: key(needed),
  text: text(needed),
  choice: choice({ ...needed, values: { must: { zh: "必须", en: "Must" }, may: { zh: "可选", en: "May" } } }),
  reference: reference({ ...needed, references: "things.thing" }),
  date: date(needed),
  timestamp: timestamp(needed),
  quarter: quarter(needed),
  period: period(needed),
  integer: integer({ ...needed, min: 1, max: 5 }),
  number: number({ ...needed, min: 0 }),
  flag: flag(needed),
};

describe("a column takes the staged form of its kind and refuses the rest", () => {
  test.each([
    ["key", "REQ-1", 1],
    ["text", "", 1],
    ["choice", "must", "Must"],
    ["reference", "east", null],
    ["date", 20_000, 20_000.5],
    ["timestamp", 1_700_000_000_000, "2026-01-01"],
    ["quarter", "2026Q3", "2026Q5"],
    ["period", "2026", "2026-13"],
    ["period", "2026-09", "2026-9"],
    ["period", "2026Q1", "Q1"],
    ["integer", 5, 6],
    ["integer", 1, 1.5],
    ["number", 0.5, -0.1],
    ["flag", false, 0],
  ] as const)("%s: %j, not %j", (name, right, wrong) => {
    expect(COLUMNS[name].kind).toBe(name);
    expect(COLUMNS[name].schema.safeParse(right).success).toBe(true);
    expect(COLUMNS[name].schema.safeParse(wrong).success).toBe(false);
  });

  test.each(Object.entries(COLUMNS))("a required %s is never missing", (_, { schema }) => {
    expect(schema.safeParse(null).success).toBe(false);
  });

  test("an optional column may be missing", () => {
    expect(number({ ...optional, min: 0 }).schema.parse(null)).toBeNull();
    expect(choice({ ...optional, values: { must: { zh: "必须", en: "Must" } } }).schema.parse(null)).toBeNull();
  });
});

describe("an identifier that a spreadsheet turned into a number", () => {
  test.each(["1.18E+11", "1E+05", "-2.5E+10", "9.00719925474099E+15"])("%s is refused", (id) => {
    const { success, error } = COLUMNS.key.schema.safeParse(id);
    expect(success).toBe(false);
    expect(error?.issues[0]?.message).toContain("turned into a number by a spreadsheet");
  });

  test.each(["118000000000", "E5", "1E", "REQ-1E5", "1.5"])("%s is taken", (id) => {
    expect(COLUMNS.key.schema.parse(id)).toBe(id);
  });
});

describe("defineTable", () => {
  const table = defineTable({
    id: "things",
    label: { zh: "物", en: "Things" },
    description: { zh: "每行一物。", en: "One row per thing." },
    key: ["thing"],
    columns: { thing: key(needed), weight: number(optional), parts: integer(needed) },
    rules: [{ column: "parts", expected: "no parts without weight", holds: ({ weight, parts }) => weight !== null || parts === 0 }],
  });

  test("gives rows the types of their columns", () => {
    const row: RowOf<typeof table> = { thing: "a", weight: null, parts: 0 };
    expect(table.schema.parse(row)).toEqual(row);
    // @ts-expect-error: a required column is never null
    const wrong: RowOf<typeof table> = { thing: "a", weight: null, parts: null };
    expect(table.schema.safeParse(wrong).success).toBe(false);
  });

  test("notices a column that the contract does not know", () => {
    expect(table.schema.safeParse({ thing: "a", weight: 1, parts: 0, colour: "red" }).success).toBe(false);
  });

  test("is of an export unless it says that it is reference, and keeps its rules", () => {
    expect(table.isReference).toBe(false);
    expect(table.rules.map(({ holds }) => holds({ thing: "a", weight: null, parts: 1 }))).toEqual([false]);
  });
});
