import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio, sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "sales",
  rank: 3,
  label: { zh: "平均订单金额", en: "Average order" },
  cases: { zh: "订单", en: "orders" },
  unit: "cny",
  better: "higher",
  fact: "order_lines",
  dimensions: ["region", "segment", "channel"],
  value: ratio(sum("amount_cny"), count({ where: "is_order" })),
});

export const documentation: Documentation = {
  description: {
    zh: "期内销售额 ÷ 期内订单数；合计为负的单据（红字单、退货单等）冲减销售额，但不计为订单。",
    en: "Revenue of the period ÷ orders of the period; a document whose total is below 0, such as a reversal or a credit note, lowers the revenue and is no order.",
  },
  examples: [
    {
      given: [
        { amount_cny: 100, is_order: true },
        { amount_cny: 20, is_order: false },
        { amount_cny: 60, is_order: true },
      ],
      value: 90,
    },
    { given: [], value: null },
  ],
};
