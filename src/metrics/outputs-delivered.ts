import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "matrix",
  rank: 11,
  label: { zh: "交付的成果", en: "Outputs delivered" },
  cases: { zh: "交付成果", en: "outputs delivered" },
  unit: "count",
  better: "higher",
  fact: "resolutions",
  dimensions: ["department", "request_type", "priority", "category", "output", "product_line", "region", "segment"],
  value: count({ where: "is_delivered" }),
});

export const documentation: Documentation = {
  description: {
    zh: "期内解决的请求中，交付了成果的请求数；一个请求算一份成果。",
    en: "Requests resolved in the period with an output delivered, one for each request.",
  },
  examples: [
    { given: [{ is_delivered: true }, { is_delivered: false }], value: 1 },
    { given: [], value: 0 },
  ],
};
