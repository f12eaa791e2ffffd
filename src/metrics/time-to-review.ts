import { type Documentation, defineMetric } from "../cube/metric.ts";
import { mean } from "../cube/parts.ts";
import { quantiles } from "../cube/quantiles.ts";

export default defineMetric({
  topic: "response",
  rank: 3,
  label: { zh: "平均评审时长", en: "Time to review" },
  cases: { zh: "已评审需求", en: "reviewed requirements" },
  unit: "days",
  better: "lower",
  fact: "reviews",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  value: mean("days_to_review"),
  spread: quantiles("days_to_review", [0.5, 0.9]),
});

export const documentation: Documentation = {
  description: {
    zh: "从提报到首次评审的平均天数，按评审日期计入。",
    en: "Mean days from submission to the first review, in the period of the review.",
  },
  examples: [
    { given: [{ days_to_review: 1 }, { days_to_review: 2 }], value: 1.5 },
    { given: [], value: null },
  ],
};
