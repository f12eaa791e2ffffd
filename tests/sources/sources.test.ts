import { describe, expect, test } from "vitest";
import { findFiles, findReferences } from "../../scripts/read/files.ts";
import { parseSources } from "../../scripts/sources/sources.ts";
import { dataFolder, stageFolder, TABLES } from "../stage/folder.ts";

const parse = (text: string) => parseSources(text, TABLES);
const deals = (rest: string) => `exports:\n  deals: { files: d.csv, system: CRM, rhythm: daily${rest && `, ${rest}`} }\n`;

test("parseSources(text) fills in what is left out", () => {
  const { exports } = parse(`defaults: { missing: ["", "?"], max_rejected: 0.5 }\n${deals("")}`);
  expect(exports.get("deals")).toEqual({
    files: ["d.csv"],
    system: { zh: "CRM", en: "CRM" },
    rhythm: "daily",
    encoding: "auto",
    delimiter: "auto",
    fill_merged: false,
    decimal: ".",
    scale: {},
    columns: {},
    ignore: [],
    values: {},
    dates: {},
    missing: ["", "?"],
    max_rejected: 0.5,
  });
});

test("parseSources(text) without defaults takes the usual ones", () => {
  expect(parse(deals("")).defaults).toEqual({ ignore: [], missing: ["", "-", "N/A", "NULL", "无"], max_rejected: 0.01 });
});

test("parseSources(text) takes from the defaults how often exports come and what they ignore", () => {
  const text = `defaults: { rhythm: weekly, ignore: rest }\n${deals("").replace("rhythm: daily", "sheet: 商机")}`;
  expect(parse(text).exports.get("deals")).toMatchObject({ rhythm: "weekly", ignore: "rest", sheet: "商机" });
  expect(parse(`defaults: { rhythm: weekly }\n${deals("")}`).exports.get("deals")).toMatchObject({ rhythm: "daily", ignore: [] });
});

test("parseSources(text) asks for a rhythm that neither a table nor the defaults have", () => {
  expect(() => parse(deals("").replace(", rhythm: daily", ""))).toThrow("exports.deals.rhythm: ");
});

test("parseSources(text) takes what a table says of itself before the defaults", () => {
  const { exports } = parse(deals('missing: ["/"], max_rejected: 0, delimiter: "\\t", values: { note: { 优: 5 } }'));
  expect(exports.get("deals")).toMatchObject({ missing: ["/"], max_rejected: 0, delimiter: "\t", values: { note: { 优: "5" } } });
});

test.each([
  ['sql: "select 1", events: { key: id, time: at, columns: {} }', "exports.deals has events and sql; say one of the two"],
  ["with: { teams: teams.csv }", "exports.deals.with is for the tables of exports.deals.sql, which is not there"],
])("parseSources(text) refuses settings that do not go together: %s", (rest, message) => {
  expect(() => parse(deals(rest))).toThrow(message);
});

describe("parseSources(text) names the nearest valid one for", () => {
  test.each([
    ["an unknown key at the top", `${deals("")}defualts: {}`, "unknown key at the top of sources.yaml: defualts; did you mean defaults?"],
    [
      "an unknown default",
      `defaults: { mising: [] }\n${deals("")}`,
      "unknown key at defaults of sources.yaml: mising; did you mean missing?",
    ],
    ["an unknown key of a table", deals("encodng: gbk"), "unknown key at exports.deals of sources.yaml: encodng; did you mean encoding?"],
    ["an unknown table", deals("").replace("deals", "dealz"), "unknown table: dealz; did you mean deals?"],
    [
      "an unknown column",
      deals("columns: { deal_i: 单号 }"),
      "unknown column in exports.deals.columns of sources.yaml: deal_i; did you mean deal_id?",
    ],
    ["an unknown column of values", deals("values: { regoin: { a: b } }"), "regoin; did you mean region?"],
    ["an unknown column of dates", deals("dates: { signed: [excel] }"), "signed; did you mean signed_on?"],
    [
      "dates of a column without dates",
      deals("dates: { note: [excel] }"),
      "unknown date column in exports.deals.dates of sources.yaml: note",
    ],
    [
      "a value that is no choice of the contract",
      deals("").replace("deals", "visits").replace(" }", ", values: { kind: { 电话: cal } } }"),
      "unknown value in exports.visits.values.kind of sources.yaml: cal; did you mean call?",
    ],
    ["an unknown encoding", deals("encoding: gb2312"), 'exports.deals.encoding: Invalid option: expected one of "auto"|"utf-8"|"gb18030"'],
    ["an unknown rhythm", deals("").replace("daily", "dayly"), 'found "dayly"; did you mean daily?'],
    ["a date form without a year", deals('dates: { signed_on: ["M/D"] }'), 'a date form such as "YYYY-MM-DD"'],
    ["a share above 1", deals("max_rejected: 5"), "exports.deals.max_rejected"],
    [
      "keep by a column without an order",
      deals("keep: latest by note"),
      "unknown date, time or number in exports.deals.keep of sources.yaml: note",
    ],
    [
      "keep in other words",
      deals("keep: newest"),
      'exports.deals.keep: expected "first", or "latest by" or "first by" and a column or a header, found "newest"',
    ],
    [
      "overlap of a table with a key",
      deals("overlap: sum"),
      "exports.deals.overlap is for tables without a key; deals has the key deal_id",
    ],
    [
      "keep of a table without a key",
      deals("keep: latest by score").replace("deals", "answers"),
      "exports.answers.keep is for tables with a key",
    ],
    [
      "dates of another header than keep names",
      deals('keep: latest by Stamp, dates: { Stamps: ["M/D/YY"] }'),
      "unknown column in exports.deals.dates",
    ],
    ["an unknown kind of overlap", deals("overlap: newest").replace("deals", "answers"), "exports.answers.overlap: Invalid option"],
    ["a reference table", deals("").replace("deals", "sales_regions"), "it is read from reference/sales-regions.csv"],
  ])("%s", (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});

test("stageAll says which sources.yaml it cannot read", async () => {
  await expect(stageFolder("/nowhere/at/all")).rejects.toThrow("cannot read /nowhere/at/all/sources.yaml");
});

const FILES = { "exports/a-2.csv": "", "exports/a-1.csv": "", "exports/b.csv": "", "reference/sales-regions.csv": "" };

const source = (files: string[]) => ({ files });

describe("findFiles(folder, source)", () => {
  test("gives each file that its patterns match once, sorted", async () => {
    expect(await findFiles(dataFolder({}, FILES), source(["exports/b.csv", "exports/*.csv"]), "deals")).toEqual([
      "exports/a-1.csv",
      "exports/a-2.csv",
      "exports/b.csv",
    ]);
  });

  test("names the nearest file when a pattern matches none", async () => {
    await expect(findFiles(dataFolder({}, FILES), source(["exports/c.csv"]), "deals")).rejects.toThrow(
      /^unknown file of deals: exports\/c\.csv; did you mean exports\/b\.csv\?/,
    );
  });
});

describe("findReferences(folder, tables)", () => {
  test("gives the reference tables that are there", async () => {
    expect(await findReferences(dataFolder({}, FILES), TABLES)).toEqual(new Map([["sales_regions", ["reference/sales-regions.csv"]]]));
  });

  test("gives every file of a table that is kept by year, and no other", async () => {
    const yearly = TABLES.map((table) => (table.id === "sales_regions" ? { ...table, yearly: "regions" } : table));
    const files = { "reference/regions-2027.csv": "", "reference/regions-2026.csv": "" };
    expect(await findReferences(dataFolder({}, files), yearly)).toEqual(
      new Map([["sales_regions", ["reference/regions-2026.csv", "reference/regions-2027.csv"]]]),
    );
    await expect(findReferences(dataFolder({}, { "reference/regions-27.csv": "" }), yearly)).rejects.toThrow(
      "unknown reference table: reference/regions-27.csv",
    );
  });

  test("names the nearest table of a file that belongs to none", async () => {
    await expect(findReferences(dataFolder({}, { "reference/sales_regions.csv": "" }), TABLES)).rejects.toThrow(
      "unknown reference table: reference/sales_regions.csv; did you mean reference/sales-regions.csv?",
    );
  });
});
