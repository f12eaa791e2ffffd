import { type Documentation, defineMetric } from "../cube/metric.ts";
import { mean } from "../cube/parts.ts";
import { quantiles } from "../cube/quantiles.ts";

export default defineMetric({
  topic: "response",
  rank: 6,
  isLead: true,
  label: { zh: "上市周期", en: "Time to release" },
  cases: { zh: "上市需求", en: "released requirements" },
  unit: "days",
  better: "lower",
  fact: "releases",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  value: mean("days_to_release"),
  spread: quantiles("days_to_release", [0.5, 0.9], { step: 1 }),
});

export const documentation: Documentation = {
  description: {
    zh: "从提报到上市的平均天数，按上市日期计入。",
    en: "Mean days from submission to release, in the period of release.",
  },
  examples: [
    { given: [{ days_to_release: 100 }, { days_to_release: 140 }], value: 120 },
    { given: [], value: null },
  ],
};
