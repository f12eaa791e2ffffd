import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "sales",
  rank: 8,
  label: { zh: "各状态的订单", en: "Orders by state" },
  cases: { zh: "订单，取消的也在内", en: "orders, cancelled ones included" },
  unit: "count",
  better: "neither",
  fact: "order_states",
  dimensions: ["order_state", "product_line", "region", "segment", "channel"],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "期内下单的订单数，取消的也在内；状态是导出时的状态。",
    en: "Orders of the period, cancelled ones included; states are those of the export.",
  },
  examples: [
    { given: [{ order_state: "shipped" }, { order_state: "cancelled" }], value: 2 },
    { given: [], value: 0 },
  ],
};
