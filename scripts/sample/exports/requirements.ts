import { DEPARTMENTS, nameIn, PRODUCT_LINES, REGIONS, SEGMENTS } from "../company.ts";
import { csvExport } from "../export.ts";
import { percent, plain, slashedTime, yesNo } from "../text.ts";

const VALUE_CLASSES = { must: "必须实现", important: "重要优化", optional: "可选迭代" } as const;

export default csvExport({
  table: "requirements",
  file: "crm-requirements.csv",
  form: { encoding: "gb18030", newline: "\r\n" },
  rows: (sample) => sample.requirements,
  columns: {
    需求编号: (row) => row.requirement_id,
    提报时间: (row) => slashedTime(row.submitted_at),
    评审时间: (row) => slashedTime(row.reviewed_at),
    立项时间: (row) => slashedTime(row.approved_at),
    否决时间: (row) => slashedTime(row.rejected_at),
    上市时间: (row) => slashedTime(row.released_at),
    提报部门: (row) => nameIn(DEPARTMENTS, row.department),
    销售区域: (row) => nameIn(REGIONS, row.region),
    客户类型: (row) => nameIn(SEGMENTS, row.segment),
    产品线: (row) => nameIn(PRODUCT_LINES, row.product_line),
    价值等级: (row) => VALUE_CLASSES[row.value_class],
    覆盖客户数: (row) => (row.reach === null ? "" : row.reach.toLocaleString("en-US")),
    影响系数: (row) => plain(row.impact),
    信心: (row) => (row.confidence === null ? "" : percent(row.confidence)),
    投入人月: (row) => plain(row.effort),
    使用场景: (row) => yesNo(row.has_scenario),
    客户画像: (row) => yesNo(row.has_customer_profile),
    竞品对比: (row) => yesNo(row.has_competitor),
    预算: (row) => yesNo(row.has_budget),
    产品编号: (row) => plain(row.product_id),
    备注: (row) => (row.rejected_at === null ? "" : "未通过评审,见会议纪要"),
  },
});
