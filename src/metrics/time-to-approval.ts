import { type Documentation, defineMetric } from "../cube/metric.ts";
import { mean } from "../cube/parts.ts";
import { quantiles } from "../cube/quantiles.ts";

export default defineMetric({
  topic: "response",
  rank: 1,
  isLead: true,
  label: { zh: "平均立项时长", en: "Time to approval" },
  cases: { zh: "立项需求", en: "approved requirements" },
  unit: "days",
  better: "lower",
  fact: "decisions",
  dimensions: ["product_line", "region", "segment", "value_class", "department", "rice_quarter"],
  crossings: [["value_class", "rice_quarter"]],
  value: mean("days_to_approval"),
  spread: quantiles("days_to_approval", [0.5, 0.9]),
});

export const documentation: Documentation = {
  description: {
    zh: "从提报到批准立项的平均天数，按批准日期计入；待定与否决的需求不计。",
    en: "Mean days from submission to approval as a project, in the period of approval; pending and rejected requirements are left out.",
  },
  examples: [
    { given: [{ days_to_approval: 2 }, { days_to_approval: 5 }], value: 3.5 },
    { given: [{ days_to_approval: 4 }, { days_to_approval: null }], value: 4 },
    { given: [], value: null },
  ],
};
