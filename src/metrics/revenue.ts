import { type Documentation, defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "sales",
  rank: 1,
  isLead: true,
  label: { zh: "销售额", en: "Revenue" },
  cases: { zh: "订单行", en: "order lines" },
  unit: "cny",
  better: "higher",
  fact: "order_lines",
  dimensions: ["product_line", "region", "segment", "channel", "order_currency"],
  value: sum("amount_cny"),
});

export const documentation: Documentation = {
  description: {
    zh: "期内下单的金额之和，不含税；金额为负的单据和行（红字单、退货单、折扣行等）冲减销售额。",
    en: "Sum of the amounts ordered in the period, net of tax; documents and lines below 0, such as reversals, credit notes and discounts, are subtracted.",
  },
  examples: [
    { given: [{ amount_cny: 100 }, { amount_cny: 50.5 }, { amount_cny: -20 }], value: 130.5 },
    { given: [], value: 0 },
  ],
};
