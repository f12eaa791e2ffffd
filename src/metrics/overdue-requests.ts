import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "matrix",
  rank: 8,
  label: { zh: "逾期未结请求", en: "Overdue requests" },
  cases: { zh: "逾期未结请求", en: "overdue requests" },
  unit: "count",
  better: "lower",
  fact: "open_requests",
  dimensions: ["department", "request_type", "priority", "category", "age_class", "product_line", "region", "segment"],
  value: count({ where: "is_overdue" }),
});

export const documentation: Documentation = {
  description: {
    zh: "期末未解决也未取消的请求中，至少有一项承诺已过时限仍未兑现的请求数。",
    en: "Of the requests open at the end of the period, those with a promise past its limit and still unfulfilled.",
  },
  examples: [
    { given: [{ is_overdue: true }, { is_overdue: false }, { is_overdue: true }], value: 2 },
    { given: [], value: 0 },
  ],
};
