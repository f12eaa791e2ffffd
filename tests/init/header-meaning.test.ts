import { expect, test } from "vitest";
import { isAside, loadKnowledge, meaningOf } from "../../scripts/init/knowledge.ts";
import { csv, folderOf, initOf, rows } from "./folder.ts";

const knowledge = await loadKnowledge();

function meaning(header: string, id: string, column: string): number {
  const table = knowledge.tables.find((each) => each.id === id);
  if (!table) throw new Error(`unknown table: ${id}`);
  return meaningOf(header, table, column, knowledge);
}

test.each([
  ["期望上线日期", "requirements", "released_at"],
  ["预计首次跟进时间", "leads", "followed_up_at"],
  ["Estimated release date", "requirements", "released_at"],
])("%s is planned, and so no %s.%s", (header, table, column) => {
  expect(meaning(header, table, column)).toBe(0);
});

test.each([
  ["项目计划完成日期", "projects", "planned_on"],
  ["要求完成时间", "service_requests", "due_at"],
])("but %s is %s.%s, which is a plan", (header, table, column) => {
  expect(meaning(header, table, column)).toBeGreaterThan(0);
});

test.each([
  ["实际上线日期", "上线日期", "requirements", "released_at"],
  ["时间 创建", "创建时间", "service_requests", "opened_at"],
  ["工单 编号", "工单编号", "service_requests", "request_id"],
])("%s is nearly as good as %s for %s.%s", (header, plain, table, column) => {
  expect(meaning(header, table, column)).toBeGreaterThan(meaning(plain, table, column) * 0.75);
});

test("of a planned and an actual day, the actual one is when requirements were released", async () => {
  const row = (at: number) => `R${at},2026-01-0${1 + (at % 9)},2026-02-01,${at % 2 ? "2026-04-01" : ""},${at % 2 ? "2026-03-15" : ""}`;
  const { exports } = await initOf(folderOf({ "需求.csv": csv("需求编号,提报时间,立项时间,期望上线日期,实际上线日期", ...rows(30, row)) }));
  expect(exports["requirements"]).toMatchObject({ columns: { released_at: "实际上线日期" } });
});

test.each(["工单 主题", "申请事由", "Subject"])("%s is free text, which is no dimension", (header) => {
  expect(isAside(header, knowledge.synonyms)).toBe(true);
});
