import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "matrix",
  rank: 9,
  label: { zh: "未结请求", en: "Open requests" },
  cases: { zh: "未结请求", en: "open requests" },
  unit: "count",
  better: "lower",
  fact: "open_requests",
  dimensions: ["department", "request_type", "priority", "category", "age_class", "product_line", "region", "segment"],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "期末既未解决也未取消的协作请求数。",
    en: "Service requests neither resolved nor cancelled at the end of the period.",
  },
  examples: [
    { given: [{ is_overdue: true }, { is_overdue: false }], value: 2 },
    { given: [], value: 0 },
  ],
};
