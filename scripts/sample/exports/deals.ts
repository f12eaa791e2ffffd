import { DEPARTMENTS, nameIn, PRODUCT_LINES, REGIONS, SEGMENTS } from "../company.ts";
import { csvExport } from "../export.ts";
import { slashed, tenThousands } from "../text.ts";

const STAGES = { qualified: "已确认", proposal: "方案报价", negotiation: "商务谈判", closed: "已关闭" } as const;
const OUTCOMES = { won: "赢单", lost: "丢单" } as const;
const CAUSES = { avoidable: "主观拖延", resource: "客观资源限制" } as const;
const REASONS = {
  price: "价格",
  competitor: "竞争对手",
  product_gap: "产品不满足",
  budget: "客户预算",
  late_collaboration: "协作延误",
  other: "其他",
} as const;

export default csvExport({
  table: "deals",
  file: "crm-deals.csv",
  form: { encoding: "gb18030", newline: "\r\n" },
  rows: (sample) => sample.deals,
  columns: {
    商机编号: (row) => row.deal_id,
    建立日期: (row) => slashed(row.opened_on),
    关闭日期: (row) => (row.closed_on === null ? "" : slashed(row.closed_on)),
    阶段: (row) => STAGES[row.stage],
    结果: (row) => (row.outcome === null ? "" : OUTCOMES[row.outcome]),
    商机金额: (row) => tenThousands(row.amount_cny),
    客户类型: (row) => nameIn(SEGMENTS, row.segment),
    销售区域: (row) => nameIn(REGIONS, row.region),
    产品线: (row) => nameIn(PRODUCT_LINES, row.product_line),
    丢单原因: (row) => (row.lost_reason === null ? "" : REASONS[row.lost_reason]),
    延误部门: (row) => (row.delay_department === null ? "" : nameIn(DEPARTMENTS, row.delay_department)),
    延误性质: (row) => (row.delay_cause === null ? "" : CAUSES[row.delay_cause]),
  },
});
