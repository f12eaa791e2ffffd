import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "market",
  rank: 7,
  isLead: true,
  label: { zh: "退货率", en: "Return rate" },
  cases: { zh: "订单", en: "orders" },
  unit: "share",
  better: "lower",
  fact: "sold",
  dimensions: ["product_line", "region", "segment", "channel"],
  value: ratio(count({ of: "after_sales_cases", where: "is_return" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内登记的退货次数 ÷ 期内订单数；售后单写明订单行时，分母为订单行数。冲减的单据和行不计入分母。",
    en: "Returns opened in the period ÷ orders of the period; ÷ order lines where cases name these. Documents and lines that take back are not among them.",
  },
  examples: [
    { given: { sold: [{}, {}, {}, {}], after_sales_cases: [{ is_return: true }, { is_return: false }] }, value: 0.25 },
    { given: [], value: null },
  ],
};
