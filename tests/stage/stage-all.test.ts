import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Table as ArrowTable,
  type DataType,
  dateDay,
  float32,
  float64,
  int64,
  TimeUnit,
  Type,
  tableFromIPC,
  tableToIPC,
  timestamp,
  utf8,
} from "@uwdata/flechette";
import { describe, expect, test } from "vitest";
import { DEALS_HEADER, dataFolder, stageDeals, stageFolder } from "./folder.ts";
import { writeParquet } from "./parquet.ts";
import { daysIn } from "./span.ts";

const REGIONS = { "reference/sales-regions.csv": "region,is_active\neast,是\nwest,无\n" };

const deals = (...records: string[]) => `${DEALS_HEADER}\n${records.join("\n")}\n`;

/** The staged rows of a table, after a trip through Arrow's own format. */
function rowsOf(data: ArrowTable | undefined): unknown[] {
  return data ? tableFromIPC(tableToIPC(data, { format: "stream" }) as Uint8Array).toArray() : [];
}

async function visits(records: string[], source: object = {}) {
  const header = "deal_id,started_at,ended_at,kind,people,is_first";
  const folder = dataFolder(
    { deals: { files: "deals.csv" }, visits: { files: "visits.csv", ...source } },
    { "deals.csv": deals("D-1,2026-01-02,,1,"), "visits.csv": `${header}\n${records.join("\n")}\n` },
  );
  return (await stageFolder(folder)).tables.get("visits");
}

describe("stageAll types every kind of column", () => {
  test("in the form that the contract notes", async () => {
    const staged = await visits(["D-1,2026-01-02 09:30,2026-01-02T10:00:30,call,3,有", "D-1,2026-01-02 09:31,,,,"]);
    expect(rowsOf(staged?.data)).toEqual([
      {
        deal_id: "D-1",
        started_at: Date.UTC(2026, 0, 2, 9, 30),
        ended_at: Date.UTC(2026, 0, 2, 10, 0, 30),
        kind: "call",
        people: 3,
        is_first: true,
      },
      { deal_id: "D-1", started_at: Date.UTC(2026, 0, 2, 9, 31), ended_at: null, kind: null, people: null, is_first: null },
    ]);
    const types = staged?.data.schema.fields.map(({ type }) => type.typeId);
    expect(types).toEqual([Type.Dictionary, Type.Timestamp, Type.Timestamp, Type.Dictionary, Type.Int, Type.Bool]);
  });

  test("from Parquet with instants, and times of the wall clock, on the company's clock", async () => {
    const instant = Date.UTC(2026, 2, 31, 23, 30);
    const file = writeParquet(
      { deal_id: ["D-1"], started_at: [instant], ended_at: [instant + 86_400_000] },
      { types: { deal_id: utf8(), started_at: timestamp(TimeUnit.NANOSECOND, "UTC"), ended_at: timestamp(TimeUnit.MICROSECOND) } },
    );
    const folder = dataFolder(
      { deals: { files: "d.csv" }, visits: { files: "v.parquet" } },
      { "d.csv": deals("D-1,2026-01-02,,,"), "v.parquet": file },
    );
    const { tables } = await stageFolder(folder);
    expect(rowsOf(tables.get("visits")?.data)).toMatchObject([
      { started_at: Date.UTC(2026, 3, 1, 7, 30), ended_at: Date.UTC(2026, 3, 1, 23, 30) },
    ]);
  });

  test("with instants on the company's clock", async () => {
    const staged = await visits(["D-1,2026-03-31T23:30:00Z,2026-04-01T09:00:00+09:00,,,"]);
    expect(rowsOf(staged?.data)).toMatchObject([{ started_at: Date.UTC(2026, 3, 1, 7, 30), ended_at: Date.UTC(2026, 3, 1, 8) }]);
    const folder = dataFolder({ deals: { files: "d.csv" } }, { "d.csv": "deal_id,signed_on\nD-1,2026-03-31T23:30:00Z\n" });
    const days = await Promise.all(
      ["Asia/Shanghai", "America/New_York"].map(async (timeZone) =>
        rowsOf((await stageFolder(folder, { timeZone })).tables.get("deals")?.data),
      ),
    );
    expect(days).toMatchObject([[{ signed_on: Date.UTC(2026, 3, 1) }], [{ signed_on: Date.UTC(2026, 2, 31) }]]);
  });

  test("with nulls for an optional column that the export lacks", async () => {
    const { tables } = await stageDeals("signed_on,deal_id\n2026-01-02,D-1\n");
    expect(rowsOf(tables.get("deals")?.data)).toEqual([
      { deal_id: "D-1", signed_on: Date.UTC(2026, 0, 2), region: null, amount_cny: null, note: null },
    ]);
  });

  test("as plain text when there are too many different ones for a dictionary", async () => {
    const ids = Array.from({ length: 70_000 }, (_, index) => `编号-${index}`);
    const { tables } = await stageDeals(deals(...ids.map((id, index) => `${id},2026-01-02,,,${index === 69_999 ? "" : id}`)));
    const data = tables.get("deals")?.data;
    expect(data?.schema.fields[0]?.type.typeId).toBe(Type.Utf8);
    expect([...(data?.getChild("deal_id") ?? [])]).toEqual(ids);
    expect([...(data?.getChild("note") ?? [])]).toEqual(ids.with(69_999, null as unknown as string));
  });

  test("from Parquet, whose dates need no form", async () => {
    const day = Date.UTC(2026, 0, 2);
    const file = writeParquet(
      { deal_id: ["D-1"], signed_on: [day], region: [null], amount_cny: [2.5], note: [""] },
      { types: { signed_on: timestamp(TimeUnit.MICROSECOND, "UTC") } },
    );
    const { tables } = await stageDeals(file, { dates: { signed_on: ["YYYY/M/D"] } }, "deals.parquet");
    expect(rowsOf(tables.get("deals")?.data)).toEqual([{ deal_id: "D-1", signed_on: day, region: null, amount_cny: 2.5, note: null }]);
  });
});

describe("identifiers that Parquet holds as fractions", () => {
  const stage = (ids: unknown[], types: Record<string, DataType>, source: object = {}) => {
    const days = ids.map(() => "2026-01-02");
    const empty = ids.map(() => null);
    const file = writeParquet({ deal_id: ids, signed_on: days, region: empty, amount_cny: empty, note: empty }, { types });
    return stageDeals(file, source, "deals.parquet");
  };

  test.each([
    ["double", float64(), [7, 2 ** 53 - 1], [2 ** 53, 12_345_678_901_234_568, 1.5], 9_007_199_254_740_991],
    ["single", float32(), [7, 2 ** 24 - 1], [2 ** 24, 1.5], 16_777_215],
  ])("of %s precision are taken as long as they are whole and exact, and else refused", async (_, type, exact, others, limit) => {
    const { tables } = await stage([...exact, ...others], { deal_id: type });
    expect(rowsOf(tables.get("deals")?.data)).toMatchObject(exact.map((id) => ({ deal_id: String(id) })));
    const reason = { code: "exact-identifier", max: limit };
    expect(tables.get("deals")?.files[0]?.reasons).toEqual([{ column: "deal_id", reason, count: others.length }]);
  });

  test("may be renamed, and be missing", async () => {
    const { tables } = await stage([1.5, null], { deal_id: float64() }, { values: { deal_id: { "1.5": "D-1" } } });
    expect(rowsOf(tables.get("deals")?.data)).toMatchObject([{ deal_id: "D-1" }]);
    expect(tables.get("deals")?.files[0]?.reasons).toMatchObject([{ reason: { code: "value" } }]);
  });

  test("that are whole numbers are exact, however large", async () => {
    const ids = [9_007_199_254_740_992n, 9_007_199_254_740_993n];
    const { tables } = await stage(ids, { deal_id: int64() });
    expect(rowsOf(tables.get("deals")?.data)).toMatchObject(ids.map((id) => ({ deal_id: String(id) })));
  });
});

describe("stageAll refuses", () => {
  test.each([
    [
      "a record that breaks a rule",
      "D-1,2026-01-02 09:30,2026-01-02 09:00,,,",
      "ended_at",
      { code: "not-before", moment: "time", columns: ["started_at"] },
    ],
    ["a reference to another table", "D-9,2026-01-02 09:30,,,,", "deal_id", { code: "reference", to: "deals.deal_id" }],
    ["a choice that is not in the contract", "D-1,2026-01-02 09:30,,mail,,", "kind", { code: "one-of", values: ["call", "visit"] }],
    ["a whole number with a fraction", "D-1,2026-01-02 09:30,,,2.5,", "people", { code: "whole-number" }],
    ["a number above its bound", "D-1,2026-01-02 09:30,,,51,", "people", { code: "at-most", max: 50 }],
    ["a number that staging cannot hold", "D-1,2026-01-02 09:30,,,3000000000,", "people", { code: "whole-up-to", max: 2_147_483_647 }],
    ["a word that is no flag", "D-1,2026-01-02 09:30,,,,maybe", "is_first", { code: "flag" }],
    ["a day where a time is needed", "D-1,2026-01-02,,,,", "started_at", { code: "time", forms: ["YYYY-MM-DD HH:mm"] }],
  ])("%s", async (_, record, column, reason) => {
    const staged = await visits([record]);
    expect(staged?.files[0]?.reasons).toEqual([{ column, reason, count: 1 }]);
  });

  test("a key of several columns that occurs twice", async () => {
    const staged = await visits(["D-1,2026-01-02 09:30,,,,", "D-1,2026-01-02 09:31,,,,", "D-1,2026-01-02 09:30:00,,call,,"]);
    expect(staged?.files[0]).toMatchObject({ accepted: 2, reasons: [{ column: "deal_id, started_at", count: 1 }] });
  });
});

describe("stageAll reads as sources.yaml says:", () => {
  test("names, values and date forms of the export, and flag words before missing ones", async () => {
    const folder = dataFolder(
      {
        deals: {
          files: "deals.csv",
          delimiter: ";",
          columns: { deal_id: "单号", signed_on: "日期", amount_cny: "金额", region: "区域" },
          ignore: ["币种"],
          values: { region: { 华东: "east", "-": "west" } },
          dates: { signed_on: ["YYYY年M月D日", "excel"] },
          missing: ["/"],
        },
      },
      { ...REGIONS, "deals.csv": "单号;币种;日期;区域;金额;note\n D-1 ;CNY;2026年1月2日;华东;1.5万; 无\nD-2;CNY;46024;-;/;/\n" },
    );
    const { tables } = await stageFolder(folder);
    const day = Date.UTC(2026, 0, 2);
    expect(rowsOf(tables.get("deals")?.data)).toEqual([
      { deal_id: "D-1", signed_on: day, region: "east", amount_cny: 15_000, note: " 无" },
      { deal_id: "D-2", signed_on: day, region: "west", amount_cny: null, note: null },
    ]);
    expect(rowsOf(tables.get("sales_regions")?.data)).toEqual([
      { region: "east", is_active: true },
      { region: "west", is_active: false },
    ]);
  });

  test("several files, where the newest has the last word on a key", async () => {
    const folder = dataFolder(
      { deals: { files: ["b/*.csv", "a.csv"] } },
      {
        "a.csv": deals("D-1,2026-01-02,,,"),
        "b/1.csv": deals("D-2,2026-01-05,,,", "D-1,2026-01-03,,,"),
        "b/2.csv": `signed_on,deal_id\n2026-01-01,D-3\n`,
      },
    );
    const { tables } = await stageFolder(folder);
    expect(
      tables.get("deals")?.files.map(({ file, accepted, replaced, span }) => [file, accepted, replaced, ...daysIn(span.ends)]),
    ).toEqual([
      ["a.csv", 0, 1],
      ["b/1.csv", 2, 0, "2026-01-03", "2026-01-05"],
      ["b/2.csv", 1, 0, "2026-01-01"],
    ]);
  });
});

test("stageAll reports what a file is and what became of it", async () => {
  const { tables } = await stageDeals(deals("D-1,2026-01-02,,,", "D-2,bad,,,", "D-3,2025-12-31,,,", "D-4,bad,,,"), { encoding: "gb18030" });
  expect(tables.get("deals")?.files).toEqual([
    {
      table: "deals",
      file: "exports/deals.csv",
      path: "exports/deals.csv",
      system: { zh: "CRM", en: "CRM" },
      rhythm: "daily",
      format: "csv",
      sheet: null,
      encoding: "gb18030",
      bytes: 99,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      read: 4,
      accepted: 2,
      replaced: 0,
      repeated: 0,
      merged: 0,
      set_aside: 0,
      rejected: 2,
      reasons: [{ column: "signed_on", reason: { code: "date", forms: ["YYYY-MM-DD"] }, count: 2 }],
      dropped: [],
      remarked: { outlived: 0, rounded: 0, unfound: [], sought: [] },
      span: expect.objectContaining({ starts: expect.anything(), ends: expect.anything() }),
      seconds: expect.any(Number),
    },
  ]);
});

test("stageAll reports the last day of a fiscal quarter", async () => {
  const folder = dataFolder({ answers: { files: "a.csv" } }, { "a.csv": "quarter,score\n2026Q1,5\n2026Q2,4\n" });
  const span = (await stageFolder(folder, { fiscalStart: 4 })).tables.get("answers")?.files[0]?.span;
  expect(span && daysIn(span.starts)).toEqual(["2026-06-30", "2026-09-30"]);
});

test("stageAll stages a table after those that it refers to, and lists those without an export", async () => {
  const folder = dataFolder(
    { visits: { files: "v.csv" }, deals: { files: "d.csv" } },
    { ...REGIONS, "v.csv": "deal_id,started_at\n", "d.csv": deals() },
  );
  const { tables, missing } = await stageFolder(folder);
  expect([...tables.keys()]).toEqual(["sales_regions", "deals", "visits"]);
  expect(missing).toEqual(["answers"]);
});

test("stageAll does not hold a reference against a record when the table it refers to is missing", async () => {
  const folder = dataFolder({ visits: { files: "v.csv" } }, { "v.csv": "deal_id,started_at\nD-1,2026-01-02 09:30\n" });
  expect((await stageFolder(folder)).tables.get("visits")?.rows).toBe(1);
});

describe("stageAll fails", () => {
  test("for all tables at once that reject more than their share", async () => {
    const folder = dataFolder(
      { deals: { files: "d.csv", max_rejected: 0.3 }, answers: { files: "a.csv", max_rejected: 0 }, visits: { files: "v.csv" } },
      {
        "d.csv": deals("D-1,bad,,,", "D-2,2026-01-02,,,"),
        "a.csv": "quarter,score\nQ1,5\n",
        "v.csv": "deal_id,started_at\nD-1,2026-01-02 09:30\n",
      },
    );
    await expect(stageFolder(folder)).rejects.toThrow(
      /deals: .*1 of 2 records rejected \(50\.0 %, allowed 30 %\).*deals\.csv\nanswers: .*1 of 1 record rejected .*\n {2}d\.csv:2 signed_on: .*\n.*expected a date such as YYYY-MM-DD, found bad\n[\s\S]* {2}a\.csv:2 quarter/,
    );
  });

  test("when one record of a reference table is rejected", async () => {
    const folder = dataFolder({}, { "reference/sales-regions.csv": "region,is_active\neast,1\nwest,\n" });
    await expect(stageFolder(folder)).rejects.toThrow(/sales_regions: .*1 of 2 records rejected/);
  });

  test("when every value is missing", async () => {
    await expect(stageDeals(deals("-,,,,", "-,N/A,,,"), { max_rejected: 0.5 })).rejects.toThrow(
      "2 of 2 records rejected (100.0 %, allowed 50 %)",
    );
  });

  test("not at the very share that is allowed", async () => {
    const { tables } = await stageDeals(deals("D-1,bad,,,", "D-2,2026-01-02,,,"), { max_rejected: 0.5 });
    expect(tables.get("deals")?.rows).toBe(1);
  });
});

describe("the rejects of a table", () => {
  test("are a file that a spreadsheet opens without running a formula", async () => {
    const folder = dataFolder({ deals: { files: "d.csv" } }, { "d.csv": deals('=cmd(),bad,,,"<script>\n"') });
    await stageFolder(folder);
    expect(readFileSync(join(folder, ".tandem/rejects/deals.csv"), "utf8")).toBe(
      '\uFEFFfile,line,column,found,expected,code,record\r\nd.csv,2,signed_on,bad,a date such as YYYY-MM-DD,date,"\'=cmd(),bad,,,""<script>\n"""\r\n',
    );
  });

  test("show what cannot be seen in what was found, and keep the record as it was written", async () => {
    const folder = dataFolder({ deals: { files: "d.csv" } }, { "d.csv": deals("D-1,2026-01-\u200B02,,,") });
    await stageFolder(folder);
    expect(readFileSync(join(folder, ".tandem/rejects/deals.csv"), "utf8").split("\r\n")[1]).toBe(
      'd.csv,2,signed_on,2026-01-⟨U+200B⟩02,a date such as YYYY-MM-DD,date,"D-1,2026-01-\u200B02,,,"',
    );
  });

  test("are gone once there are none", async () => {
    const folder = dataFolder({ deals: { files: "d.csv" } }, { "d.csv": deals("D-1,bad,,,") });
    const path = join(folder, ".tandem/rejects/deals.csv");
    await stageFolder(folder);
    expect(existsSync(path)).toBe(true);
    const mended = dataFolder({ deals: { files: "d.csv" } }, { "d.csv": deals("D-1,2026-01-02,,,"), ".tandem/rejects/deals.csv": "old" });
    await stageFolder(mended);
    expect(existsSync(join(mended, ".tandem/rejects/deals.csv"))).toBe(false);
  });
});

test("an empty cell is missing whatever else means missing", async () => {
  const { tables } = await stageDeals(deals(",2026-01-02,,,", "D-2,2026-01-02,,,"), { missing: ["/"] });
  expect(rowsOf(tables.get("deals")?.data)).toEqual([
    { deal_id: "D-2", signed_on: Date.UTC(2026, 0, 2), region: null, amount_cny: null, note: null },
  ]);
});

test("a rejected record shows what it says in the columns to blame", async () => {
  const folder = dataFolder(
    { visits: { files: "v.csv" } },
    {
      "v.csv":
        "deal_id,started_at,ended_at\nD-1,2026-01-02 09:30,2026-01-02 09:00\nD-2,2026-01-02 09:30,\nD-2,2026-01-02T09:30:00,2026-01-02 10:00\n",
    },
  );
  await stageFolder(folder);
  const rejects = readFileSync(join(folder, ".tandem/rejects/visits.csv"), "utf8").split("\r\n");
  expect(rejects.slice(1, 3)).toEqual([
    'v.csv,2,ended_at,2026-01-02 09:00,a time on or after started_at,not-before,"D-1,2026-01-02 09:30,2026-01-02 09:00"',
    'v.csv,4,"deal_id, started_at","D-2, 2026-01-02T09:30:00 (with other values than in v.csv:3)",a key that no record before has,unique-key,"D-2,2026-01-02T09:30:00,2026-01-02 10:00"',
  ]);
});

test("a table without a record has its columns", async () => {
  const { tables } = await stageDeals(`${DEALS_HEADER}\n`);
  const data = tableFromIPC(tableToIPC(tables.get("deals")?.data as ArrowTable, { format: "stream" }) as Uint8Array);
  expect([data.numRows, data.names]).toEqual([0, ["deal_id", "signed_on", "region", "amount_cny", "note"]]);
});

test("dates of Parquet and of CSV stage alike", async () => {
  const file = writeParquet({ deal_id: ["D-1"], signed_on: [Date.UTC(2026, 0, 2)] }, { types: { signed_on: dateDay() } });
  const fromParquet = await stageDeals(file, {}, "deals.parquet");
  const fromCsv = await stageDeals("deal_id,signed_on\nD-1,2026-01-02\n");
  expect(rowsOf(fromParquet.tables.get("deals")?.data)).toEqual(rowsOf(fromCsv.tables.get("deals")?.data));
});

describe("stageAll of a folder with a fault in a hand-kept table", () => {
  const regions = "region,is_active\neast,maybe\n";

  test("says it before an export is opened", async () => {
    const files = { "exports/deals.csv": "no header of deals\n", "reference/sales-regions.csv": regions };
    const folder = dataFolder({ deals: { files: "exports/deals.csv" } }, files);
    await expect(stageFolder(folder)).rejects.toThrow(/^sales_regions: .*\n {2}reference\/sales-regions\.csv:2 is_active/);
  });
});
