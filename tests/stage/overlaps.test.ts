import { describe, expect, test } from "vitest";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { date, number, quarter, text, timestamp } from "../../src/core/columns.ts";
import { defineTable, type Table } from "../../src/core/contract.ts";
import { CLOCK, dataFolder } from "./folder.ts";

const said = { label: { zh: "列", en: "Column" }, description: { zh: "列。", en: "A column." }, publish: "never" as const, example: "" };
const named = { label: { zh: "表", en: "Table" }, description: { zh: "表。", en: "A table." }, key: [] };
const hours = number({ ...said, required: true });

const TABLES = [
  defineTable({ id: "by_day", ...named, time: "at", columns: { at: date({ ...said, required: true }), hours } }),
  defineTable({ id: "by_moment", ...named, time: "at", columns: { at: timestamp({ ...said, required: true }), hours } }),
  defineTable({ id: "by_quarter", ...named, time: "at", columns: { at: quarter({ ...said, required: true }), hours } }),
  defineTable({ id: "timeless", ...named, columns: { at: text({ ...said, required: true }), hours } }),
];

type Id = "by_day" | "by_moment" | "by_quarter" | "timeless";

async function stageFiles(id: Id, files: Record<string, string[]>, source: object = {}) {
  const texts = Object.entries(files).map(([name, records]) => [name, `${["at,hours", ...records].join("\n")}\n`]);
  const dataDir = dataFolder({ [id]: { files: Object.keys(files), ...source } }, Object.fromEntries(texts));
  const staged = (
    await stageAll({ dataDir, clock: CLOCK, progress: silentProgress, tables: TABLES as readonly { id: string }[] as readonly Table[] })
  ).tables.get(id);
  return {
    hours: [...(staged?.data.getChild("hours") ?? [])],
    counts: staged?.files.map(({ accepted, replaced, repeated, rejected }) => [accepted, replaced, repeated, rejected]),
  };
}

const DAYS = {
  "w-1.csv": ["2026-03-01,1", "2026-03-02,2", "2026-03-02,2", "2026-03-04,4"],
  "w-2.csv": ["2026-03-02,2", "2026-03-02,7", "2026-03-03,3", "2026-03-04,5"],
};

describe("files of a table without a key that overlap are an error", () => {
  test("which names both, the days that they share, and how many records are identical", async () => {
    await expect(stageFiles("by_day", DAYS)).rejects.toThrow(
      /by_day: .*files of a table without a key overlap.*\n {2}w-2\.csv at: expected no day in two files, or exports\.by_day\.overlap in sources\.yaml: sum \(all count\) or newest_file, found 2 days that w-1\.csv has too, from 2026-03-02 on, and 1 identical record in them$/,
    );
  });

  test.each([
    [
      "moments by their day",
      "by_moment",
      ["2026-03-01 09:00,1"],
      ["2026-03-01 17:00,1"],
      "1 day that a.csv has too, from 2026-03-01 on, and 0 identical",
    ],
    ["quarters", "by_quarter", ["2026Q1,1"], ["2026Q1,1", "2026Q2,1"], "1 quarter that a.csv has too, from 2026Q1 on, and 1 identical"],
    ["records, where there is no time", "timeless", ["x,1", "x,1", "y,1"], ["x,1", "x,2"], "1 record that a.csv has too"],
  ] as const)("that compares %s", async (_, id, older, newer, found) => {
    await expect(stageFiles(id, { "a.csv": [...older], "b.csv": [...newer] })).rejects.toThrow(found);
  });

  test("for every two of them", async () => {
    const files = { "a.csv": ["2026-03-01,1"], "b.csv": ["2026-03-01,2"], "c.csv": ["2026-03-01,3"] };
    await expect(stageFiles("by_day", files)).rejects.toThrow(/overlap.*\n.*b\.csv at.*a\.csv.*also in c\.csv\n.*c\.csv at.*b\.csv/);
  });

  test("not where only their spans do", async () => {
    const { counts } = await stageFiles("by_day", { "a.csv": ["2026-03-01,1", "2026-03-03,1"], "b.csv": ["2026-03-02,1", "2026-03-04,1"] });
    expect(counts).toEqual([
      [2, 0, 0, 0],
      [2, 0, 0, 0],
    ]);
  });
});

describe("where files overlap", () => {
  test("overlap: sum counts every record", async () => {
    expect((await stageFiles("by_day", DAYS, { overlap: "sum" })).hours).toEqual([1, 2, 2, 4, 2, 7, 3, 5]);
  });

  test("overlap: newest_file replaces the older file's records on each day that the newer one has", async () => {
    const { hours: left, counts } = await stageFiles("by_day", DAYS, { overlap: "newest_file" });
    expect(left).toEqual([1, 2, 7, 3, 5]);
    expect(counts).toEqual([
      [1, 3, 0, 0],
      [4, 0, 0, 0],
    ]);
  });

  test("overlap: newest_file without a time replaces identical records", async () => {
    const files = { "a.csv": ["x,1", "y,1"], "b.csv": ["x,1", "z,1"] };
    expect((await stageFiles("timeless", files, { overlap: "newest_file" })).counts).toEqual([
      [1, 1, 0, 0],
      [2, 0, 0, 0],
    ]);
  });

  test("the newest is what sources.yaml says", async () => {
    const { hours: left } = await stageFiles("by_day", DAYS, { overlap: "newest_file", newest: "w-1.csv" });
    expect(left).toEqual([3, 1, 2, 2, 4]);
  });
});

test("identical records of one file of a table without a key all count", async () => {
  expect((await stageFiles("by_day", { "a.csv": ["2026-03-01,1", "2026-03-01,1"] })).hours).toEqual([1, 1]);
});
