import { type Documentation, defineMetric } from "../cube/metric.ts";
import { quantile } from "../cube/parts.ts";
import { quantiles } from "../cube/quantiles.ts";

export default defineMetric({
  topic: "response",
  rank: 8,
  label: { zh: "未决需求中位等待", en: "Median age of the backlog" },
  cases: { zh: "未决需求", en: "open requirements" },
  unit: "days",
  better: "lower",
  fact: "backlog",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  value: quantile("age_days", 0.5, { step: 1 }),
  spread: quantiles("age_days", [0.5, 0.9], { step: 1 }),
});

export const documentation: Documentation = {
  description: {
    zh: "期末未决需求已等待天数的中位数。",
    en: "Median days that the requirements open at the end of the period have waited.",
  },
  examples: [
    { given: [{ age_days: 3 }, { age_days: 8 }, { age_days: 40 }], value: 8 },
    { given: [], value: null },
  ],
};
