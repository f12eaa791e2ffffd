import { defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "response",
  rank: 4,
  isLead: true,
  label: { zh: "周评审及时率", en: "Reviewed within a week" },
  description: {
    zh: "已评审的需求中，提报后 7 天内评审的占比（评审会每周一次）。",
    en: "Of the requirements reviewed, the share reviewed within 7 days of submission, the weekly cadence of the board.",
  },
  cases: { zh: "已评审需求", en: "reviewed requirements" },
  unit: "share",
  better: "higher",
  fact: "reviews",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  value: ratio(count({ where: "is_reviewed_in_time" }), count()),
  examples: [
    { given: [{ is_reviewed_in_time: true }, { is_reviewed_in_time: false }], value: 0.5 },
    { given: [], value: null },
  ],
});
