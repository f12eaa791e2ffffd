import { isoOf } from "../../../src/core/days.ts";
import { nameIn, REGIONS } from "../company.ts";
import { csvExport } from "../export.ts";
import { LEAD_SOURCES } from "../tables/leads.ts";
import { plain, slashedTime } from "../text.ts";

const OUTCOMES = { won: "赢单", lost: "丢单", returned: "退回" } as const;
const REASONS = {
  wrong_contact: "联系人不对",
  no_need: "无需求",
  no_budget: "无预算",
  duplicate: "重复",
  unreachable: "联系不上",
} as const;

const day = (value: number | null) => (value === null ? "-" : isoOf(value));
const has = (flag: boolean) => (flag ? "有" : "无");

export default csvExport({
  table: "leads",
  file: "crm-leads.csv",
  form: {},
  rows: (sample) => sample.leads,
  columns: {
    线索编号: (row) => row.lead_id,
    来源: (row) => nameIn(LEAD_SOURCES, row.source),
    需求: (row) => has(row.has_need),
    意向: (row) => has(row.has_intent),
    预算: (row) => has(row.has_budget),
    决策链: (row) => has(row.has_decision_chain),
    创建日期: (row) => day(row.created_on),
    MQL日期: (row) => day(row.mql_on),
    分派时间: (row) => slashedTime(row.assigned_at),
    首次跟进: (row) => slashedTime(row.followed_up_at),
    反馈日期: (row) => day(row.feedback_on),
    SQL日期: (row) => day(row.sql_on),
    关闭日期: (row) => day(row.closed_on),
    结果: (row) => (row.outcome === null ? "-" : OUTCOMES[row.outcome]),
    退回原因: (row) => (row.return_reason === null ? "-" : REASONS[row.return_reason]),
    销售区域: (row) => nameIn(REGIONS, row.region),
    商机编号: (row) => plain(row.deal_id),
  },
});
