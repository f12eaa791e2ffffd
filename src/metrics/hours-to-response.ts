import { type Documentation, defineMetric } from "../cube/metric.ts";
import { mean } from "../cube/parts.ts";

export default defineMetric({
  topic: "matrix",
  rank: 14,
  label: { zh: "等待首次响应", en: "Waiting for the first response" },
  cases: { zh: "有响应记录的请求", en: "requests with a response" },
  unit: "working_hours",
  better: "lower",
  fact: "resolutions",
  dimensions: ["department", "request_type", "priority", "category", "output", "product_line", "region", "segment"],
  value: mean("hours_to_response"),
});

export const documentation: Documentation = {
  description: {
    zh: "期内解决的请求，从分派到首次响应的平均工作小时；没有分派记录的从提出算起，没有响应记录的不计。",
    en: "Mean working hours from assignment, or from opening where none is recorded, to the first response of the requests resolved in the period; those without a record of a response are left out.",
  },
  examples: [
    { given: [{ hours_to_response: 1 }, { hours_to_response: 4 }], value: 2.5 },
    { given: [{ hours_to_response: null }, { hours_to_response: 3 }], value: 3 },
    { given: [], value: null },
  ],
};
