import { choice, date, flag, key, reference, timestamp } from "../core/columns.ts";
import { region } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";
import { isFrom } from "../core/moments.ts";

const MS_PER_DAY = 86_400_000;

/** Whether a moment, where there is one, lies on a day or after it. */
const isFromDay = (moment: number | null, day: number | null) => moment === null || (day !== null && moment >= day * MS_PER_DAY);

export default defineTable({
  id: "leads",
  label: { zh: "线索", en: "Leads" },
  description: {
    zh: "每行一条线索，从市场部到业务部的交接；来自 CRM。",
    en: "One row per lead and its hand-over from marketing to sales; from the CRM.",
  },
  key: ["lead_id"],
  time: "created_on",
  columns: {
    lead_id: key({
      label: { zh: "线索编号", en: "Lead" },
      description: { zh: "线索的唯一编号。", en: "Unique number of the lead." },
      required: true,
      publish: "never",
      example: "L-104512",
    }),
    source: reference({
      label: { zh: "线索来源", en: "Source" },
      description: { zh: "线索来自的渠道或活动。", en: "Channel or campaign that it came from." },
      required: true,
      publish: "grouped",
      example: "exhibition",
      references: "members.member",
      where: { column: "dimension", is: "lead_source" },
    }),
    has_need: flag({
      label: { zh: "需求明确", en: "Clear need" },
      description: { zh: "客户说得清需求。", en: "The customer can say what is needed." },
      required: true,
      publish: "summed",
      example: "1",
    }),
    has_intent: flag({
      label: { zh: "采购意向", en: "Intent" },
      description: { zh: "客户有采购意向。", en: "The customer intends to buy." },
      required: true,
      publish: "summed",
      example: "1",
    }),
    has_budget: flag({
      label: { zh: "预算到位", en: "Budget" },
      description: { zh: "客户有预算。", en: "The customer has a budget." },
      required: true,
      publish: "summed",
      example: "1",
    }),
    has_decision_chain: flag({
      label: { zh: "决策链清晰", en: "Decision chain" },
      description: { zh: "知道谁决策。", en: "It is known who decides." },
      required: true,
      publish: "summed",
      example: "1",
    }),
    created_on: date({
      label: { zh: "创建日期", en: "Created on" },
      description: { zh: "线索进入系统的日期。", en: "Day on which it came in." },
      required: true,
      publish: "summed",
      example: "2026-03-02",
    }),
    mql_on: date({
      label: { zh: "MQL 日期", en: "MQL on" },
      description: { zh: "市场部认定为合格线索的日期。", en: "Day on which marketing qualified it." },
      required: false,
      publish: "summed",
      example: "2026-03-04",
    }),
    sql_on: date({
      label: { zh: "SQL 日期", en: "SQL on" },
      description: { zh: "业务部接受为销售线索的日期。", en: "Day on which sales accepted it." },
      required: false,
      publish: "summed",
      example: "2026-03-12",
    }),
    assigned_at: timestamp({
      label: { zh: "分派时间", en: "Assigned" },
      description: {
        zh: "交给业务部的时刻；跟进时限由此起算。",
        en: "When it was handed to sales; the clock of the follow-up starts here.",
      },
      required: false,
      publish: "summed",
      example: "2026-03-04 15:30",
    }),
    followed_up_at: timestamp({
      label: { zh: "首次跟进时间", en: "Followed up" },
      description: { zh: "业务部首次联系客户的时刻。", en: "When sales first contacted the customer." },
      required: false,
      publish: "summed",
      example: "2026-03-05 10:10",
    }),
    feedback_on: date({
      label: { zh: "反馈日期", en: "Feedback on" },
      description: { zh: "业务部向市场部反馈的日期。", en: "Day on which sales told marketing what became of it." },
      required: false,
      publish: "summed",
      example: "2026-03-10",
    }),
    closed_on: date({
      label: { zh: "关闭日期", en: "Closed on" },
      description: { zh: "赢单、丢单或退回的日期。", en: "Day on which it was won, lost or returned." },
      required: false,
      publish: "summed",
      example: "2026-06-18",
    }),
    outcome: choice({
      label: { zh: "结果", en: "Outcome" },
      description: { zh: "线索的结果；未定则空。", en: "What became of it; empty until it is known." },
      required: false,
      publish: "grouped",
      example: "returned",
      values: {
        won: { zh: "赢单", en: "Won" },
        lost: { zh: "丢单", en: "Lost" },
        returned: { zh: "退回", en: "Returned" },
      },
    }),
    return_reason: choice({
      label: { zh: "退回原因", en: "Reason of the return" },
      description: { zh: "业务部退回的原因。", en: "Why sales returned it." },
      required: false,
      publish: "grouped",
      example: "no_need",
      values: {
        wrong_contact: { zh: "联系人不对", en: "Wrong contact" },
        no_need: { zh: "无需求", en: "No need" },
        no_budget: { zh: "无预算", en: "No budget" },
        duplicate: { zh: "重复", en: "Duplicate" },
        unreachable: { zh: "联系不上", en: "Unreachable" },
      },
    }),
    region,
    deal_id: reference({
      label: { zh: "商机编号", en: "Deal" },
      description: { zh: "由线索转成的商机。", en: "The deal that it became." },
      required: false,
      publish: "never",
      example: "D-20418",
      references: "deals.deal_id",
    }),
  },
  // a missing time says "not yet": one that takes a lead a stage further is never dropped
  rules: [
    {
      column: "mql_on",
      expected: "a day on or after created_on",
      holds: (row) => row.mql_on === null || row.mql_on >= row.created_on,
    },
    {
      column: "assigned_at",
      expected: "a time on or after mql_on",
      holds: (row) => isFromDay(row.assigned_at, row.mql_on),
    },
    {
      column: "followed_up_at",
      expected: "a time on or after assigned_at",
      holds: (row) => isFrom(row.followed_up_at, row.assigned_at),
    },
    {
      column: "sql_on",
      expected: "a day on or after mql_on",
      holds: (row) => row.sql_on === null || (row.mql_on !== null && row.sql_on >= row.mql_on),
    },
    {
      column: "feedback_on",
      expected: "a day on or after created_on",
      holds: (row) => row.feedback_on === null || row.feedback_on >= row.created_on,
      drops: "feedback_on",
    },
    {
      column: "closed_on",
      expected: "a day on or after created_on and sql_on",
      holds: (row) => row.closed_on === null || row.closed_on >= (row.sql_on ?? row.created_on),
    },
    {
      column: "outcome",
      expected: "an outcome exactly when there is a closed_on",
      holds: (row) => (row.outcome === null) === (row.closed_on === null),
    },
    {
      column: "return_reason",
      expected: "a reason exactly when the outcome is returned",
      holds: (row) => (row.return_reason !== null) === (row.outcome === "returned"),
    },
  ],
});
