import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "market",
  rank: 9,
  label: { zh: "活跃客户数", en: "Active customers" },
  cases: { zh: "活跃客户", en: "active customers" },
  unit: "count",
  better: "higher",
  fact: "active_customers",
  dimensions: ["region", "segment"],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "截至期末 12 个月内下过单的客户数，每位客户只算一次，归入其最近一单所在的区域和客户类型；冲减的单据不算下单。",
    en: "Customers with an order in the 12 months to the period’s end, each once, in the region and segment of the latest order; reversals and credit notes are no orders.",
  },
  examples: [
    { given: [{}, {}], value: 2 },
    { given: [], value: 0 },
  ],
};
