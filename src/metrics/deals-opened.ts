import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "deals",
  rank: 6,
  label: { zh: "新增商机", en: "Deals opened" },
  cases: { zh: "新增商机", en: "deals opened" },
  unit: "count",
  better: "higher",
  fact: "opened_deals",
  dimensions: ["product_line", "region", "segment", "team", "deal_source"],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "期内新建的商机数，不论后来赢单与否。",
    en: "Deals opened in the period, whatever became of them.",
  },
  examples: [
    { given: [{}, {}, {}], value: 3 },
    { given: [], value: 0 },
  ],
};
