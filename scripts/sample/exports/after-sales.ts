import { csvExport } from "../export.ts";
import { chineseDate } from "../text.ts";

const KINDS = { complaint: "投诉", return: "退货" } as const;
const CAUSES = { defect: "质量缺陷", requirement_mismatch: "与需求不符", logistics: "物流", service: "服务", other: "其他" } as const;

export default csvExport({
  table: "after_sales",
  file: "service-cases.csv",
  form: { hasBom: true, newline: "\r\n" },
  rows: (sample) => sample.after_sales,
  columns: {
    售后单号: (row) => row.case_id,
    订单编号: (row) => row.order_id,
    登记日期: (row) => chineseDate(row.opened_on),
    类型: (row) => KINDS[row.kind],
    原因: (row) => CAUSES[row.cause],
    退款金额: (row) => (row.refund_cny === null ? "" : String(row.refund_cny)),
    客户原话: (row) => row.note ?? "无",
  },
});
