import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "sales",
  rank: 2,
  label: { zh: "订单数", en: "Orders placed" },
  cases: { zh: "订单", en: "orders" },
  unit: "count",
  better: "higher",
  fact: "order_lines",
  dimensions: ["product_line", "region", "segment", "channel", "order_currency"],
  value: count({ where: "is_order" }),
  remark: {
    label: { zh: "冲减单据，不计为订单", en: "Reversals and credit notes, left out" },
    unit: "count",
    value: count({ where: "is_take_back" }),
  },
});

export const documentation: Documentation = {
  description: {
    zh: "期内下单的订单数；一张订单不论几行只算一次，归入其金额最大的一行所在的产品线。合计为负的单据（红字单、退货单等）不计为订单，其数量列在 n 旁。",
    en: "Orders of the period; an order counts once, whatever its lines, in the product line of the largest of them. A document whose total is below 0, such as a reversal or a credit note, is no order; how many there are stands beside n.",
  },
  examples: [
    { given: [{ is_order: true }, { is_order: false }, { is_order: true }], value: 2 },
    { given: [{ is_order: true }, { is_order: false, is_take_back: true }], value: 1, remark: 1 },
    { given: [], value: 0 },
  ],
};
