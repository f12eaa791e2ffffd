import { describe, expect, test } from "vitest";
import { Refusal, valueReader } from "../../scripts/stage/read-value.ts";
import { list } from "../../src/core/columns.ts";
import goals from "../../src/tables/goals.ts";
import meetings from "../../src/tables/meetings.ts";

const COLUMN = list({
  ...{ label: { zh: "部门", en: "Departments" }, description: { zh: "部门。", en: "Departments." }, publish: "never", example: "" },
  ...{ required: true, references: "departments.department" },
});
const referenced = {
  values: new Set(["rnd", "sales", "sales_ops"]),
  names: new Map([["销售运营", "sales_ops"]]),
  reason: { code: "reference", to: "departments.department" } as const,
};

const read = (text: string, known: typeof referenced | null = referenced) => {
  const source = { missing: [], dates: {}, scale: {}, values: { departments: { 研发部: "rnd", 业务部: "sales" } } };
  return valueReader(COLUMN, { source, name: "departments", isMoment: false, wallClock: (instant) => instant, referenced: known })(text);
};

describe("a list in an export", () => {
  test.each([
    ["rnd;sales", "rnd;sales"],
    ["rnd", "rnd"],
    [" rnd ; sales;", "rnd;sales"],
    ["研发部；业务部;sales_ops", "rnd;sales;sales_ops"],
    ["rnd;销售运营", "rnd;sales_ops"],
  ])("%j is staged with a semicolon, and nothing else, between its values: %s", (text, staged) => {
    expect(read(text)).toBe(staged);
  });

  test.each([
    ["rnd;slaes", "slaes"],
    ["rnd;市场部", "市场部"],
  ])("%j is refused for the value that names nothing: %s", (text, found) => {
    expect(read(text)).toEqual(new Refusal(found, referenced.reason));
  });

  test.each(["G-1 G-2", ";"])("%j is refused, since it has blanks in a value or no value", (text) => {
    expect(read(text, null)).toEqual(new Refusal(text, { code: "list" }));
  });
});

test("the departments of a meeting and the links of a goal are lists, and nothing of them is dropped silently", () => {
  expect(meetings.columns.departments).toMatchObject({ isList: true, references: "departments.department" });
  expect(goals.columns.linked_goal_ids).toMatchObject({ isList: true });
});
