import { describe, expect, test } from "vitest";
import { loadTables } from "../../scripts/tools/registry.ts";
import type { Reason } from "../../src/core/reason.ts";
import { expectedOf } from "../../src/i18n/reasons.ts";
import { reasons as chinese } from "../../src/i18n/zh/reasons.ts";

const MEMBERS = { code: "reference", to: "members.member", where: { column: "dimension", is: "region" } } as const;

const CASES: readonly [Reason, en: string, zh: string][] = [
  [{ code: "value" }, "a value", "有值"],
  [{ code: "number" }, "a number", "数字"],
  [{ code: "whole-number" }, "a whole number", "整数"],
  [{ code: "whole-up-to", max: 2_147_483_647 }, "a whole number up to 2147483647", "不大于 2147483647 的整数"],
  [{ code: "at-least", min: 0 }, "a number of at least 0", "不小于 0 的数字"],
  [{ code: "at-most", max: 1 }, "a number of at most 1", "不大于 1 的数字"],
  [{ code: "date", forms: ["YYYY/M/D", "excel"] }, "a date such as YYYY/M/D or excel", "日期，例如 YYYY/M/D 或 excel"],
  [{ code: "time", forms: ["YYYY/M/D HH:mm"] }, "a time such as YYYY/M/D HH:mm", "时刻，例如 YYYY/M/D HH:mm"],
  [{ code: "flag" }, "a flag such as 1 or 0, 是 or 否", "是或否，例如 1 或 0、是 或 否"],
  [{ code: "quarter" }, "a quarter such as 2026Q3", "季度，例如 2026Q3"],
  [{ code: "period" }, "a month, quarter or year such as 2026-09, 2026Q3 or 2026", "月、季或年，例如 2026-09、2026Q3 或 2026"],
  [{ code: "list" }, "values separated by semicolons, without blanks in them", "用分号隔开的值，值内没有空格"],
  [{ code: "identifier" }, "an identifier (this one was turned into a number by a spreadsheet)", "编号（此处已被表格软件改成数字）"],
  [
    { code: "exact-identifier", max: 16_777_215 },
    "an exact identifier: a whole number up to 16777215, or text",
    "精确的编号：不大于 16777215 的整数，或文字",
  ],
  [{ code: "one-of", values: ["complaint", "return"] }, "one of complaint, return", "其中之一：complaint, return"],
  [{ code: "reference", to: "deals.deal_id" }, "one of deals.deal_id", "其中之一：deals.deal_id"],
  [MEMBERS, "one of members.member where dimension is region", "members.member 中的一个（dimension 为 region）"],
  [{ code: "unique-key" }, "a key that no record before has", "与前面的记录不重复的编号"],
  [
    { code: "unique-key", by: "changed_at" },
    "a key that no record before has, or another changed_at",
    "与前面的记录不重复的编号，或不同的 changed_at",
  ],
  [{ code: "not-after", moment: "day", column: "due_on" }, "a day not after due_on", "不晚于 due_on 的日期"],
  [{ code: "fields", count: 20 }, "20 fields", "20 个字段"],
  [{ code: "whole-quotes" }, "quotes around a whole field only", "引号只能包住整个字段"],
  [{ code: "separator-after-quote" }, "a separator or a line break after a closing quote", "右引号之后应为分隔符或换行"],
  [{ code: "closing-quote" }, "a closing quote", "右引号"],
  [{ code: "no-error" }, "a value, no error of a spreadsheet", "数值，而不是表格的错误值"],
  [{ code: "calculated" }, "a calculated value", "算好的数值"],
  [{ code: "json-object" }, "a JSON object", "JSON 对象"],
  [{ code: "no-nul" }, "text without NUL bytes", "不含 NUL 字节的文字"],
  [{ code: "encoding", encoding: "gb18030" }, "text in gb18030", "gb18030 编码的文字"],
];

describe("expectedOf(reason, reasons)", () => {
  test.each(CASES)("says %j", (reason, en, zh) => {
    expect([expectedOf(reason), expectedOf(reason, chinese)]).toEqual([en, zh]);
  });

  test.each([
    ["closed_on", "a closed_on only when there is a outcome"],
    ["outcome", "an outcome only when there is a outcome"],
    ["lost_reason", "a reason only when there is a outcome"],
  ])("calls a value of %s by the noun in its id", (column, expected) => {
    expect(expectedOf({ code: "only-with", column, on: "outcome" })).toBe(expected);
  });
});

/** Every rule of every contract: table, column, and what is expected in English and in Chinese. */
const RULES = `
deals closed_on | a closed_on only when there is a outcome | 有 outcome 时才有关闭日期
deals outcome | an outcome only when there is a closed_on | 有 closed_on 时才有结果
deals closed_on | a day on or after opened_on | 不早于 opened_on 的日期
deals lost_reason | a reason only when the outcome is lost | 仅当结果为 lost 时才有丢单原因
deals delay_department | a department only when the lost_reason is late_collaboration | 仅当丢单原因为 late_collaboration 时才有延误部门
deals delay_cause | a cause only when the lost_reason is late_collaboration | 仅当丢单原因为 late_collaboration 时才有延误性质
goals department | a department, unless the level is company | 有部门（层级为 company 时除外）
goals role | a role exactly when the level is role | 层级为 role 时须有岗位，否则须为空
leads closed_on | a closed_on only when there is a outcome | 有 outcome 时才有关闭日期
leads outcome | an outcome only when there is a closed_on | 有 closed_on 时才有结果
leads mql_on | a day on or after created_on | 不早于 created_on 的日期
leads assigned_at | a time on or after created_on and mql_on | 不早于 created_on 与 mql_on 的时刻
leads followed_up_at | a time on or after assigned_at | 不早于 assigned_at 的时刻
leads sql_on | a day on or after created_on and mql_on | 不早于 created_on 与 mql_on 的日期
leads feedback_on | a day on or after created_on | 不早于 created_on 的日期
leads closed_on | a day on or after created_on and sql_on | 不早于 created_on 与 sql_on 的日期
leads return_reason | a reason only when the outcome is returned | 仅当结果为 returned 时才有退回原因
meetings decisions_closed_in_time | no more than decisions_due | 不大于 decisions_due
requirements reviewed_at | a time on or after submitted_at | 不早于 submitted_at 的时刻
requirements approved_at | a time on or after submitted_at | 不早于 submitted_at 的时刻
requirements rejected_at | a time on or after submitted_at | 不早于 submitted_at 的时刻
requirements rejected_at | either approved_at or rejected_at, not both | approved_at 与 rejected_at 只能有一个
requirements released_at | a time on or after approved_at | 不早于 approved_at 的时刻
rotations ends_on | a day on or after starts_on | 不早于 starts_on 的日期
service_requests assigned_at | a time on or after opened_at | 不早于 opened_at 的时刻
service_requests first_response_at | a time on or after opened_at | 不早于 opened_at 的时刻
service_requests resolved_at | a time on or after opened_at | 不早于 opened_at 的时刻
service_requests closed_at | a time on or after opened_at | 不早于 opened_at 的时刻
service_requests paused_since | a time on or after opened_at | 不早于 opened_at 的时刻
service_requests first_response_at | a time not after resolved_at | 不晚于 resolved_at 的时刻
service_requests cancelled_at | a time on or after opened_at | 不早于 opened_at 的时刻
service_requests cancelled_at | a time not after resolved_at | 不晚于 resolved_at 的时刻
service_requests cancelled_at | either resolved_at or cancelled_at, not both | resolved_at 与 cancelled_at 只能有一个
sla valid_to | a day on or after valid_from | 不早于 valid_from 的日期
`;

test("the rules of every contract are said in both languages, in Chinese with the names of the columns", async () => {
  const said = (await loadTables()).flatMap(({ id, columns, rules }) =>
    rules.map(({ columns: [column], reason }) =>
      [`${id} ${column}`, expectedOf(reason), expectedOf(reason, chinese, (name) => columns[name]?.label.zh ?? name)].join(" | "),
    ),
  );
  expect(said).toEqual(RULES.trim().split("\n"));
});
