import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "market",
  rank: 3,
  label: { zh: "客户留存率", en: "Customer retention rate" },
  cases: { zh: "上一年的客户", en: "customers of the year before" },
  unit: "share",
  better: "higher",
  fact: "earlier_customers",
  dimensions: ["region", "segment"],
  value: ratio(count({ where: "is_back" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "截至期末的上一个 12 个月内下过单的客户中，在最近 12 个月内又下过单的占比；冲减的单据不算下单。一位客户会买多条产品线，故不按产品线分。",
    en: "Of the customers with an order in the 12 months before the latest 12 to the period’s end, the share with an order in the latest 12; reversals and credit notes are no orders. Not by product line: a customer buys from several.",
  },
  examples: [
    { given: [{ is_back: true }, { is_back: true }, { is_back: true }, { is_back: false }], value: 0.75 },
    { given: [], value: null },
  ],
};
