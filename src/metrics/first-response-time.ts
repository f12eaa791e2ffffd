import { type Documentation, defineMetric } from "../cube/metric.ts";
import { quantile } from "../cube/parts.ts";
import { quantiles } from "../cube/quantiles.ts";

export default defineMetric({
  topic: "matrix",
  rank: 3,
  label: { zh: "首次响应中位用时", en: "Median time to first response" },
  cases: { zh: "已响应请求", en: "requests answered" },
  unit: "working_hours",
  better: "lower",
  fact: "responses",
  dimensions: ["department", "request_type", "priority", "category", "product_line", "region", "segment"],
  value: quantile("response_hours", 0.5, { step: 0.5 }),
  spread: quantiles("response_hours", [0.5, 0.9], { step: 0.5 }),
});

export const documentation: Documentation = {
  description: {
    zh: "从提出到首次响应的工作小时中位数，按首次响应日期计入；尚未响应的请求不计。",
    en: "Median working hours from opening to the first response, in the period of the response; requests not yet answered are left out.",
  },
  examples: [
    { given: [{ response_hours: 1 }, { response_hours: 6.5 }, { response_hours: 20 }], value: 6.5 },
    { given: [], value: null },
  ],
};
