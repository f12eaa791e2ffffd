import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio, sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "cost",
  rank: 2,
  label: { zh: "单条上市需求返工成本", en: "Deviation rework per release" },
  cases: { zh: "上市需求", en: "released requirements" },
  unit: "cny",
  better: "lower",
  fact: "rework",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  value: ratio(sum("cost_cny", { where: "is_deviation" }), count({ of: "releases" })),
});

export const documentation: Documentation = {
  description: {
    zh: "期内需求偏差返工成本 ÷ 期内上市需求数。",
    en: "Cost of rework from requirement deviation in the period ÷ requirements released in it.",
  },
  examples: [
    { given: { rework: [{ cost_cny: 600, is_deviation: true }], releases: [{}, {}] }, value: 300 },
    { given: [], value: null },
  ],
};
