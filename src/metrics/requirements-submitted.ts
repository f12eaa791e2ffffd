import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "response",
  rank: 13,
  label: { zh: "提报需求", en: "Requirements submitted" },
  cases: { zh: "提报需求", en: "submitted requirements" },
  unit: "count",
  better: "neither",
  fact: "submissions",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "期内提报的需求数，不论后来立项与否。",
    en: "Requirements submitted in the period, whatever became of them.",
  },
  examples: [
    { given: [{ is_scored: true }, { is_scored: false }], value: 2 },
    { given: [], value: 0 },
  ],
};
