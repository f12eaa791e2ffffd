import { expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";

const KINDS = ["改造", "新建", "扩容"];

/** What stands about a dimension of its own in the `sources.yaml` of deals with one more column, once they are found to be deals. */
async function remarkOn(header: string, value: (at: number) => string): Promise<string | undefined> {
  const deals = rows(40, (at) => `D${at},2026-01-${10 + (at % 9)},华东,${at}00,${value(at)}`);
  const { sources, exports } = await initOf(folderOf({ "商机.csv": csv(`商机编号,创建日期,区域,商机金额,${header}`, ...deals) }));
  expect(Object.keys(exports)).toEqual(["deals"]);
  return sources
    .split("\n")
    .find((line) => line.includes("自定义维度"))
    ?.trim();
}

test("a column of a few words that no column of the table takes could be a dimension of the company's own", async () => {
  expect(await remarkOn("工程类别", (at) => KINDS[at % 3] as string)).toBe(
    "# 可作自定义维度（own）：工程类别 · could be the dimension of your own (own)",
  );
});

test.each([
  ["holds people", "跟进人", (at: number) => KINDS[at % 3] as string],
  ["holds free text", "备注", (at: number) => KINDS[at % 3] as string],
  ["is a state", "流程状态", (at: number) => KINDS[at % 3] as string],
  ["holds numbers", "楼层", (at: number) => String(at % 3)],
  ["is a flag", "加急", (at: number) => (at % 2 ? "是" : "否")],
  ["is different in every row", "项目名", (at: number) => `项目 ${at}`],
  ["is seldom filled", "工程类别", (at: number) => (at % 5 ? "" : (KINDS[(at / 5) % 3] as string))],
])("a column that %s is none", async (_, header, value) => {
  expect(await remarkOn(header, value)).toBeUndefined();
});

test("columns that nothing uses are named, those of people are not", async () => {
  const requests = rows(40, (at) => `T${at},2026-01-0${1 + (at % 9)} 09:00,Lab,N${at % 3},Ann ${at % 4},2026-02-0${1 + (at % 9)}`);
  const { sources } = await initOf(
    folderOf({ "requests.csv": csv("Ticket ID,Opened at,Assignment group,Short code,Assignee,Last touched", ...requests) }),
  );
  expect(sources).toContain("没有用到的列：Short code、Last touched · columns that are not used");
});
