import { type Documentation, defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "deals",
  rank: 2,
  label: { zh: "赢单金额", en: "Won amount" },
  cases: { zh: "赢单商机", en: "deals won" },
  unit: "cny",
  better: "higher",
  fact: "closed_deals",
  dimensions: ["product_line", "region", "segment", "team", "deal_source"],
  value: sum("won_cny"),
});

export const documentation: Documentation = {
  description: {
    zh: "期内赢单的商机金额之和，按赢单日期计入。",
    en: "Sum of the amounts of the deals won in the period, by the day on which they were won.",
  },
  examples: [
    { given: [{ won_cny: 100 }, { won_cny: 50 }, { won_cny: null }], value: 150 },
    { given: [], value: 0 },
  ],
};
