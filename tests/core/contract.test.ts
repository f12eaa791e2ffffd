import { describe, expect, expectTypeOf, test } from "vitest";
import { choice, date, flag, key, number, timestamp } from "../../src/core/columns.ts";
import { defineTable, type RowOf } from "../../src/core/contract.ts";
import { dropping, exactlyWhen, notBefore, type RuleOn } from "../../src/core/rules.ts";

const said = { label: { zh: "列", en: "Column" }, description: { zh: "列。", en: "A column." }, publish: "never", example: "" } as const;
const needed = { ...said, required: true } as const;
const optional = { ...said, required: false } as const;

const NAMED = { id: "things", label: { zh: "物", en: "Things" }, description: { zh: "每行一物。", en: "One row per thing." } };
const COLUMNS = {
  thing: key(needed),
  made_on: date(needed),
  sold_at: timestamp(optional),
  weight: number(optional),
  fate: choice({ ...optional, values: { sold: { zh: "售出", en: "Sold" }, kept: { zh: "留用", en: "Kept" } } }),
};

describe("defineTable", () => {
  const table = defineTable({
    ...NAMED,
    key: ["thing"],
    columns: { ...COLUMNS, is_new: flag(needed) },
    rules: [notBefore("sold_at", "made_on")],
  });

  test("gives rows the types of their columns", () => {
    expectTypeOf<RowOf<typeof table>>().toEqualTypeOf<{
      readonly thing: string;
      readonly made_on: number;
      readonly sold_at: number | null;
      readonly weight: number | null;
      readonly fate: "sold" | "kept" | null;
      readonly is_new: boolean;
    }>();
    expect(Object.keys(table.columns)).toEqual(["thing", "made_on", "sold_at", "weight", "fate", "is_new"]);
  });

  test("is of an export unless it says that it is reference, and binds its rules to its columns", () => {
    expect(table).toMatchObject({ isReference: false, isProtected: false });
    expect(table.rules).toMatchObject([
      { columns: ["sold_at", "made_on"], reason: { code: "not-before", moment: "time", columns: ["made_on"] } },
    ]);
  });

  test("takes rules about its own columns, of the kinds that they need, only", () => {
    const withRule = (rule: RuleOn<typeof COLUMNS>) => defineTable({ ...NAMED, key: [], columns: COLUMNS, rules: [rule] });
    const { rules } = withRule(exactlyWhen("sold_at", "fate", "sold"));
    expect(rules).toMatchObject([{ columns: ["sold_at", "fate"], drops: false }]);
    // @ts-expect-error: no column is called this
    expect(() => withRule(notBefore("sold_at", "maed_on"))).toThrow();
    // @ts-expect-error: a weight is no moment
    withRule(notBefore("sold_at", "weight"));
    // @ts-expect-error: there is no such fate
    withRule(exactlyWhen("sold_at", "fate", "solt"));
    // @ts-expect-error: no column is called this
    withRule(dropping(exactlyWhen("sold_att", "fate", "sold")));
  });
});
