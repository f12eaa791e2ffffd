import { describe, expect, test } from "vitest";
import { inOrder, parseFact, withRead } from "../../scripts/facts/facts.ts";

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
      pooling: null,
      sql: SELECT,
    });
  });

  test.each([
    [HEADER, 0],
    [[...HEADER, "-- settled after: 90 days"], 90],
  ])("%# reads after how many days a row is settled: %j → %i", (header, days) => {
    expect(parse(...header).settlesIn).toBe(days);
  });

  test.each([
    [HEADER, "days"],
    [[...HEADER, "-- covers: quarters"], "quarters"],
    [[...HEADER, "-- covers: finished quarters"], "finished quarters"],
  ])("%# reads what a row covers: %j → %s", (header, covers) => {
    expect(parse(...header).covers).toBe(covers);
  });

  test.each([
    [
      "is_new where visits.begun_on is not null",
      { figures: ["is_new"], anyOf: [{ table: "visits", column: "begun_on", value: null, open: null }] },
    ],
    [
      "rows, is_call where visits.kind = 'call'",
      { figures: ["rows", "is_call"], anyOf: [{ table: "visits", column: "kind", value: "call", open: null }] },
    ],
    [
      "price where visits.price > 0 while ended_on is null",
      { figures: ["price"], anyOf: [{ table: "visits", column: "price", value: null, open: "ended_on" }] },
    ],
    [
      "* where visits.kind is not null or calls.begun_on is not null",
      {
        figures: ["*"],
        anyOf: [
          { table: "visits", column: "kind", value: null, open: null },
          { table: "calls", column: "begun_on", value: null, open: null },
        ],
      },
    ],
  ])("reads by what its figures are known: %s", (line, evidence) => {
    expect(parse(...HEADER, `-- known: ${line}`).known).toEqual([evidence]);
  });

  test.each([
    "is_new",
    "is_new where begun_on is not null",
    "is_new where visits.kind in ('call')",
    "is_new where visits.kind is not null or",
    "where visits.kind is not null",
    "price where visits.price > 0",
  ])("refuses to know by: %s", (line) => {
    expect(() => parse(...HEADER, `-- known: ${line}`)).toThrow(
      `visits.sql: expected "-- known: columns where table.column is not null", "… = 'value'" or "… > 0 while column is null", found ${line}`,
    );
  });

  test.each([
    ["hours", [{ figures: ["hours"], upTo: "visited_on" }]],
    [
      "rows, is_met up to case clock when 'days' then due_on end",
      [{ figures: ["rows", "is_met"], upTo: "case clock when 'days' then due_on end" }],
    ],
    ["* up to due_on", [{ figures: ["*"], upTo: "due_on" }]],
    ["nothing", []],
  ])("reads which figures rest on working time, and up to which day: %s", (line, expected) => {
    expect(parse(...HEADER, `-- on working time: ${line}`).onWorkingTime).toEqual(expected);
  });

  test.each(["", "up to due_on", "hours and days", "hours up to"])("refuses to rest on working time: %j", (line) => {
    expect(() => parse(...HEADER, `-- on working time: ${line}`)).toThrow(
      `visits.sql: expected "-- on working time: columns up to day" or "nothing", found ${line}`,
    );
  });

  test("finds the staging tables, the months not among them", () => {
    expect(parse(...HEADER).tables).toEqual(["visits", "deals"]);
  });

  test("finds the facts that it reads, and whether it reads the working calendar", () => {
    const sql = "select * from facts.visits join staging.working_days on true join staging.trips on true";
    expect(parseFact("calls", `${HEADER.join("\n")}\n${sql}\n`)).toMatchObject({
      facts: ["visits"],
      tables: ["trips"],
      isOnWorkingTime: true,
    });
  });

  test("reads dimensions with a name of their own, or the contract's column that they repeat, and members", () => {
    const fact = parse(
      ...HEADER,
      "-- small groups: ratings: kind within size",
      "-- people: count(*)",
      "-- dimension size: 规模 | Size",
      "-- dimension kind: visits.kind",
      "-- member size.1: 大 | Large",
      "-- member size.2: 小 | Small",
    );
    expect(fact.pooling).toEqual({ set: "ratings", group: "kind", area: "size" });
    expect([...fact.dimensions]).toEqual([
      ["size", { zh: "规模", en: "Size" }],
      ["kind", { column: "visits.kind" }],
    ]);
    expect(fact.members.get("size")).toEqual([
      { id: "1", label: { zh: "大", en: "Large" } },
      { id: "2", label: { zh: "小", en: "Small" } },
    ]);
  });

  test("reads the flags that say nothing of people", () => {
    expect(parse(...HEADER, "-- says nothing of people: is_new, is_long").impersonal).toEqual(["is_new", "is_long"]);
  });

  test("reads the columns that are top coded: a flag, or scores of the survey", () => {
    const { coded } = parse(...HEADER, "-- top coded: is_liked among is_seen", "-- top coded: stars, on the scale of the survey");
    expect([...coded]).toEqual([
      ["is_liked", "is_seen"],
      ["stars", null],
    ]);
  });

  test.each([
    [[...HEADER, "-- small groups: pooled"], 'visits.sql: expected "-- small groups: survey: department within side", found pooled'],
    [
      [...HEADER, "-- small groups: guests: kind within size"],
      "unknown set of small groups: guests (visits.sql may have: survey, ratings, delays, delay_causes)",
    ],
    [[...HEADER, "-- small groups: survey: kind within size"], 'visits.sql: no line "-- people: …" in its header'],
    [
      [...HEADER, "-- top coded: stars, up to 7"],
      'visits.sql: expected "-- top coded: column, on the scale of the survey" or "… flag among flag", found stars, up to 7',
    ],
    [HEADER.slice(1), 'visits.sql: no line "-- one row per …" in its header'],
    [HEADER.toSpliced(1, 1), 'visits.sql: no line "-- 每行一条： …" in its header'],
    [HEADER.toSpliced(2, 1), 'visits.sql: no line "-- time: …" in its header'],
    [HEADER.with(3, "-- over time: flwo"), "unknown way over time: flwo; did you mean flow? (visits.sql may have: flow, stock, presence)"],
    [
      [...HEADER, "-- covers: quarter"],
      "unknown cover of a row: quarter; did you mean quarters? (visits.sql may have: days, quarters, finished quarters)",
    ],
    [[...HEADER, "-- column is_new"], 'visits.sql: expected "-- column name: what it means", found is_new'],
    [[...HEADER, "-- member 1: 大 | Large"], 'visits.sql: expected "-- member dimension.id: Chinese | English", found 1: 大 | Large'],
    [[...HEADER, "-- settled after: a while"], 'visits.sql: expected "-- settled after: 90 days", found a while'],
    [[...HEADER, "-- dimension size: 规模 |"], 'visits.sql: expected "Chinese | English", found 规模 |'],
  ])("%# says what the header lacks", (header, message) => {
    expect(() => parse(...header)).toThrow(message);
  });
});

describe("inOrder", () => {
  const fact = (id: string, sql: string) => parseFact(id, [...HEADER, sql, ""].join("\n"));

  test("puts a fact behind those that it reads, and keeps the others where they are", () => {
    const facts = [fact("a", "select * from facts.c"), fact("b", "select * from staging.b"), fact("c", "select * from staging.c")];
    expect(inOrder(facts).map(({ id }) => id)).toEqual(["c", "a", "b"]);
  });

  test("gives a fact the tables of those that it reads, and their need of a calendar", () => {
    const facts = [
      fact("a", "select * from facts.b join staging.a on true"),
      fact("b", "select * from facts.c"),
      fact("c", "select * from staging.c join staging.working_days on true"),
    ];
    expect(inOrder(facts).at(-1)).toMatchObject({ id: "a", tables: ["a", "c"], isOnWorkingTime: true });
  });

  test("gives a fact the dimensions that those declare that it reads, but for its own", () => {
    const declaring = (id: string, name: string, sql: string) =>
      parseFact(id, [...HEADER, `-- dimension size: ${name}`, "-- member size.s: 小 | Small", sql, ""].join("\n"));
    const [, a, b] = inOrder([
      declaring("c", "规模 | Size", "select * from staging.c"),
      fact("a", "select * from facts.c"),
      declaring("b", "大小 | Extent", "select * from facts.c"),
    ]);
    expect(a?.dimensions.get("size")).toEqual({ zh: "规模", en: "Size" });
    expect(a?.members.get("size")).toEqual([{ id: "s", label: { zh: "小", en: "Small" } }]);
    expect(b?.dimensions.get("size")).toEqual({ zh: "大小", en: "Extent" });
  });

  test("gives a fact what the columns of those that it reads mean, but for its own", () => {
    const describing = (id: string, column: string, sql: string) => parseFact(id, [...HEADER, `-- column ${column}`, sql, ""].join("\n"));
    const [, a] = inOrder([
      describing("a", "days: days of 24 hours", "select * from facts.b"),
      parseFact("b", [...HEADER, "-- column days: calendar days", "-- column is_new: it is the first", "select 1", ""].join("\n")),
    ]);
    expect([...(a?.columns ?? [])]).toEqual([
      ["days", "days of 24 hours"],
      ["is_new", "it is the first"],
    ]);
  });

  test("says which facts read one another in a circle", () => {
    const facts = [fact("a", "select * from facts.b"), fact("b", "select * from facts.c"), fact("c", "select * from facts.a")];
    expect(() => inOrder(facts)).toThrow("a fact reads itself: a reads b reads c reads a");
  });

  test("says which fact is not there, and which are", () => {
    expect(() => inOrder([fact("visits", "select * from facts.vists")])).toThrow(
      "unknown fact: vists; did you mean visits? (visits.sql may read: visits)",
    );
  });
});

test("withRead(facts, ids) keeps facts and all that they read, however far", () => {
  const fact = (id: string, sql: string) => parseFact(id, [...HEADER, sql, ""].join("\n"));
  const facts = [
    fact("c", "select * from staging.c"),
    fact("b", "select * from facts.c"),
    fact("other", "select * from facts.c"),
    fact("a", "select * from facts.b"),
  ];
  expect(withRead(facts, ["a"]).map(({ id }) => id)).toEqual(["c", "b", "a"]);
});
