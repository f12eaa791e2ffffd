import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "sales",
  rank: 7,
  label: { zh: "订单取消率", en: "Orders cancelled" },
  cases: { zh: "订单，取消的也在内", en: "orders, cancelled ones included" },
  unit: "share",
  better: "lower",
  fact: "order_states",
  dimensions: ["product_line", "region", "segment", "channel"],
  value: ratio(count({ where: "is_cancelled" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内下单的订单中，后来取消或作废的占比；按下单日期计入，草稿不计。",
    en: "Of the orders of the period, the share that was cancelled or voided since, by the day of the order; drafts are left out.",
  },
  examples: [
    { given: [{ is_cancelled: true }, { is_cancelled: false }, { is_cancelled: false }, { is_cancelled: false }], value: 0.25 },
    { given: [], value: null },
  ],
};
