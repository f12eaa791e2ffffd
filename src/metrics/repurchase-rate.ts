import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "market",
  rank: 2,
  isLead: true,
  label: { zh: "客户复购率", en: "Customer repurchase rate" },
  cases: { zh: "活跃客户", en: "active customers" },
  unit: "share",
  better: "higher",
  fact: "active_customers",
  dimensions: ["region", "segment"],
  value: ratio(count({ where: "is_repeat" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "截至期末 12 个月内下过单的客户中，在其中两天或以上下单的占比；同一天的多张订单只算一次，一年前的订单不算，冲减的单据也不算。一位客户会买多条产品线，故不按产品线分。",
    en: "Of the customers with an order in the 12 months to the period’s end, the share with orders on two days within these 12 months or more; several orders of a day are one, and neither orders before nor reversals and credit notes count. Not by product line: a customer buys from several.",
  },
  examples: [
    { given: [{ is_repeat: true }, { is_repeat: false }, { is_repeat: false }, { is_repeat: true }], value: 0.5 },
    { given: [], value: null },
  ],
};
