import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DataError } from "../../src/core/errors.ts";
import { writeWorkbook } from "../read/xlsx/written.ts";
import { DEALS_HEADER, dataFolder, stageDeals, stageFolder } from "./folder.ts";
import { writeParquet } from "./parquet.ts";

const RECORD = "D-1,2026-01-02,,1,\n";
const parquet = writeParquet({ deal_id: ["D-1"], signed_on: ["2026-01-02"], region: [null], amount_cny: ["1"], note: [null] });

const BROKEN: { name: string; file: string; content: string | Uint8Array; source?: object; message: string | RegExp }[] = [
  {
    name: "an empty file",
    file: "a.csv",
    content: "",
    message: "a.csv: 应为 表头，实为 空文件\n    expected a header, found an empty file",
  },
  {
    name: "line breaks only",
    file: "a.csv",
    content: "\n\r\n",
    message: "a.csv: 应为 表头，实为 空文件\n    expected a header, found an empty file",
  },
  {
    name: "a header with a broken quote",
    file: "a.csv",
    content: `deal_id,"signed_on\n${RECORD}`,
    message: "a.csv:1: expected a closing quote",
  },
  {
    name: "a header twice",
    file: "a.csv",
    content: `${DEALS_HEADER},note\n`,
    message: "a.csv:1 note: 应为 一列，实为 几列同名\n    expected one, found several columns of this name",
  },
  {
    name: "a blank header",
    file: "a.csv",
    content: `deal_id,,signed_on\n`,
    message: "expected a header of the contract or one under ignore in sources.yaml, found a blank header",
  },
  { name: "an unknown header", file: "a.csv", content: `${DEALS_HEADER},amuont_cny\n`, message: "did you mean amount_cny?" },
  {
    name: "a header that is mapped but not there",
    file: "a.csv",
    content: `${DEALS_HEADER}\n`,
    source: { columns: { note: "nota" } },
    message: "expected the header that sources.yaml names; did you mean note?, found no such header",
  },
  {
    name: "a header that is ignored but not there",
    file: "a.csv",
    content: `${DEALS_HEADER}\n`,
    source: { ignore: ["notes"] },
    message: "expected the header that sources.yaml names; did you mean note?",
  },
  {
    name: "a byte order mark of another encoding",
    file: "a.csv",
    content: Buffer.from(`\uFEFF${DEALS_HEADER}\n`, "utf16le"),
    source: { encoding: "utf-8" },
    message: 'write encoding: "utf-16le", or leave it out',
  },
  { name: "an empty Parquet file", file: "a.parquet", content: "", message: "a.parquet: expected a sound Parquet file" },
  {
    name: "half a Parquet file",
    file: "a.parquet",
    content: parquet.subarray(0, parquet.length >> 1),
    message: "a.parquet: expected a sound Parquet file",
  },
  {
    name: "a Parquet file whose pages are corrupt",
    file: "a.parquet",
    content: parquet.map((byte, at) => (at > 4 && at < 30 ? byte ^ 0x5a : byte)),
    message: "a.parquet: expected a sound Parquet file",
  },
];

describe("stageAll stops at", () => {
  test.each(BROKEN)("$name", async ({ file, content, source, message }) => {
    await expect(stageDeals(content, source, file)).rejects.toThrow(message);
  });
});

test("stageAll names every required column that is missing, over all tables at once", async () => {
  const folder = dataFolder(
    { deals: { files: "d-*.csv" }, answers: { files: "a.csv" }, visits: { files: "v.csv", columns: { deal_id: "单号" } } },
    { "d-1.csv": "note,region\n", "d-2.csv": "deal_id,region\n", "a.csv": "score\n", "v.csv": "started_at\n" },
  );
  const { issues } = await stageFolder(folder).then(
    () => ({ issues: [] }),
    (error: DataError) => error,
  );
  expect(issues.map(({ file, column }) => `${file} ${column}`).sort()).toEqual([
    "a.csv quarter",
    "d-1.csv deal_id",
    "d-1.csv signed_on",
    "d-2.csv signed_on",
    "v.csv 单号",
  ]);
});

test("stageAll leaves files aside that are the same as another of their table, byte for byte", async () => {
  const same = `${DEALS_HEADER}\n${RECORD}`;
  const folder = dataFolder(
    { deals: { files: "d*.csv" } },
    { "d (1).csv": same, "d.csv": same, "dx.csv": same.replace("D-1", "D-2"), "other.csv": same },
  );
  const staged = (await stageFolder(folder)).tables.get("deals");
  expect(staged?.files.map(({ file, read }) => [file, read])).toEqual([
    ["d.csv", 1],
    ["dx.csv", 1],
  ]);
  expect(staged?.copies).toEqual([{ file: "d (1).csv", of: "d.csv" }]);
});

test("stageAll reads a file by its exact name, parentheses and all", async () => {
  const file = "exports/工单 (2026-03) [1].csv";
  expect((await stageDeals(`${DEALS_HEADER}\n${RECORD}`, {}, file)).tables.get("deals")?.files).toMatchObject([{ file, accepted: 1 }]);
});

test("stageAll takes a blank header that is ignored", async () => {
  const { tables } = await stageDeals(`${DEALS_HEADER},\n${RECORD.trimEnd()},x\n`, { ignore: [""] });
  expect(tables.get("deals")?.rows).toBe(1);
});

describe("a file with titles above its header", () => {
  test.each<[string, () => Promise<string | Uint8Array>, string, number]>([
    ["CSV", async () => "订单明细,,\n导出时间：2026-04-30,,\n\ndeal_id,signed_on,\nD-1,2026-01-02,\n", "csv", 4],
    [
      "a workbook",
      async () => {
        const row = (...texts: string[]) => `<row>${texts.map((text) => `<c t="str"><v>${text}</v></c>`).join("")}</row>`;
        return readFileSync(await writeWorkbook({ rows: row("订单明细") + row("signed_on", "deal_id") + row("2026-01-02", "D-1") }));
      },
      "xlsx",
      2,
    ],
  ])("is told in which row its header is: %s", async (_, contentOf, ending, line) => {
    const [content, file] = [await contentOf(), `exports/deals.${ending}`];
    await expect(stageDeals(content, {}, file)).rejects.toThrow(`write header_row: ${line}`);
    expect((await stageDeals(content, { header_row: line }, file)).tables.get("deals")?.rows).toBe(1);
  });
});

const TABLE = `${DEALS_HEADER}\n${RECORD}`;

describe("stageAll says how a file is written that is read otherwise:", () => {
  test.each([
    ["another delimiter", { delimiter: ";" }, 'write delimiter: ",", or leave it out'],
    ["another encoding", { encoding: "utf-16le" }, 'write encoding: "utf-8", or leave it out'],
  ])("%s", async (_, source, message) => {
    await expect(stageDeals(TABLE, source)).rejects.toThrow(message);
  });
});

test.each([
  ["\u00A0deal_id\u3000", "deal_id"],
  ['"deal\nid"', "deal id"],
  ["\u200Bdeal_id", "\uFEFFdeal_id"],
])("stageAll finds the header %j by the name %j", async (written, name) => {
  const { tables } = await stageDeals(
    TABLE.replace("deal_id", () => written),
    { columns: { deal_id: name } },
  );
  expect(tables.get("deals")?.rows).toBe(1);
});

test("stageAll names all headers that steps ask for, and what is wrong with other tables, at once", async () => {
  const folder = dataFolder(
    { deals: { files: "d.csv", where: { State: "x" }, fill_down: ["Stage"] }, answers: { files: "b.csv" }, visits: { files: "v.csv" } },
    { "d.csv": TABLE, "v.csv": "deal_id\n" },
  );
  await expect(stageFolder(folder)).rejects.toThrow(/exports\.answers\.files[\s\S]*Stage[\s\S]*State[\s\S]*started_at/);
});
