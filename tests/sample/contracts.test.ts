import { expect, test } from "vitest";
import { makeSample } from "../../scripts/sample/make-sample.ts";
import { loadTables } from "../../scripts/tools/registry.ts";

const { orders, ...tables } = makeSample(2_000);
const rowsOf: Record<string, readonly object[]> = { ...tables, orders: [...orders()] };
const contracts = (await loadTables()).filter(({ isReference }) => !isReference);

test.each(contracts.map((table) => [table.id, table] as const))(
  "every row of %s keeps its contract",
  (id, { columns, schema, rules, key }) => {
    const rows = (rowsOf[id] ?? []).map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name in columns)));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(schema.safeParse(row).error?.issues).toBeUndefined();
      expect(rules.filter(({ holds }) => !holds(row))).toEqual([]);
    }
    if (key.length > 0) expect(new Set(rows.map((row) => key.map((name) => row[name]).join("|"))).size).toBe(rows.length);
  },
);
