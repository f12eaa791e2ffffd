import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sumOfOutcomes } from "../../src/core/outcomes.ts";
import { bookOf } from "../read/xlsx/book.ts";
import { dataFolder, stageFolder } from "./folder.ts";

const OLD = { files: "old*.csv", encoding: "gb18030", columns: { deal_id: "单号", signed_on: "签约", amount_cny: "金额" } };
const NEW = {
  files: "new.csv",
  columns: { deal_id: "Deal", signed_on: "Signed", amount_cny: "Amount" },
  dates: { signed_on: ["DD/MM/YYYY"] },
  delimiter: ";",
  decimal: ",",
};
const OLD_CSV = Buffer.concat([
  Buffer.from("b5a5bac52cc7a9d4bc2cbdf0b6ee0a", "hex"),
  Buffer.from("D-1,2026-01-02,10\nD-2,2026-01-03,20\n"),
]);
const NEW_CSV = "Deal;Signed;Amount\nD-2;04/02/2026;25,5\nD-3;05/02/2026;30\n";

/** Stages deals from several sources; gives rows, and what became of the records of each file. */
async function staged(sources: object[], files: Record<string, string | Uint8Array>) {
  const filled = sources.map((source) => ({ system: "CRM", rhythm: "daily", max_rejected: 1, ...source }));
  const folder = dataFolder({ deals: filled }, files);
  const deals = (await stageFolder(folder)).tables.get("deals");
  return {
    folder,
    copies: deals?.copies,
    rows: (deals?.data.toArray() ?? []).map((each: Record<string, unknown>) =>
      `${each["deal_id"]} ${each["amount_cny"]} ${each["note"] ?? ""}`.trim(),
    ),
    files: deals?.files.map(({ file, accepted, replaced, rejected }) => [file, accepted, replaced, rejected]),
    read: sumOfOutcomes(deals?.files ?? []),
  };
}

describe("a table with several sources", () => {
  test("has the records of all, each source read in its own way; of one id that of the later source counts", async () => {
    const { rows, files } = await staged([OLD, NEW], { "old.csv": OLD_CSV, "new.csv": NEW_CSV });
    expect(rows).toEqual(["D-1 10", "D-2 25.5", "D-3 30"]);
    expect(files).toEqual([
      ["old.csv", 1, 1, 0],
      ["new.csv", 2, 0, 0],
    ]);
  });

  test("keeps the record with the greatest value, whichever header says it in each source", async () => {
    const [old, fresh] = [
      "deal_id,signed_on,改于\nD-1,2026-01-02,2026-03-01\n",
      "deal_id,signed_on,Modified,amount_cny\nD-1,2026-01-02,2026-02-01,7\nD-2,2026-01-02,2026-02-01,8\n",
    ];
    const sources = [
      { files: "a.csv", keep: "latest by 改于" },
      { files: "b.csv", keep: "latest by Modified" },
    ];
    expect((await staged(sources, { "a.csv": old, "b.csv": fresh })).rows).toEqual(["D-1 null", "D-2 8"]);
  });

  test("keeps ids of two systems apart that count alike, by a prefix of one", async () => {
    const csv = (amount: number) => `deal_id,signed_on,amount_cny,note\n1,2026-01-0${amount},${amount},-\n`;
    const { rows } = await staged([{ files: "a.csv", prefix: { deal_id: "A-", note: "x" } }, { files: "b.csv" }], {
      "a.csv": csv(1),
      "b.csv": csv(2),
    });
    expect(rows).toEqual(["A-1 1", "1 2"]);
  });

  test("turns events, or a SELECT, into records source by source", async () => {
    const events = { key: "t", time: "at", columns: { opened: { first: "at" } } };
    const sources = [
      { files: "log.csv", events, columns: { deal_id: "t", signed_on: "opened" } },
      { files: "b.csv", sql: `select id as deal_id, day as signed_on, _file, _line from records where id <> 'D-8'`, ignore: "rest" },
    ];
    const { rows, files } = await staged(sources, {
      "log.csv": "t,at\nD-1,2026-01-03\nD-1,2026-01-02\n",
      "b.csv": "id,day\nD-8,2026-01-02\nD-9,2026-01-02\n",
    });
    expect(rows).toEqual(["D-1 null", "D-9 null"]);
    expect(files?.map(([file]) => file)).toEqual(["log.csv", "b.csv"]);
  });

  test("reads a file once that is there twice, byte for byte, under two sources that read it alike", async () => {
    const csv = "deal_id,signed_on\nD-1,2026-01-02\n";
    const { copies, files } = await staged([{ files: "a.csv" }, { files: "b.csv" }], { "a.csv": csv, "b.csv": csv });
    expect(copies).toEqual([{ file: "b.csv", of: "a.csv" }]);
    expect(files).toHaveLength(1);
  });

  test("says how many of one source were rejected where that is too many, and of which", async () => {
    const files = { "a.csv": "deal_id,signed_on\nD-1,bad\n", "b.csv": `deal_id,signed_on\n${"D-1,2026-01-02\n".repeat(99)}` };
    const sources = [{ files: "b.csv" }, { files: "a.csv", max_rejected: 0.5 }];
    await expect(staged(sources, files)).rejects.toThrow("exports.deals#2: 1 of 1 record rejected (100.0 %, allowed 50 %)");
  });

  test("refuses a file that two of them read, and names both with their lines", async () => {
    await expect(
      staged([OLD, { files: "old-2.csv" }], { "old.csv": OLD_CSV, "old-2.csv": Buffer.concat([OLD_CSV, Buffer.from("\n")]) }),
    ).rejects.toThrow(
      /sources\.yaml:\d+ exports\.deals#2\.files: .*\n.*expected each file, or sheet of one, in one source of the table, found old-2\.csv, which exports\.deals#1\.files \(line \d+\) reads as well/,
    );
  });

  test("names the entry of a header that is not there, and of a file", async () => {
    await expect(staged([OLD, NEW], { "old.csv": OLD_CSV, "new.csv": NEW_CSV.replace("Signed", "Signed on") })).rejects.toThrow(
      "say under exports.deals#2.columns in sources.yaml: signed_on: Signed on",
    );
    await expect(staged([OLD, NEW], { "old.csv": OLD_CSV, "news.csv": NEW_CSV })).rejects.toThrow(
      /sources\.yaml:\d+ exports\.deals#2\.files: .*\n.*did you mean news\.csv\?/,
    );
  });
});

const HEADER = ["deal_id", "signed_on", "note"];
const deal = (id: string, note: string | null = null, day = "2026-01-02") => [id, day, note];
const BOOK = bookOf({
  "1月": [HEADER, deal("D-1", "a"), deal("D-2")],
  "2月": [HEADER, deal("D-2", "later"), deal("D-3", null, "bad")],
  空: [],
  说明: [["怎样填"]],
});

describe("several sheets of a workbook", () => {
  test.each([
    ["named one by one", ["1月", "2月"]],
    ["that a name with * fits", "*月"],
  ])("are read one after the other, the last the newest: %s", async (_, sheet) => {
    const { rows, files, folder } = await staged([{ files: "b.xlsx", sheet }], { "b.xlsx": BOOK });
    expect(rows).toEqual(["D-1 null a", "D-2 null later"]);
    expect(files).toEqual([
      ["b.xlsx / 1月", 1, 1, 0],
      ["b.xlsx / 2月", 1, 0, 1],
    ]);
    expect(readFileSync(join(folder, ".tandem/rejects/deals.csv"), "utf8")).toContain("b.xlsx / 2月,3,signed_on,bad");
  });

  test("may have other headers, in sources of their own", async () => {
    const book = bookOf({
      东: [
        ["deal_id", "signed_on"],
        ["D-1", "2026-01-02"],
      ],
      西: [
        ["单号", "日期"],
        ["D-2", "2026-01-02"],
      ],
    });
    const sources = [
      { files: "b.xlsx", sheet: "东" },
      { files: "b.xlsx", sheet: "西", columns: { deal_id: "单号", signed_on: "日期" } },
    ];
    expect((await staged(sources, { "b.xlsx": book })).rows).toEqual(["D-1 null", "D-2 null"]);
    await expect(staged([sources[0] as object, { ...sources[1], sheet: "*" }], { "b.xlsx": book })).rejects.toThrow(
      "found b.xlsx / 东, which exports.deals#1.files",
    );
  });

  test("may be what a column says", async () => {
    const { rows } = await staged(
      [{ files: "b.xlsx", sheet: ["1月", "2月"], sheet_column: "tab", columns: { note: "tab" }, ignore: ["note"] }],
      {
        "b.xlsx": BOOK,
      },
    );
    expect(rows).toEqual(["D-1 null 1月", "D-2 null 2月"]);
    await expect(staged([{ files: "a.csv", sheet_column: "note" }], { "a.csv": "deal_id,signed_on\nD-1,2026-01-02\n" })).rejects.toThrow(
      "a.csv note: 应为 sheet_column 要取工作表的名称",
    );
  });

  test("name the place of a wrong date, and the line that a SELECT hands on", async () => {
    const source = { files: "b.xlsx", sheet: "*月", max_rejected: 0 };
    await expect(staged([source], { "b.xlsx": BOOK })).rejects.toThrow("b.xlsx 2月!B3 signed_on");
    const sql = "select * from records where _file = 'b.xlsx / 1月'";
    expect((await staged([{ ...source, sql }], { "b.xlsx": BOOK })).rows).toEqual(["D-1 null a", "D-2 null"]);
  });

  test("that are there under another name are said with the nearest one", async () => {
    await expect(staged([{ files: "b.xlsx", sheet: ["1月", "3月"] }], { "b.xlsx": BOOK })).rejects.toThrow(
      /应为 工作表 3月.*实为 工作表 1月, 2月, 空, 说明\n.*expected the sheet 3月/,
    );
  });
});

describe("what several sources say of their table as a whole has to agree:", () => {
  test.each([
    ["keep", [{ keep: "first" }, { keep: "latest by signed_on" }], "deals"],
    ["keep", [{ keep: "latest by signed_on" }, {}], "deals"],
    ["overlap", [{ overlap: "sum" }, { overlap: "newest_file" }], "answers"],
  ])("%s %j", async (setting, sources, table) => {
    const given = sources.map((source) => ({ files: "a.csv", system: "CRM", rhythm: "daily", ...source }));
    await expect(stageFolder(dataFolder({ [table]: given }, { "a.csv": "" }))).rejects.toThrow(
      new RegExp(`sources\\.yaml:\\d+ exports\\.${table}#2(\\.${setting})?: .*相同：同一张表只有一种取法`),
    );
  });
});
