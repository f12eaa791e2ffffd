import { describe, expect, test } from "vitest";
import { parseFact } from "../../scripts/facts.ts";

const HEADER = ["-- one row per visit", "-- 每行一条：拜访", "-- time: visited_on", "-- over time: flow"];
const SELECT = "select visited_on, kind from staging.visits join staging.months on true\n-- only the first\njoin staging.deals on true";
const parse = (...header: string[]) => parseFact("visits", `${header.join("\n")}\n${SELECT}\n`);

describe("parseFact", () => {
  test("reads grain, time and way over time from the header, and leaves the rest as SQL", () => {
    expect(parse(...HEADER)).toMatchObject({
      id: "visits",
      grain: { en: "visit", zh: "拜访" },
      time: "visited_on",
      over: "flow",
      isProtected: false,
      sql: SELECT,
    });
  });

  test("finds the staging tables, the months not among them", () => {
    expect(parse(...HEADER).tables).toEqual(["visits", "deals"]);
  });

  test("reads dimensions with a name of their own, or the contract's column that they repeat, and members", () => {
    const fact = parse(
      ...HEADER,
      "-- small groups: pooled",
      "-- dimension size: 规模 | Size",
      "-- dimension kind: visits.kind",
      "-- member size.1: 大 | Large",
      "-- member size.2: 小 | Small",
    );
    expect(fact.isProtected).toBe(true);
    expect([...fact.dimensions]).toEqual([
      ["size", { zh: "规模", en: "Size" }],
      ["kind", { column: "visits.kind" }],
    ]);
    expect(fact.members.get("size")).toEqual([
      { id: "1", label: { zh: "大", en: "Large" } },
      { id: "2", label: { zh: "小", en: "Small" } },
    ]);
  });

  test.each([
    [HEADER.slice(1), 'visits.sql: no line "-- one row per …" in its header'],
    [HEADER.toSpliced(1, 1), 'visits.sql: no line "-- 每行一条： …" in its header'],
    [HEADER.toSpliced(2, 1), 'visits.sql: no line "-- time: …" in its header'],
    [HEADER.with(3, "-- over time: flwo"), "unknown way over time: flwo; did you mean flow? (visits.sql may have: flow, stock, presence)"],
    [[...HEADER, "-- member 1: 大 | Large"], 'visits.sql: expected "-- member dimension.id: Chinese | English", found 1: 大 | Large'],
    [[...HEADER, "-- dimension size: 规模 |"], 'visits.sql: expected "Chinese | English", found 规模 |'],
  ])("%# says what the header lacks", (header, message) => {
    expect(() => parse(...header)).toThrow(message);
  });
});
