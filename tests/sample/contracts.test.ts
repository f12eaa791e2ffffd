import { expect, test } from "vitest";
import { makeSample } from "../../scripts/sample/make-sample.ts";
import { loadTables } from "../../scripts/tools/registry.ts";
import type { Staged } from "../../src/core/columns.ts";
import { keeps } from "../core/keeps.ts";
import { NOT_EXPORTED } from "./not-exported.ts";

const { orders, ...tables } = makeSample(2_000);
const rowsOf: Record<string, readonly object[]> = { ...tables, orders: [...orders()] };
const contracts = (await loadTables()).filter(({ id, isReference }) => !isReference && !NOT_EXPORTED.includes(id));

test.each(contracts.map((table) => [table.id, table] as const))("every row of %s keeps its contract", (id, { columns, rules, key }) => {
  const rows = (rowsOf[id] ?? []) as readonly Record<string, Staged | null>[];
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    const refused = Object.entries(columns).filter(([name, column]) => {
      const value = row[name] ?? null;
      return value === null ? column.required : column.check(value) !== null;
    });
    expect(refused).toEqual([]);
    expect(rules.filter((rule) => !keeps(row, rule))).toEqual([]);
  }
  if (key.length > 0) expect(new Set(rows.map((row) => key.map((name) => row[name]).join("|"))).size).toBe(rows.length);
});
