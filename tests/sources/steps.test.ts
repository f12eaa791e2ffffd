import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEALS_HEADER, dataFolder, stageDeals, stageFolder } from "../stage/folder.ts";

/** Stages deals with steps; gives the rows that are staged, what became of the records, and why some were refused. */
async function staged(lines: readonly string[], source: object, files: Record<string, string> = {}) {
  const folder = dataFolder({ deals: { files: "deals.csv", ...source } }, { "deals.csv": `${lines.join("\n")}\n`, ...files });
  const { data, files: reports } = (await stageFolder(folder)).tables.get("deals") as NonNullable<
    ReturnType<Awaited<ReturnType<typeof stageFolder>>["tables"]["get"]>
  >;
  const { read, accepted, replaced, set_aside, rejected, reasons, dropped, remarked } = reports[0] as (typeof reports)[0];
  const rows = data.toArray().map((row: Record<string, unknown>) => ["deal_id", "amount_cny", "note"].map((name) => row[name]));
  return { rows, counts: { read, accepted, replaced, set_aside, rejected }, reasons, dropped, unfound: remarked.unfound };
}

describe("drop_rows", () => {
  test("sets rows aside that are no records, by one of several conditions", async () => {
    const lines = [DEALS_HEADER, "D-1,2026-01-02,,5,a", "合计,,,5,", "D-2,2026-01-02,,6,", ",,,11,共 2 条"];
    const { rows, counts } = await staged(lines, { drop_rows: [{ deal_id: "合计" }, { deal_id: "", signed_on: "" }] });
    expect(rows.map(([id]) => id)).toEqual(["D-1", "D-2"]);
    expect(counts).toEqual({ read: 4, accepted: 2, replaced: 0, set_aside: 2, rejected: 0 });
  });
});

describe("where", () => {
  test("sets records aside that do not count", async () => {
    const lines = [`${DEALS_HEADER},状态`, "D-1,2026-01-02,,5,,已审核", "D-2,2026-01-02,,6,,草稿", "D-3,2026-01-02,,7,, 已关闭 "];
    const { rows, counts } = await staged(lines, { where: { 状态: ["已审核", "已关闭"] } });
    expect(rows.map(([id]) => id)).toEqual(["D-1", "D-3"]);
    expect(counts).toMatchObject({ read: 3, accepted: 2, set_aside: 1 });
  });

  test("takes all but some words, and several headers at once", async () => {
    const lines = [`${DEALS_HEADER},状态`, "D-1,2026-01-02,,5,x,作废", "D-2,2026-01-02,,6,x,", "D-3,2026-01-02,,7,y,"];
    expect((await staged(lines, { where: { 状态: { not: "作废" }, note: "x" } })).rows.map(([id]) => id)).toEqual(["D-2"]);
  });

  test("lets a record that no longer counts take the place of its older state, and a newer one its own", async () => {
    const header = `${DEALS_HEADER},状态`;
    const folder = dataFolder(
      { deals: { files: "d-*.csv", where: { 状态: { not: "已取消" } } } },
      {
        "d-1.csv": `${header}\nD-1,2026-01-02,,5,,已完成\nD-2,2026-01-02,,6,,已取消\nD-3,2026-01-02,,7,,已完成\n`,
        "d-2.csv": `${header}\nD-1,,,,,已取消\nD-2,2026-01-02,,8,,已完成\n`,
      },
    );
    const deals = (await stageFolder(folder)).tables.get("deals");
    expect(deals?.data.toArray().map((row: Record<string, unknown>) => row["deal_id"])).toEqual(["D-3", "D-2"]);
    expect(deals?.files).toMatchObject([
      { read: 3, accepted: 1, replaced: 2, set_aside: 0, rejected: 0 },
      { read: 2, accepted: 1, replaced: 0, set_aside: 1, rejected: 0 },
    ]);
  });
});

test("constant gives all records a value that no header has", async () => {
  const lines = ["deal_id,signed_on", "D-1,2026-01-02"];
  expect((await staged(lines, { constant: { note: "直销", amount_cny: 5 } })).rows).toEqual([["D-1", 5, "直销"]]);
});

test("fill_down takes the value of the row above where a cell is blank", async () => {
  const lines = [DEALS_HEADER, "D-1,2026-01-02,,5,甲", "D-2,,,6,", "D-3,2026-02-01,,7,乙"];
  expect((await staged(lines, { fill_down: ["signed_on", "note"] })).rows).toEqual([
    ["D-1", 5, "甲"],
    ["D-2", 6, "甲"],
    ["D-3", 7, "乙"],
  ]);
});

test("spread makes columns of the members of a JSON object, and rejects what is none", async () => {
  const lines = [
    "deal_id,signed_on,Details",
    'D-1,2026-01-02,"{""cause"": ""价格"", ""qty"": 12}"',
    "D-2,2026-01-02,",
    'D-3,2026-01-02,"{""cause"": "',
    "D-4,2026-01-02,[]",
  ];
  const { rows, reasons } = await staged(lines, {
    spread: { Details: ["cause", "qty"] },
    columns: { note: "Details.cause", amount_cny: "Details.qty" },
  });
  expect(rows).toEqual([
    ["D-1", 12, "价格"],
    ["D-2", null, null],
  ]);
  expect(reasons).toMatchObject([{ reason: { code: "json-object" }, count: 2 }]);
});

test("split makes a record of each value in a cell", async () => {
  const lines = ["deals,signed_on,amount_cny", "D-1、 D-2,2026-01-02,5", "D-3,2026-01-02,6"];
  const { rows, counts } = await staged(lines, { split: { deals: "、" }, columns: { deal_id: "deals" } });
  expect(rows.map(([id, amount]) => [id, amount])).toEqual([
    ["D-1", 5],
    ["D-2", 5],
    ["D-3", 6],
  ]);
  expect(counts).toMatchObject({ read: 3, accepted: 3 });
});

test("unpivot makes a record of each cell, and sets blank ones aside", async () => {
  const lines = ["day,1、甲,2、乙,D-3", "2026-01-02,5,,7"];
  const source = {
    unpivot: { columns: ["*、*", "D-3"], name: "question", value: "score" },
    columns: { deal_id: "question", signed_on: "day", amount_cny: "score" },
  };
  const { rows, counts } = await staged(lines, source);
  expect(rows.map(([id, amount]) => [id, amount])).toEqual([
    ["1、甲", 5],
    ["D-3", 7],
  ]);
  expect(counts).toEqual({ read: 3, accepted: 2, replaced: 0, set_aside: 1, rejected: 0 });
});

describe("lookup", () => {
  const lines = ["deal_id,signed_on,agent", "D-1,2026-01-02,Ada Li", "D-2,2026-01-02,ADA LI ", "D-3,2026-01-02,Bo"];
  const source = { lookup: { file: "teams.csv", key: { agent: "name" }, columns: { note: "team" } } };

  test("takes a value of another file, whatever the capitals of its key, and leaves blank what is not there", async () => {
    const { rows } = await staged(lines, source, { "teams.csv": "name,team,boss\nAda Li,North,Z\n" });
    expect(rows.map(([, , note]) => note)).toEqual(["North", "North", null]);
  });

  const REASON = { code: "looked-up", file: "teams.csv", column: "name" };

  test("counts what is not found, and of which words it is; a blank or a word for nothing was not looked for", async () => {
    const more = ["Bo", "Cy", "cy ", "", "-", "Cy"].map((agent, n) => `D-${n + 4},2026-01-02,${agent}`);
    const { counts, dropped, unfound } = await staged([...lines, ...more], source, { "teams.csv": "name,team\nAda Li,North\n" });
    expect(counts).toMatchObject({ read: 9, accepted: 9 });
    expect(dropped).toEqual([{ column: "note", reason: REASON, count: 5 }]);
    expect(unfound).toEqual([{ header: "agent", file: "teams.csv", records: 5, words: ["Bo", "Cy", "cy"] }]);
  });

  test("rejects a record whose column may not be missing, and names the word", async () => {
    const header = ["ticket,signed_on,agent", "D-1,2026-01-02,Ada Li", "D-2,2026-01-02,Bo"];
    const given = {
      lookup: { file: "teams.csv", key: { agent: "name" }, columns: { id: "id" } },
      columns: { deal_id: "id" },
      ignore: ["ticket"],
    };
    const folder = dataFolder(
      { deals: { files: "deals.csv", ...given } },
      { "deals.csv": `${header.join("\n")}\n`, "teams.csv": "name,id\nAda Li,D-7\n" },
    );
    const deals = (await stageFolder(folder)).tables.get("deals");
    expect(deals?.files[0]).toMatchObject({ accepted: 1, rejected: 1, dropped: [], reasons: [{ column: "deal_id", reason: REASON }] });
    expect(readFileSync(join(folder, ".tandem/rejects/deals.csv"), "utf8")).toContain("deals.csv,3,deal_id,Bo,one of name in teams.csv");
  });

  test("counts what is not found where events, or a SELECT, make the records", async () => {
    const teams = { "teams.csv": "name,team\nAda Li,North\n" };
    const asked = { ...source, sql: "select deal_id, signed_on, note, _file, _line from records" };
    const events = { key: "deal_id", time: "signed_on", columns: { day: { first: "signed_on" }, team: { last: "note" } } };
    const gathered = { ...source, events, columns: { signed_on: "day", note: "team" } };
    for (const each of [asked, gathered]) {
      const { dropped, unfound } = await staged(lines, each, teams);
      expect(unfound).toEqual([{ header: "agent", file: "teams.csv", records: 1, words: ["Bo"] }]);
      expect(dropped).toEqual(each === asked ? [{ column: "note", reason: REASON, count: 1 }] : []);
    }
  });

  test.each([
    [
      "two things of one key",
      "name,team\nAda Li,North\nada li,South\n",
      "teams.csv:3 name: expected each key once, found ada li: South, and in line 2: North",
    ],
    [
      "a header that is not there",
      "name,teams\nAda Li,North\n",
      "expected the header that sources.yaml names; did you mean teams?, found no such header",
    ],
  ])("stops at %s", async (_, teams, message) => {
    await expect(staged(lines, source, { "teams.csv": teams })).rejects.toThrow(message);
  });
});

test.each([
  [{ where: { 状态: "x" } }, "expected the header that sources.yaml names; the file has deal_id, signed_on"],
  [{ drop_rows: { deal_ids: "" } }, "expected the header that sources.yaml names; did you mean deal_id?"],
  [{ unpivot: { columns: ["Q*"], name: "a", value: "b" } }, "deals.csv Q*: 应为 sources.yaml 中写的列名"],
])("a step that names a header which is not there stops the build: %j", async (source, message) => {
  await expect(staged([DEALS_HEADER, "D-1,2026-01-02,,5,"], source)).rejects.toThrow(message);
});

test("ignore: rest leaves all other headers unused", async () => {
  const content = `${DEALS_HEADER},a,b,\nD-1,2026-01-02,,5,,1,2,3\n`;
  expect((await stageDeals(content, { ignore: "rest" })).tables.get("deals")?.rows).toBe(1);
});

test("values may say what a blank means, and that a word means nothing", async () => {
  const { rows } = await staged([DEALS_HEADER, "D-1,2026-01-02,,5,", "D-2,2026-01-02,,5,未填"], {
    values: { note: { "": "直销", 未填: "" } },
  });
  expect(rows.map(([, , note]) => note)).toEqual(["直销", null]);
});

test("scale multiplies what is written in another unit, without a binary tail", async () => {
  const { rows } = await staged([DEALS_HEADER, "D-1,2026-01-02,,12.34,", "D-2,2026-01-02,,0.07,"], { scale: { amount_cny: 10_000 } });
  expect(rows.map(([, amount]) => amount)).toEqual([123_400, 700]);
});

describe("unpivot of the days of a month", () => {
  const source = (days_of: string, more: object = {}) => ({
    unpivot: { days_of, name: "day", value: "hours", ...more },
    columns: { deal_id: "who", signed_on: "day", amount_cny: "hours" },
    ignore: "rest",
  });

  test("dates each cell, and rejects what stands below a day that the month does not have", async () => {
    const lines = ["who,29日,30日,31号,合计", "D-1,,5,,5", "D-2,6,,7,13"];
    const { rows, counts, reasons } = await staged(lines, source("2026-04"));
    expect(rows.map(([id, amount]) => [id, amount])).toEqual([
      ["D-1", 5],
      ["D-2", 6],
    ]);
    expect(counts).toMatchObject({ accepted: 2, set_aside: 3, rejected: 1 });
    expect(reasons).toMatchObject([{ column: "signed_on", reason: { code: "date" }, count: 1 }]);
  });

  test.each([
    ["*", "who,1日,2日", "看不出是哪个月"],
    ["*", "3月\nwho,1日,2日", "3 月，看不出是哪一年"],
    ["2026-03", "who,day one", "应为 是日的表头，如 1日、1"],
    ["2026-03", "who,30,31,1,2", "日 30、31、1、2"],
    ["2026-03", "who,hours,1,2", "deals.csv hours: 应为 unpivot 的 name 和 value 用别的名称"],
  ])("of %s stops the build at headers %j", async (days_of, header, message) => {
    const skip = header.includes("\n") ? { header_row: 2 } : {};
    await expect(staged([header, "D-1,1,2,3,4".slice(0, 7)], { ...source(days_of), ...skip })).rejects.toThrow(message);
  });

  test.each([["March"], ["2026-13"]])("is not of %s", async (days_of) => {
    await expect(staged(["who,1,2", "D-1,1,2"], source(days_of))).rejects.toThrow('a month such as 2026-03, 2026-*, or "*"');
  });

  test("is not of columns as well", async () => {
    await expect(staged(["who,1,2", "D-1,1,2"], source("2026-03", { columns: ["1"] }))).rejects.toThrow("either columns or days_of");
  });
});
