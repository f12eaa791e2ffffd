import { expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";
import { stagedBy } from "./staged.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;

/** States of leads with the reason of those that were returned; of those that ended, the day is known. */
const STATES = [
  ["跟进中", ""],
  ["已转换", ""],
  ["赢单", ""],
  ["输单", ""],
  ["已退回", "没有需求"],
] as const;

const HEADER = "线索编号,线索来源,创建时间,分配时间,首次跟进时间,转换时间,关闭时间,线索状态,退回原因";

const files = {
  "线索.csv": csv(
    HEADER,
    ...rows(50, (at) => {
      const [state, reason] = STATES[at % STATES.length] as (typeof STATES)[number];
      const isSql = ["已转换", "赢单", "输单"].includes(state);
      const hasEnded = ["赢单", "输单", "已退回"].includes(state);
      const own = day(at);
      return `XS${at},展会,${own} 09:00,${own} 10:00,${own} 11:00,${isSql ? `${own} 12:00` : ""},${hasEnded ? `${own} 13:00` : ""},${state},${reason}`;
    }),
  ),
};

test("the state of leads says which were won, lost or returned, and why", async () => {
  const { exports } = await initOf(folderOf(files));
  expect(exports["leads"]).toMatchObject({
    columns: { outcome: "线索状态", closed_on: "关闭时间", return_reason: "退回原因" },
    values: { outcome: { 跟进中: "", 已转换: "", 输单: "lost", 已退回: "returned" }, return_reason: { 没有需求: "no_need" } },
  });
  expect((await stagedBy(files))["leads"]).toMatchObject({ accepted: 50, rejected: 0 });
});

test("leads of a company without MQLs are assigned, followed up and accepted all the same", async () => {
  const { exports } = await initOf(folderOf(files));
  expect(exports["leads"]).toMatchObject({ columns: { assigned_at: "分配时间", followed_up_at: "首次跟进时间", sql_on: "转换时间" } });
});
