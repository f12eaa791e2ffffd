import { type Documentation, defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "cost",
  rank: 1,
  isLead: true,
  label: { zh: "需求偏差返工成本", en: "Rework cost from requirement deviation" },
  cases: { zh: "需求偏差返工", en: "reworks from deviation" },
  unit: "cny",
  better: "lower",
  fact: "rework",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  value: sum("cost_cny", { where: "is_deviation" }),
});

export const documentation: Documentation = {
  description: {
    zh: "期内因需求偏差返工的成本。",
    en: "Cost of the rework done in the period because the requirement was off.",
  },
  examples: [
    {
      given: [
        { cost_cny: 500, is_deviation: true },
        { cost_cny: 900, is_deviation: false },
      ],
      value: 500,
    },
    { given: [], value: 0 },
  ],
};
