import { describe, expect, test } from "vitest";
import type { Feed } from "../../scripts/stage/feed.ts";
import { independentGroups } from "../../scripts/stage/independent-groups.ts";
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

function split(...feeds: Feed[]) {
  const { shared, groups } = independentGroups(feeds);
  const ids = (part: readonly Feed[]) => part.map(({ table }) => table.id).join(" ");
  return { shared: ids(shared), groups: groups.map(ids).sort() };
}

describe("independentGroups(feeds)", () => {
  test("keeps tables together that refer to each other, in their order", () => {
    expect(split(feed("products"), feed("orders", ["products"]), feed("losses"), feed("cases", ["orders"])).groups).toEqual([
      "losses",
      "products orders cases",
    ]);
  });

  test("joins the groups that one table refers to", () => {
    expect(split(feed("a"), feed("b"), feed("c", ["b", "a"])).groups).toEqual(["a b c"]);
  });

  test("shares hand-kept tables, which join no groups", () => {
    const feeds = [feed("members", [], true), feed("ratios", ["members"], true), feed("a", ["members"]), feed("b", ["ratios"])];
    expect(split(...feeds)).toEqual({ shared: "members ratios", groups: ["a", "b"] });
  });

  test("does not share a hand-kept table that refers to an export", () => {
    expect(split(feed("orders"), feed("notes", ["orders"], true), feed("a", ["notes"]))).toEqual({
      shared: "",
      groups: ["orders notes a"],
    });
  });
});
