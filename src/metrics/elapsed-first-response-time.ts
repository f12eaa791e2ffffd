import { type Documentation, defineMetric } from "../cube/metric.ts";
import { quantile } from "../cube/parts.ts";
import { quantiles } from "../cube/quantiles.ts";

export default defineMetric({
  topic: "waiting",
  rank: 1,
  isLead: true,
  label: { zh: "首次响应中位历时（日历小时）", en: "Median elapsed time to first response" },
  cases: { zh: "已响应请求", en: "requests answered" },
  unit: "hours",
  better: "lower",
  fact: "responses",
  dimensions: ["department", "request_type", "priority", "category", "product_line", "region", "segment"],
  value: quantile("elapsed_hours", 0.5, { step: 0.1 }),
  spread: quantiles("elapsed_hours", [0.5, 0.9], { step: 0.1 }),
});

export const documentation: Documentation = {
  description: {
    zh: "提出方所经历的：从提出到首次响应的日历小时中位数，夜间与周末都计入，按首次响应日期计入；尚未响应的请求不计。",
    en: "As whoever asked lived it: median calendar hours from opening to the first response, nights and weekends included, in the period of the response; requests not yet answered are left out.",
  },
  examples: [
    { given: [{ elapsed_hours: 1 }, { elapsed_hours: 16.5 }, { elapsed_hours: 70 }], value: 16.5 },
    { given: [], value: null },
  ],
};
