import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "response",
  rank: 12,
  label: { zh: "已评分需求", en: "Requirements scored" },
  cases: { zh: "已评分需求", en: "requirements scored" },
  unit: "count",
  better: "higher",
  fact: "submissions",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  value: count({ where: "is_scored" }),
  remark: {
    label: { zh: "占提报需求", en: "Of the requirements submitted" },
    unit: "share",
    value: ratio(count({ where: "is_scored" }), count()),
  },
});

export const documentation: Documentation = {
  description: {
    zh: "期内提报的需求中有 RICE 评分的条数：覆盖客户数、影响系数、信心和投入人月都已填；占全部提报需求的比例列在 n 旁。",
    en: "Of the requirements submitted in the period, those with a RICE score: reach, impact, confidence and effort are all given. Their share of all submitted stands beside n.",
  },
  examples: [
    { given: [{ is_scored: true }, { is_scored: true }, { is_scored: false }, { is_scored: false }], value: 2, remark: 0.5 },
    { given: [], value: 0 },
  ],
};
