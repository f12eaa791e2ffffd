import { type Documentation, defineMetric } from "../cube/metric.ts";
import { mean } from "../cube/parts.ts";

export default defineMetric({
  topic: "matrix",
  rank: 13,
  label: { zh: "等待分派", en: "Waiting for assignment" },
  cases: { zh: "有分派记录的请求", en: "requests with an assignment" },
  unit: "working_hours",
  better: "lower",
  fact: "resolutions",
  dimensions: ["department", "request_type", "priority", "category", "output", "product_line", "region", "segment"],
  value: mean("hours_to_assignment"),
});

export const documentation: Documentation = {
  description: {
    zh: "期内解决的请求，从提出到分派给责任人的平均工作小时；没有分派记录的不计。",
    en: "Mean working hours from opening to assignment of the requests resolved in the period; those without a record of assignment are left out.",
  },
  examples: [
    { given: [{ hours_to_assignment: 1 }, { hours_to_assignment: 4 }], value: 2.5 },
    { given: [{ hours_to_assignment: null }, { hours_to_assignment: 3 }], value: 3 },
    { given: [], value: null },
  ],
};
