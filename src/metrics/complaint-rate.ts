import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "market",
  rank: 8,
  label: { zh: "投诉率", en: "Complaint rate" },
  cases: { zh: "订单", en: "orders" },
  unit: "share",
  better: "lower",
  fact: "sold",
  dimensions: ["product_line", "region", "segment", "channel"],
  value: ratio(count({ of: "after_sales_cases", where: "is_complaint" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内登记的投诉次数 ÷ 期内订单数；售后单写明订单行时，分母为订单行数。冲减的单据和行不计入分母。",
    en: "Complaints opened in the period ÷ orders of the period; ÷ order lines where cases name these. Documents and lines that take back are not among them.",
  },
  examples: [
    { given: { sold: [{}, {}], after_sales_cases: [{ is_complaint: true }] }, value: 0.5 },
    { given: [], value: null },
  ],
};
