import { defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "response",
  rank: 7,
  label: { zh: "未决需求", en: "Open backlog" },
  description: {
    zh: "期末既未立项也未否决的需求数。",
    en: "Requirements neither approved nor rejected at the end of the period.",
  },
  cases: { zh: "未决需求", en: "open requirements" },
  unit: "count",
  better: "lower",
  fact: "backlog",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  value: count(),
  examples: [
    { given: [{ age_days: 3 }, { age_days: 8 }], value: 2 },
    { given: [], value: 0 },
  ],
});
