import { expect, test } from "vitest";
import { dayOfMonth } from "../../scripts/read/day-of-month.ts";
import { namedMonth } from "../../scripts/read/named-month.ts";

test.each([
  ["2026年3月", 2026, 3],
  ["工时统计 2026 年 3 月", 2026, 3],
  ["26年3月", 2026, 3],
  ["2026-03", 2026, 3],
  ["202603", 2026, 3],
  ["Mar 2026", 2026, 3],
  ["2026 September", 2026, 9],
  ["3月", undefined, 3],
  ["十一月", undefined, 11],
  ["March", undefined, 3],
  ["工时2026", 2026, undefined],
  ["2026年1-6月", 2026, undefined],
  ["1月-3月", undefined, undefined],
  ["2025-2026", undefined, undefined],
  ["导出时间 2026-04-02 09:30", undefined, undefined],
  ["工时20260402", undefined, undefined],
  ["3月31日", undefined, undefined],
  ["Marketing", undefined, undefined],
  ["Sheet2", undefined, undefined],
])("namedMonth(%j) is %s, %s", (text, year, month) => {
  expect(namedMonth(text)).toEqual({ year, month });
});

test.each([
  [1, ["1日", "1", "01", "1号", "1 日", "1 (日)", "1(一)", "周一 1", "Mon 1", "1 Mon", "日期 1", "3月 1日"]],
  [31, ["31日", "３１"]],
  [null, ["32", "0", "1、流程", "1 计划", "1周", "Q1", "1月", "2026-03-01", ""]],
])("dayOfMonth gives %s of %j", (day, headers) => {
  expect(headers.map(dayOfMonth)).toEqual(headers.map(() => day));
});
