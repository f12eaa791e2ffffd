import { expect, test } from "vitest";
import { loadTables } from "../../scripts/tools/registry.ts";
import { tableOf, tables } from "../../src/publish/tables.ts";

test("tables has every contract of src/tables, as the data build reads them", async () => {
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).sort();
  expect(ids(tables)).toEqual(ids(await loadTables()));
});

test("tableOf(id) throws on a table that has no contract, and names the nearest", () => {
  expect(tableOf("orders").id).toBe("orders");
  expect(() => tableOf("oders")).toThrow(/^unknown table: oders; did you mean orders\? \(src\/tables has: .*orders/);
});
