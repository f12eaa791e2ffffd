import { describe, expect, test } from "vitest";
import { findFiles, findReferences } from "../../scripts/read/files.ts";
import { parseSources } from "../../scripts/sources/sources.ts";
import { DataError, describeIssue } from "../../src/core/errors.ts";
import { dataFolder, stageFolder, TABLES } from "../stage/folder.ts";

const parse = (text: string) => parseSources(text, TABLES);
const deals = (rest: string) => `exports:\n  deals: { files: d.csv, system: CRM, rhythm: daily${rest && `, ${rest}`} }\n`;

test("parseSources(text) fills in what is left out", () => {
  const { exports } = parse(`defaults: { missing: ["", "?"], max_rejected: 0.5 }\n${deals("")}`);
  expect(exports.get("deals")).toEqual([
    {
      place: {
        name: "exports.deals",
        path: ["exports", "deals"],
        line: 3,
        lines: { files: 3, system: 3, rhythm: 3 },
      },
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
    },
  ]);
});

test("parseSources(text) without defaults takes the usual ones", () => {
  expect(parse(deals("")).defaults).toEqual({ ignore: [], missing: ["", "-", "N/A", "NULL", "无"], max_rejected: 0.01 });
});

test("parseSources(text) takes from the defaults how often exports come and what they ignore", () => {
  const text = `defaults: { rhythm: weekly, ignore: rest }\n${deals("").replace("rhythm: daily", "sheet: 商机")}`;
  expect(parse(text).exports.get("deals")).toMatchObject([{ rhythm: "weekly", ignore: "rest", sheet: "商机" }]);
  expect(parse(`defaults: { rhythm: weekly }\n${deals("")}`).exports.get("deals")).toMatchObject([{ rhythm: "daily", ignore: [] }]);
});

test("parseSources(text) asks for a rhythm that neither a table nor the defaults have", () => {
  expect(() => parse(deals("").replace(", rhythm: daily", ""))).toThrow("expected one of daily,");
});

test("parseSources(text) takes what a table says of itself before the defaults", () => {
  const { exports } = parse(deals('missing: ["/"], max_rejected: 0, delimiter: "\\t", values: { note: { 优: 5 } }'));
  expect(exports.get("deals")).toMatchObject([{ missing: ["/"], max_rejected: 0, delimiter: "\t", values: { note: { 优: "5" } } }]);
});

test.each([
  ['sql: "select 1", events: { key: id, time: at, columns: {} }', "sources.yaml:2 exports.deals.sql: "],
  ["with: { teams: teams.csv }", "expected nothing: with is for the tables of exports.deals.sql, which is not there"],
])("parseSources(text) refuses settings that do not go together: %s", (rest, message) => {
  expect(() => parse(deals(rest))).toThrow(message);
});

describe("parseSources(text) names the nearest valid one for", () => {
  test.each([
    ["an unknown key at the top", `${deals("")}defualts: {}`, "sources.yaml:3 defualts: "],
    ["an unknown default", `defaults: { mising: [] }\n${deals("")}`, "did you mean missing?, found mising"],
    ["an unknown key of a table", deals("encodng: gbk"), "did you mean encoding?, found encodng"],
    ["an unknown table", deals("").replace("deals", "dealz"), "did you mean deals?, found dealz"],
    ["an unknown column", deals("columns: { deal_i: 单号 }"), "did you mean deal_id?, found deal_i"],
    ["an unknown column of values", deals("values: { regoin: { a: b } }"), "did you mean region?, found regoin"],
    ["an unknown column of dates", deals("dates: { signed: [excel] }"), "did you mean signed_on?, found signed"],
    ["dates of a column without dates", deals("dates: { note: [excel] }"), "expected signed_on, found note"],
    [
      "a value that is no choice of the contract",
      deals("").replace("deals", "visits").replace(" }", ", values: { kind: { 电话: cal } } }"),
      "expected one of call, visit; did you mean call?, found cal",
    ],
    [
      "an unknown encoding",
      deals("encoding: gb2312"),
      "expected one of auto, utf-8, gb18030, gbk, windows-1252, utf-16le, utf-16be, found gb2312",
    ],
    ["an unknown rhythm", deals("").replace("daily", "dayly"), "did you mean daily?, found dayly"],
    ["a date form without a year", deals('dates: { signed_on: ["M/D"] }'), 'a date form such as "YYYY-MM-DD"'],
    ["a share above 1", deals("max_rejected: 5"), "exports.deals.max_rejected"],
    ["keep by a column without an order", deals("keep: latest by note"), "expected one of signed_on, amount_cny, found note"],
    [
      "keep in other words",
      deals("keep: newest"),
      'exports.deals.keep: expected "first", or "latest by" or "first by" and a column or a header, found newest',
    ],
    ["overlap of a table with a key", deals("overlap: sum"), "overlap is for tables without a key; deals has the key deal_id"],
    ["keep of a table without a key", deals("keep: latest by score").replace("deals", "answers"), "keep is for tables with a key"],
    [
      "an unknown kind of overlap",
      deals("overlap: newest").replace("deals", "answers"),
      "expected one of sum, newest_file; did you mean newest_file?, found newest",
    ],
    [
      "dates of another header than keep names",
      deals('keep: latest by Stamp, dates: { Stamps: ["M/D/YY"] }'),
      "expected signed_on, found Stamps",
    ],
    ["a reference table", deals("").replace("deals", "sales_regions"), "this one is read from reference/sales-regions.csv"],
  ])("%s", (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});

/** What is said to be wrong with a text, by place. */
function faultsIn(text: string): Record<string, string> {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof DataError) return Object.fromEntries(error.issues.map((issue) => [issue.column ?? "", describeIssue(issue)]));
  }
  return {};
}

describe("parseSources(text) names at once", () => {
  test("faults of form and of names, each at its place", () => {
    const text = deals(
      'encodng: gbk, max_rejected: 5, columns: { deal_i: a, note: [b] }, lookup: {}, scale: { region: 2 }, keep: "latest by note"',
    );
    expect(Object.keys(faultsIn(text)).sort()).toEqual(
      [
        "columns.deal_i",
        "columns.note",
        "encodng",
        "keep",
        "lookup.columns",
        "lookup.file",
        "lookup.key",
        "max_rejected",
        "scale.region",
      ].map((key) => `exports.deals.${key}`),
    );
  });

  test("a wrong rhythm, or one that is misspelt, as one fault", () => {
    expect(Object.keys(faultsIn(deals("encoding: utf").replace("daily", "dayly")))).toEqual([
      "exports.deals.rhythm",
      "exports.deals.encoding",
    ]);
    expect(Object.keys(faultsIn(deals("").replace("rhythm:", "rythm:")))).toEqual(["exports.deals.rythm"]);
  });

  test("a sign in a key that keeps it from being one", () => {
    expect(faultsIn(deals("columns: { deal_id： 单号 }"))["exports.deals.columns.deal_id： 单号"]).toContain(
      "： (U+FF1A) in deal_id： 单号: expected an ordinary colon and a blank",
    );
  });
});

test("stageAll says which sources.yaml it cannot read", async () => {
  await expect(stageFolder("/nowhere/at/all")).rejects.toThrow("a file is missing: /nowhere/at/all/sources.yaml");
});

const FILES = { "exports/a-2.csv": "", "exports/a-1.csv": "", "exports/b.csv": "", "reference/sales-regions.csv": "" };

const source = (files: string[]) => ({ files });

describe("findFiles(folder, source)", () => {
  test("gives each file that its patterns match once, sorted", async () => {
    expect(await findFiles(dataFolder({}, FILES), source(["exports/b.csv", "exports/*.csv"]), { file: "sources.yaml" })).toEqual([
      "exports/a-1.csv",
      "exports/a-2.csv",
      "exports/b.csv",
    ]);
  });

  test("names the nearest file when a pattern matches none", async () => {
    await expect(findFiles(dataFolder({}, FILES), source(["exports/c.csv"]), { file: "sources.yaml" })).rejects.toThrow(
      /did you mean exports\/b\.csv\?, found exports\/c\.csv, which no file fits/,
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
      "expected reference/regions-east.csv, found a file of no table",
    );
  });

  test("takes a copy beside a table, or a folder, for no table", async () => {
    const files = { ...FILES, "reference/sales-regions.csv.bak": "", "reference/sales-regions/old.csv": "" };
    expect(await findReferences(dataFolder({}, files), TABLES)).toEqual(new Map([["sales_regions", ["reference/sales-regions.csv"]]]));
  });

  test("names a table that is there in a form alone that is not read", async () => {
    await expect(findReferences(dataFolder({}, { "reference/sales-regions.csv.bak": "" }), TABLES)).rejects.toThrow(
      "save it as sales-regions.xlsx, found .bak",
    );
  });

  test("names the nearest table of a file that belongs to none", async () => {
    await expect(findReferences(dataFolder({}, { "reference/sales_regions.csv": "" }), TABLES)).rejects.toThrow(
      "did you mean reference/sales-regions.csv?, found a file of no table",
    );
  });
});
