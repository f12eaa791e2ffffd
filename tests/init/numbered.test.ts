import { describe, expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";
import { stagedBy } from "./staged.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;
const leads = csv(
  "创建日期,线索来源,地区,首次跟进时间",
  ...rows(30, (at) => `${day(at)},${at % 2 ? "展会" : "官网"},华东,${day(at)} 10:00`),
);

describe("init of leads without ids", () => {
  test("numbers them by file and line, and says so", async () => {
    const { sources } = await initOf(folderOf({ "线索.csv": leads }));
    expect(sources).toMatch(/# 请核对：没有编号.*\n +sql: select \*, concat_ws\('-', _file, _line\) as lead_id from records/);
  });

  test("takes each row as one, the same ones too", async () => {
    const found = await stagedBy({ "线索.csv": `${leads}${leads.split("\n")[1]}\n` });
    expect(found["leads"]).toMatchObject({ accepted: 31, rejected: 0 });
  });

  test("takes no list of days and names for leads", async () => {
    const { exports } = await initOf(folderOf({ "日历.csv": csv("日期,名称", ...rows(30, (at) => `${day(at)},节日 ${at}`)) }));
    expect(exports).toEqual({});
  });
});
