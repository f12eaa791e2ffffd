import { isoOf } from "../../../src/core/days.ts";
import { DEPARTMENTS, nameIn } from "../company.ts";
import { csvExport } from "../export.ts";

const REASONS = {
  customer_change: "客户改变需求",
  unclear_requirement: "需求不清",
  technical_limit: "技术限制",
  market_change: "市场变化",
  other: "其他",
} as const;

export default csvExport({
  table: "requirement_changes",
  file: "plm-requirement-changes.tsv",
  form: { delimiter: "\t" },
  rows: (sample) => sample.requirement_changes,
  columns: {
    CHANGE_NO: (row) => row.change_id,
    REQ_NO: (row) => row.requirement_id,
    CHANGE_DATE: (row) => isoOf(row.changed_on),
    REQUESTED_BY: (row) => nameIn(DEPARTMENTS, row.asked_by),
    REASON: (row) => REASONS[row.reason],
    REMARK: (row) => row.note ?? "NULL",
  },
});
