import { columnFromArray, tableFromColumns } from "@uwdata/flechette";
import { describe, expect, test } from "vitest";
import { inOrderOfReferences, ReferenceBook } from "../../scripts/stage/references.ts";
import { reference } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import { TABLES } from "./folder.ts";

const said = {
  label: { zh: "列", en: "Column" },
  description: { zh: "列。", en: "A column." },
  publish: "never" as const,
  required: true as const,
};

test("inOrderOfReferences(tables) puts each table after those it refers to", () => {
  expect(inOrderOfReferences(TABLES).map(({ id }) => id)).toEqual(["sales_regions", "deals", "visits", "answers"]);
});

test("inOrderOfReferences(tables) refuses a circle and names it", () => {
  const refersTo = (id: string, to: string) =>
    ({ id, columns: { x: reference({ ...said, example: "", references: `${to}.x` }) } }) as { id: string } as Table;
  expect(() => inOrderOfReferences([refersTo("a", "b"), refersTo("b", "a")])).toThrow("tables refer to each other in a circle: a → b → a");
});

describe("ReferenceBook.lookUp(column)", () => {
  const book = new ReferenceBook();
  book.add("members", tableFromColumns({ dimension: columnFromArray(["region", "segment"]), member: columnFromArray(["east", "smb"]) }));

  test("gives the values of the column that is referred to", () => {
    const column = reference({ ...said, example: "", references: "members.member" });
    expect(book.lookUp(column)?.values).toEqual(new Set(["east", "smb"]));
  });

  test("gives those of the rows that count", () => {
    const column = reference({ ...said, example: "", references: "members.member", where: { column: "dimension", is: "region" } });
    expect(book.lookUp(column)).toEqual({
      values: new Set(["east"]),
      names: new Map(),
      reason: { code: "reference", to: "members.member", where: { column: "dimension", is: "region" } },
    });
  });

  test("gives what the members of a hand-kept table are called", () => {
    const columns = { dimension: ["region", "region", "segment"], member: ["east", "west", "smb"], zh: ["华东", "西部", "中小"] };
    const cells = Object.entries({ ...columns, en: ["East", "West", "East"] }).map(([name, values]) => [name, columnFromArray(values)]);
    const named = new ReferenceBook();
    named.add("members", tableFromColumns(Object.fromEntries(cells)));
    const regions = reference({ ...said, example: "", references: "members.member", where: { column: "dimension", is: "region" } });
    expect(Object.fromEntries(named.lookUp(regions)?.names ?? [])).toEqual({ 华东: "east", East: "east", 西部: "west", West: "west" });
  });

  test("gives null for members of a dimension that nobody names, unless they stand in addresses", () => {
    const among = (is: string) =>
      book.lookUp(reference({ ...said, example: "", references: "members.member", where: { column: "dimension", is } }));
    expect(among("channel")).toBeNull();
    expect(among("request_type")?.values).toEqual(new Set());
  });

  test("gives null for a table that is not there", () => {
    expect(book.lookUp(reference({ ...said, example: "", references: "orders.order_id" }))).toBeNull();
  });

  test("refuses a column that the table does not have", () => {
    expect(() => book.lookUp(reference({ ...said, example: "", references: "members.membr" }))).toThrow(
      "unknown column in a reference: membr",
    );
  });
});
