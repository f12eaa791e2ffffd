import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dataFolder, stageFolder } from "./folder.ts";
import { daysIn } from "./span.ts";

const HEADER = "deal_id,signed_on,amount_cny,note";

/** Stages files of deals, given by name as their records; `counts` are accepted, replaced, repeated, rejected. */
async function stageFiles(files: Record<string, string[]>, source: object = {}) {
  const texts = Object.entries(files).map(([name, records]) => [name, `${[HEADER, ...records].join("\n")}\n`]);
  const folder = dataFolder({ deals: { files: "**/*.csv", ...source } }, Object.fromEntries(texts));
  const staged = (await stageFolder(folder)).tables.get("deals");
  const rejects = join(folder, ".tandem/rejects/deals.csv");
  const [ids = [], amounts = [], notes = []] = ["deal_id", "amount_cny", "note"].map((name) => [...(staged?.data.getChild(name) ?? [])]);
  return {
    rows: ids.map((id, row) => `${id} ${amounts[row]} ${notes[row]}`),
    counts: staged?.files.map(({ accepted, replaced, repeated, rejected }) => [accepted, replaced, repeated, rejected]),
    files: staged?.files,
    lines: staged?.lines,
    rejects: existsSync(rejects) ? readFileSync(rejects, "utf8") : "",
  };
}

describe("of the records of one key in several files that of the newest file counts", () => {
  test("and the older one is replaced, not rejected", async () => {
    const staged = await stageFiles({
      "d-03.csv": ["D-1,2026-03-01,1,", "D-2,2026-03-02,2,open"],
      "d-04.csv": ["D-2,2026-03-02,20,won", "D-3,2026-04-01,3,"],
    });
    expect(staged.rows).toEqual(["D-1 1 null", "D-2 20 won", "D-3 3 null"]);
    expect([...(staged.lines ?? [])]).toEqual([2, 2, 3]);
    expect(staged.counts).toEqual([
      [1, 1, 0, 0],
      [2, 0, 0, 0],
    ]);
    expect(staged.rejects).toBe("");
  });

  test("so that the span of the older file is that of what is left of it", async () => {
    const { files } = await stageFiles({ "a.csv": ["D-1,2026-01-01,1,", "D-2,2026-02-01,1,"], "b.csv": ["D-1,2026-05-01,1,"] });
    expect(files?.map(({ span }) => daysIn(span.starts))).toEqual([["2026-02-01"], ["2026-05-01"]]);
  });

  test("even where the two are identical", async () => {
    const { counts } = await stageFiles({ "a.csv": ["D-1,2026-03-01,1,"], "b.csv": ["D-1,2026-03-01,1,", "D-2,2026-03-01,1,"] });
    expect(counts?.[0]).toEqual([0, 1, 0, 0]);
  });

  test("unless that one is rejected", async () => {
    const { rows, counts } = await stageFiles({ "a.csv": ["D-1,2026-03-01,1,"], "b.csv": ["D-1,2026-03-01,-5,"] });
    expect(rows).toEqual(["D-1 1 null"]);
    expect(counts).toEqual([
      [1, 0, 0, 0],
      [0, 0, 0, 1],
    ]);
  });

  test("with more texts than a dictionary holds, too", async () => {
    const many = (from: number, note: string) => Array.from({ length: 40_000 }, (_, n) => `D-${from + n},2026-03-01,,${note}${from + n}`);
    const { rows, counts } = await stageFiles({ "a.csv": many(0, "旧"), "b.csv": many(39_999, "新") });
    expect(counts?.[0]).toEqual([39_999, 1, 0, 0]);
    expect([rows.length, rows[39_998], rows[39_999]]).toEqual([79_999, "D-39998 null 旧39998", "D-39999 null 新39999"]);
  });
});

describe("of the records of one key in one file", () => {
  test("an identical one is repeated", async () => {
    const { rows, counts } = await stageFiles({ "a.csv": ["D-1,2026-03-01,1.0,", "D-1,2026-03-01,1,"] });
    expect(rows).toEqual(["D-1 1 null"]);
    expect(counts).toEqual([[1, 0, 1, 0]]);
  });

  test("a different one is a reject that names the line of the first", async () => {
    const { rows, counts, rejects } = await stageFiles({ "a.csv": ["D-1,2026-03-01,1,", "D-1,2026-03-01,2,"] });
    expect(rows).toEqual(["D-1 1 null"]);
    expect(counts).toEqual([[1, 0, 0, 1]]);
    expect(rejects).toContain("a.csv,3,deal_id,D-1 (with other values than in a.csv:2),a key that no record before has");
  });
});

describe("keep: latest by a column keeps the record with its greatest value", () => {
  const keep = { keep: "latest by signed_on" };

  test("within a file", async () => {
    const { rows, counts } = await stageFiles({ "a.csv": ["D-1,2026-03-01,1,", "D-1,2026-03-03,3,", "D-1,2026-03-02,2,"] }, keep);
    expect(rows).toEqual(["D-1 3 null"]);
    expect(counts).toEqual([[1, 2, 0, 0]]);
  });

  test("whichever file it is in", async () => {
    const { rows, counts } = await stageFiles({ "a.csv": ["D-1,2026-03-09,1,"], "b.csv": ["D-1,2026-03-03,3,"] }, keep);
    expect(rows).toEqual(["D-1 1 null"]);
    expect(counts).toEqual([
      [1, 0, 0, 0],
      [0, 1, 0, 0],
    ]);
  });

  test("and counts an identical one as repeated, a different one of the same value as rejected", async () => {
    const { counts, rejects } = await stageFiles(
      { "a.csv": ["D-1,2026-03-01,1,", "D-1,2026-03-01,1,"], "b.csv": ["D-1,2026-03-01,2,"] },
      keep,
    );
    expect(counts).toEqual([
      [1, 0, 1, 0],
      [0, 0, 0, 1],
    ]);
    expect(rejects).toContain("D-1 (with other values than in a.csv:2)");
    expect(rejects).toContain("a key that no record before has, or another signed_on");
  });

  test("where a missing one is the least", async () => {
    const { rows } = await stageFiles({ "a.csv": ["D-1,2026-03-01,1,", "D-1,2026-03-01,,"] }, { keep: "latest by amount_cny" });
    expect(rows).toEqual(["D-1 1 null"]);
  });
});

describe("keep: first keeps the record that is read first", () => {
  test("in a file, and of the oldest file", async () => {
    const { rows, counts, files } = await stageFiles(
      { "a.csv": ["D-1,2026-03-02,1,", "D-1,2026-03-01,2,", "D-1,2026-03-02,1,"], "b.csv": ["D-1,2026-03-01,3,", "D-2,2026-03-01,4,"] },
      { keep: "first" },
    );
    expect(rows).toEqual(["D-1 1 null", "D-2 4 null"]);
    expect(counts).toEqual([
      [1, 1, 1, 0],
      [1, 1, 0, 0],
    ]);
    expect(files?.map(({ read }) => read)).toEqual([3, 2]);
  });

  test("and so a broken record after it costs nothing", async () => {
    const { files } = await stageFiles({ "a.csv": ["D-1,2026-03-02,1,"], "b.csv": ["D-1,2026-03-01,-3,"] }, { keep: "first" });
    expect(files?.map(({ rejected, remarked }) => [rejected, remarked.outlived])).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  test("by a column: the one with its least value, and never one without", async () => {
    const { rows, counts } = await stageFiles(
      { "a.csv": ["D-1,2026-03-01,,", "D-1,2026-03-01,5,"], "b.csv": ["D-1,2026-03-01,4,", "D-1,2026-03-01,6,"] },
      { keep: "first by amount_cny" },
    );
    expect(rows).toEqual(["D-1 4 null"]);
    expect(counts).toEqual([
      [0, 2, 0, 0],
      [1, 1, 0, 0],
    ]);
  });
});

describe("keep by a header that is no column of the table", () => {
  const stamped = (lines: readonly string[]) => `${[`${HEADER},Last  modified`, ...lines].join("\n")}\n`;
  const stage = async (files: Record<string, string[]>, source: object) => {
    const texts = Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, stamped(lines)]));
    const folder = dataFolder({ deals: { files: "**/*.csv", ...source } }, texts);
    const staged = (await stageFolder(folder)).tables.get("deals");
    const rejects = join(folder, ".tandem/rejects/deals.csv");
    return {
      columns: staged?.data.names,
      amounts: [...(staged?.data.getChild("amount_cny") ?? [])],
      counts: staged?.files.map(({ accepted, replaced, repeated, rejected }) => [accepted, replaced, repeated, rejected]),
      rejects: existsSync(rejects) ? readFileSync(rejects, "utf8") : "",
    };
  };

  test.each([
    ["times", ["2026-03-01 09:00", "2026-03-01T08:00:00Z", "2026-03-01 10:30", ""], "latest", 2],
    ["days", ["2026/3/9", "2026年3月10日", "20260311", "-"], "first", 1],
    ["numbers", ["9", "1,000", "11.5", "-"], "latest", 2],
  ])("orders by %s", async (_, [a, b, c, d], order, amount) => {
    const files = {
      "a.csv": [`D-1,2026-03-01,1,,${a}`, `D-1,2026-03-01,2,,"${b}"`],
      "b.csv": [`D-1,2026-03-01,3,,${c}`, `D-1,2026-03-01,4,,${d}`],
    };
    const { amounts, columns, counts } = await stage(files, { keep: `${order} by Last modified` });
    expect(amounts).toEqual([amount]);
    expect(columns).toEqual(["deal_id", "signed_on", "region", "amount_cny", "note"]);
    expect(counts?.flat().reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  test("reads times in the forms of dates", async () => {
    const files = { "a.csv": ["D-1,2026-03-01,1,,03/02/2026 9:00", "D-1,2026-03-01,2,,01/12/2025 9:00"] };
    const source = { keep: "latest by Last modified", dates: { "Last modified": ["DD/MM/YYYY H:mm"] } };
    expect((await stage(files, source)).amounts).toEqual([1]);
  });

  test("rejects what is no time among times, and no number among numbers", async () => {
    const keep = "latest by Last modified";
    const times = await stage({ "a.csv": ["D-1,2026-03-01,1,,2026-03-01", "D-2,2026-03-01,2,,45"] }, { keep });
    expect(times.rejects).toContain("a.csv,3,Last modified,45,a time");
    const numbers = await stage({ "a.csv": ["D-1,2026-03-01,1,,45", "D-2,2026-03-01,2,,2026-03-01"] }, { keep });
    expect(numbers.rejects).toContain("a.csv,3,Last modified,2026-03-01,a number");
    expect([times.counts, numbers.counts]).toEqual([[[1, 0, 0, 1]], [[1, 0, 0, 1]]]);
  });

  test("rejects another record of the same value", async () => {
    const files = { "a.csv": ["D-1,2026-03-01,1,,5", "D-1,2026-03-01,1,,5", "D-1,2026-03-01,2,,5"] };
    const { counts, rejects } = await stage(files, { keep: "latest by Last modified" });
    expect(counts).toEqual([[1, 0, 1, 1]]);
    expect(rejects).toContain("a key that no record before has, or another Last modified");
  });

  test.each([
    ["Last modifed", "expected a date, time or number of deals, or a header, as exports.deals.keep names it; did you mean Last modified?"],
    ["signed", "did you mean signed_on?"],
  ])("names the nearest of what the table and its files have: %s", async (by, message) => {
    await expect(stage({ "a.csv": [] }, { keep: `latest by ${by}`, ignore: ["Last modified"] })).rejects.toThrow(message);
  });
});

describe("the newest file", () => {
  test.each([
    ["the last by the value of its numbers", ["r-2026-10.csv", "r-2026-9.csv"], undefined, "r-2026-10.csv"],
    ["the copy that a browser numbered", ["r.csv", "r (1).csv"], undefined, "r (1).csv"],
    ["the last folder by name, then the last file", ["2026/r-01.csv", "2025/r-12.csv"], undefined, "2026/r-01.csv"],
    ["what sources.yaml says", ["a.csv", "b.csv"], ["a.csv"], "a.csv"],
    ["the first that sources.yaml says", ["a.csv", "b.csv", "c.csv"], ["b.csv", "a.csv"], "b.csv"],
    ["the last by name of a glob that sources.yaml gives", ["full-1.csv", "full-2.csv", "z.csv"], "full-*.csv", "full-2.csv"],
  ])("is %s", async (_, names, newest, expected) => {
    const files = Object.fromEntries(names.map((name, n) => [name, [`D-1,2026-03-01,${n},${name}`]]));
    const { rows } = await stageFiles(files, newest === undefined ? {} : { newest });
    expect(rows).toEqual([`D-1 ${names.indexOf(expected)} ${expected}`]);
  });

  test("cannot be one that is not among the files of the table", async () => {
    const folder = dataFolder({ deals: { files: "d-*.csv", newest: "e-1.csv" } }, { "d-1.csv": `${HEADER}\n`, "e-1.csv": `${HEADER}\n` });
    await expect(stageFolder(folder)).rejects.toThrow(
      "sources.yaml:7 exports.deals.newest: expected one of d-1.csv; did you mean d-1.csv?, found e-1.csv",
    );
  });
});

test("a record is accepted, replaced, repeated or rejected, and these add up to those read", async () => {
  const { files, counts } = await stageFiles({
    "a.csv": ["D-1,2026-03-01,1,", "D-2,2026-03-01,1,", "D-2,2026-03-01,1,", "D-3,bad,,"],
    "b.csv": ["D-1,2026-03-01,2,", "D-1,2026-03-01,3,"],
  });
  expect(counts).toEqual([
    [1, 1, 1, 1],
    [1, 0, 0, 1],
  ]);
  expect(files?.map(({ read }) => read)).toEqual([4, 2]);
});
