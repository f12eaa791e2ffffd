import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildWhatFits } from "../../scripts/init/leave-out.ts";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { bookOf } from "../read/xlsx/book.ts";
import { CLOCK } from "../stage/folder.ts";
import { addFiles, csv, folderOf, initOf, rows } from "./folder.ts";
import { stagedBy } from "./staged.ts";

const day = (at: number, from = 1) => `2026-0${from + (at % 3)}-${String(1 + (at % 28)).padStart(2, "0")}`;

const deal = (id: string, at: number, from = 1) => [id, day(at, from), day(at, from), at % 2 ? "Won" : "Lost", String(100 + at)];
const OLD = csv("商机编号,创建日期,结束日期,结果,金额", ...rows(40, (at) => deal(`A${at}`, at).join(",")));
const NEW_HEADER = "Deal ID,Opened on,Closed on,Outcome,Amount,Region";
const fresh = (id: (at: number) => string, from = 4) => csv(NEW_HEADER, ...rows(30, (at) => [...deal(id(at), at, from), "East"].join(",")));

const COUNTED = { rejected: 0, set_aside: 0, merged: 0 };

/** Hours of each day from one on, as an old and a new system write them. */
const workDay = (at: number) => `2026-0${3 + Math.floor(at / 28)}-${String(1 + (at % 28)).padStart(2, "0")}`;
const hoursOf = (at: number) => 1 + (at % 7) / 2;
const oldHours = (from: number, to: number, department = "研发部") =>
  csv("日期,部门,对方部门,工时", ...rows(to - from, (at) => `${workDay(from + at)},${department},销售部,${hoursOf(from + at)}`));
const newHours = (from: number, to: number, more = 0) =>
  csv(
    "工作日期,所属部门,协作部门,方式,小时数",
    ...rows(to - from, (at) => `${workDay(from + at)},研发部,销售部,会议,${(hoursOf(from + at) + more).toFixed(2)}`),
  );

describe("two files without ids under other headers", () => {
  const entriesOf = async (files: Record<string, string>) => {
    const entries = (await initOf(folderOf(files))).exports["timesheets"] as unknown as Record<string, unknown>[];
    return { files: entries.map((entry) => entry["files"]), overlap: entries.flatMap((entry) => entry["overlap"] ?? []) };
  };

  test("both count where each has days of its own, and those of days in common once, by the newer file", async () => {
    const files = { "a.csv": oldHours(0, 30), "b.csv": newHours(25, 60) };
    expect(await entriesOf(files)).toEqual({ files: ["a.csv", "b.csv"], overlap: ["newest_file"] });
    expect((await initOf(folderOf(files))).sources).toContain("相同日期的 5 条中有 5 条相同：同日的以列在后面的为准");
    expect(await stagedBy(files)).toMatchObject({ timesheets: { accepted: 60, replaced: 5, ...COUNTED } });
  });

  test("all count where records of days in common differ", async () => {
    const files = { "a.csv": oldHours(0, 30), "b.csv": newHours(25, 60, 0.3) };
    expect(await entriesOf(files)).toEqual({ files: ["a.csv", "b.csv"], overlap: ["sum"] });
    expect(await stagedBy(files)).toMatchObject({ timesheets: { accepted: 65, replaced: 0, ...COUNTED } });
  });

  test("all count where each is of a department of its own, though their days are the same", async () => {
    const files = { "a.csv": oldHours(0, 30, "财务部"), "b.csv": newHours(0, 30) };
    expect(await stagedBy(files)).toMatchObject({ timesheets: { accepted: 60, replaced: 0, ...COUNTED } });
  });

  test("of which one has no day that the other lacks, the one with more records counts, and the other says why", async () => {
    const { exports, unused } = await initOf(folderOf({ "a.csv": oldHours(10, 30), "b.csv": newHours(0, 50) }));
    expect(exports["timesheets"]).toMatchObject({ files: "b.csv" });
    expect(unused).toMatchObject([{ name: "a.csv", why: { en: expect.stringContaining("20 days, or quarters") } }]);
  });

  test("of records that get a number by file and line, say how many count twice", async () => {
    const lead = (at: number) => `${workDay(at)},${["Web", "Fair"][at % 2]},${["North", "South"][at % 3 ? 0 : 1]}`;
    const { sources } = await initOf(
      folderOf({
        "a.csv": csv("Created date,Lead source,Region", ...rows(30, lead)),
        "b.csv": csv(
          "Created date,Lead source,Region,Lead status",
          ...rows(35, (at) => `${lead(25 + at)},${["New", "Converted"][at % 2]}`),
        ),
      }),
    );
    expect(sources).toContain("相同日期的 5 条中有 5 条相同，没有编号、会算两次：请删去一处");
  });
});

describe("two files of one table under other headers", () => {
  test("are a list of sources where they hold other records, the newer one last, and that is to be checked", async () => {
    const files = { "a-new.csv": fresh((at) => `B${at}`), "b-old.csv": OLD };
    const { exports, sources } = await initOf(folderOf(files));
    expect(exports["deals"]).toMatchObject([{ files: "b-old.csv" }, { files: "a-new.csv" }]);
    expect(sources).toMatch(
      / {2}deals:\n {4}# 请核对：和 \S+ 同是“商机”.*\n {4}- files: b-old\.csv|\n {4}# 请核对：和 \S+ 同是“商机”.*\n {4}- files: a-new\.csv/,
    );
    expect(await stagedBy(files)).toMatchObject({ deals: { accepted: 70, replaced: 0, ...COUNTED } });
  });

  test("count once where they hold the same: only the fuller one, and the other says why", async () => {
    const extract = csv("商机编号,创建日期,结束日期,结果,金额", ...rows(20, (at) => deal(`B${at}`, at, 4).join(",")));
    const { exports, unused } = await initOf(folderOf({ "extract.csv": extract, "full.csv": fresh((at) => `B${at}`) }));
    expect(exports["deals"]).toMatchObject({ files: "full.csv" });
    expect(unused).toMatchObject([{ name: "extract.csv", why: { en: expect.stringContaining("20 of its ids") } }]);
  });

  test("are told apart by a prefix where two systems count alike", async () => {
    const files = { "a.csv": OLD.replaceAll(/^A/gm, "10"), "b.csv": fresh((at) => `10${at}`) };
    const { exports } = await initOf(folderOf(files));
    expect(exports["deals"]).toMatchObject([{ files: "a.csv", prefix: { 商机编号: "a-" } }, { files: "b.csv" }]);
    expect(await stagedBy(files)).toMatchObject({ deals: { accepted: 70, replaced: 0, ...COUNTED } });
  });

  test("that share some ids are both taken, and of these the later one counts", async () => {
    const files = {
      "a.csv": OLD,
      "b.csv": csv(NEW_HEADER, ...rows(30, (at) => [...deal(`${at < 5 ? "A" : "B"}${at}`, at), "East"].join(","))),
    };
    expect((await initOf(folderOf(files))).sources).toContain("编号有 5 个重复");
    expect(await stagedBy(files)).toMatchObject({ deals: { accepted: 65, replaced: 5, ...COUNTED } });
  });

  test("are asked about where somebody can answer", async () => {
    const asked: string[] = [];
    const asker = {
      isThere: true,
      choose: async (question: { en: string }, answers: readonly { value: unknown }[]) => {
        asked.push(question.en);
        return answers.at(question.en.includes("both") ? 1 : 0)?.value as never;
      },
      write: async (_: unknown, usual: string) => usual,
    };
    const { exports, unused } = await initOf(folderOf({ "a.csv": OLD, "b.csv": fresh((at) => `B${at}`) }), { asker });
    expect(asked).toContainEqual(expect.stringMatching(/^Are \S+ and \S+ both deals\?$/));
    expect(Array.isArray(exports["deals"])).toBe(false);
    expect(unused).toHaveLength(1);
  });
});

describe("a file that comes later, under another header", () => {
  test("is one more source of its table, and what stands there stays", async () => {
    const folder = folderOf({ "a.csv": OLD });
    const before = (await initOf(folder)).sources.replace("system: a", "system: 旧 CRM # 我们的");
    writeFileSync(join(folder, "sources.yaml"), before);
    addFiles(folder, {
      "b.csv": fresh((at) => `B${at}`),
      "part.csv": csv("编号,创建日期,结束日期,结果,金额", ...rows(9, (at) => deal(`A${at}`, at).join(","))),
    });
    const { sources, exports, unused } = await initOf(folder);
    expect(exports["deals"]).toMatchObject([{ files: "a.csv", system: "旧 CRM" }, { files: "b.csv" }]);
    expect(sources).toContain("    - files: a.csv\n      system: 旧 CRM # 我们的\n");
    expect(unused).toMatchObject([{ name: "part.csv", why: { en: expect.stringContaining("9 of its ids") } }]);
  });

  test("is commented out alone where it does not fit", async () => {
    const folder = folderOf({ "a.csv": OLD });
    await initOf(folder);
    addFiles(folder, { "b.csv": fresh((at) => `B${at % 20}`) });
    const build = async () => {
      try {
        const { tables } = await stageAll({ dataDir: folder, clock: CLOCK, progress: silentProgress });
        return tables.get("deals")?.rows;
      } catch (error) {
        return error as Error;
      }
    };
    const said: string[] = [];
    expect(await buildWhatFits(folder, await initOf(folder), { build, say: (text) => said.push(text) })).toBe(40);
    expect(said.join()).toContain("deals：暂不采用");
    expect(readFileSync(join(folder, "sources.yaml"), "utf8")).toMatch(
      /\n {4}- files: a\.csv\n(?:.*\n)+ {4}# 请核对：暂不采用 .*\n {4}# - files: b\.csv\n/,
    );
    expect((await initOf(folder)).known).toContain("b.csv");
  });
});

const HEADER = ["订单号", "下单日期", "客户", "金额"];
const order = (month: number, at: number) => [`O${month}-${at}`, day(at, month), `C${at % 7}`, String(at + 1)];
const orders = (month: number) => [HEADER, ...Array.from({ length: 20 }, (_, at) => order(month, at))];

describe("sheets of one header in a workbook", () => {
  test("are one source, by what their names have in common", async () => {
    const files = { "销售.xlsx": bookOf({ 说明: [["由财务导出"], ["每月一张"]], "1月": orders(1), "2月": orders(2), "3月": orders(3) }) };
    const { exports } = await initOf(folderOf(files));
    expect(exports["orders"]).toMatchObject({ files: "销售.xlsx", sheet: "*月" });
    expect(await stagedBy(files)).toMatchObject({ orders: { accepted: 60, ...COUNTED } });
  });

  test("are one source with a column of their names, where each is of a department or a region", async () => {
    const files = { "销售.xlsx": bookOf({ 华东: orders(1), 华南: orders(2) }) };
    expect((await initOf(folderOf(files))).exports["orders"]).toMatchObject({ sheet: "华*", sheet_column: "region" });
    expect(await stagedBy(files)).toMatchObject({ orders: { accepted: 40, ...COUNTED } });
  });

  test.each([
    ["all of them, where there are no others", { Jan: orders(1), Mar: orders(2) }, "*"],
    ["by their names, where others lie between", { East: orders(1), West: orders(2), Notes: [["a"], ["b"]] }, ["East", "West"]],
  ])("%s", async (_, sheets, sheet) => {
    expect((await initOf(folderOf({ "b.xlsx": bookOf(sheets) }))).exports["orders"]).toMatchObject({ sheet });
  });

  test("of several workbooks are taken by the sheets that each of them has", async () => {
    const files = { "a.xlsx": bookOf({ 数据: orders(1), 说明: [["a"], ["b"]] }), "b.xlsx": bookOf({ 数据: orders(2) }) };
    expect((await initOf(folderOf(files))).exports["orders"]).toMatchObject({ files: ["a.xlsx", "b.xlsx"], sheet: "数据" });
    expect(await stagedBy(files)).toMatchObject({ orders: { accepted: 40, ...COUNTED } });
  });
});
