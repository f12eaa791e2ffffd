import { describe, expect, test } from "vitest";
import type { Feed } from "../../scripts/stage/feed.ts";
import { independentGroups, sharedTables } from "../../scripts/stage/independent-groups.ts";
import { reference } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";

const said = { label: { zh: "列", en: "Column" }, description: { zh: "列。", en: "A column." }, publish: "never" as const };

function feed(id: string, refersTo: readonly string[] = [], isReference = false): Feed {
  const columns = refersTo.map((to) => [to, reference({ ...said, required: true, example: "", references: `${to}.id` })]);
  return {
    table: { id, isReference, columns: Object.fromEntries(columns) } as unknown as Table,
    sources: [],
    parts: [],
  } as unknown as Feed;
}

const ids = (feeds: readonly Feed[]) => feeds.map(({ table }) => table.id).join(" ");

describe("independentGroups(feeds)", () => {
  const groups = (...feeds: Feed[]) => independentGroups(feeds).map(ids).sort();

  test("keeps tables together that refer to each other, in their order", () => {
    expect(groups(feed("products"), feed("orders", ["products"]), feed("losses"), feed("cases", ["orders"]))).toEqual([
      "losses",
      "products orders cases",
    ]);
  });

  test("joins the groups that one table refers to", () => {
    expect(groups(feed("a"), feed("b"), feed("c", ["b", "a"]))).toEqual(["a b c"]);
  });
});

describe("sharedTables(tables)", () => {
  const shared = (...feeds: Feed[]) => [...sharedTables(feeds.map(({ table }) => table))].map(({ id }) => id);

  test("are hand-kept and refer to none but each other", () => {
    expect(shared(feed("members", [], true), feed("ratios", ["members"], true), feed("a", ["members"]))).toEqual(["members", "ratios"]);
  });

  test("hold no hand-kept table that refers to an export", () => {
    expect(shared(feed("orders"), feed("notes", ["orders"], true))).toEqual([]);
  });
});
