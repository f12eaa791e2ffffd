import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "response",
  rank: 7,
  label: { zh: "未决需求", en: "Open backlog" },
  cases: { zh: "未决需求", en: "open requirements" },
  unit: "count",
  better: "lower",
  fact: "backlog",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "期末既未立项也未否决的需求数。",
    en: "Requirements neither approved nor rejected at the end of the period.",
  },
  examples: [
    { given: [{ age_days: 3 }, { age_days: 8 }], value: 2 },
    { given: [], value: 0 },
  ],
};
