import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "matrix",
  rank: 10,
  label: { zh: "提出的请求", en: "Requests opened" },
  cases: { zh: "请求", en: "requests" },
  unit: "count",
  better: "neither",
  fact: "requests",
  dimensions: ["department", "request_type", "priority", "category", "requested_by", "product_line", "region", "segment"],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "期内提出的协作请求数，含后来取消的。",
    en: "Service requests opened in the period, those cancelled later included.",
  },
  examples: [
    { given: [{ request_type: "pitch_material" }, { request_type: "hiring" }], value: 2 },
    { given: [], value: 0 },
  ],
};
