import { type Documentation, defineMetric } from "../cube/metric.ts";
import { difference, ratio, sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "sales",
  rank: 4,
  isLead: true,
  label: { zh: "毛利率", en: "Gross margin" },
  cases: { zh: "有成本的订单行", en: "order lines with a cost" },
  unit: "share",
  better: "higher",
  fact: "order_lines",
  dimensions: ["product_line", "region", "segment", "channel"],
  value: ratio(sum("margin_cny"), sum("costed_cny")),
  remark: {
    label: { zh: "其中没有成本的收入", en: "Revenue without a cost" },
    unit: "share",
    value: ratio(difference(sum("amount_cny"), sum("costed_cny")), sum("amount_cny")),
  },
});

export const documentation: Documentation = {
  description: {
    zh: "期内（金额 − 成本）÷ 金额，只计有成本的订单行；没有成本的收入占比列在 n 旁。",
    en: "Amounts less costs ÷ amounts of the order lines of the period that have a cost; the share of revenue without one stands beside n.",
  },
  examples: [
    {
      given: [
        { amount_cny: 100, margin_cny: 40, costed_cny: 100 },
        { amount_cny: 60, margin_cny: 20, costed_cny: 60 },
        { amount_cny: 40, margin_cny: null, costed_cny: null },
      ],
      value: 0.375,
      remark: 0.2,
    },
    { given: [], value: null },
  ],
};
