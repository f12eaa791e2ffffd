import { type Documentation, defineMetric } from "../cube/metric.ts";
import { quantile } from "../cube/parts.ts";
import { quantiles } from "../cube/quantiles.ts";

export default defineMetric({
  topic: "matrix",
  rank: 5,
  label: { zh: "解决中位用时", en: "Median time to resolution" },
  cases: { zh: "已解决请求", en: "requests resolved" },
  unit: "working_hours",
  better: "lower",
  fact: "resolutions",
  dimensions: ["department", "request_type", "priority", "category", "output", "product_line", "region", "segment"],
  value: quantile("resolution_hours", 0.5, { step: 0.5 }),
  spread: quantiles("resolution_hours", [0.5, 0.9], { step: 0.5 }),
});

export const documentation: Documentation = {
  description: {
    zh: "从提出到解决的工作小时中位数，等待提出方的时间不计，按解决日期计入；未解决和已取消的请求不计。",
    en: "Median working hours from opening to resolution, less those of waiting for whoever asked, in the period of the resolution; requests open or cancelled are left out.",
  },
  examples: [
    { given: [{ resolution_hours: 8 }, { resolution_hours: 16 }, { resolution_hours: 80 }], value: 16 },
    { given: [], value: null },
  ],
};
