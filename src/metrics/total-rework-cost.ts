import { type Documentation, defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "cost",
  rank: 3,
  label: { zh: "返工总成本", en: "Rework cost, all causes" },
  cases: { zh: "返工", en: "reworks" },
  unit: "cny",
  better: "lower",
  fact: "rework",
  dimensions: ["product_line", "region", "segment", "value_class", "department", "rework_cause"],
  value: sum("cost_cny"),
});

export const documentation: Documentation = {
  description: {
    zh: "期内各种原因返工的成本合计。",
    en: "Cost of all rework done in the period, whatever caused it.",
  },
  examples: [
    { given: [{ cost_cny: 500 }, { cost_cny: 900 }], value: 1400 },
    { given: [{ cost_cny: null }], value: null },
    { given: [], value: 0 },
  ],
};
