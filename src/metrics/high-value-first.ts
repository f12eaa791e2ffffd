import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "response",
  rank: 10,
  label: { zh: "高价值优先率", en: "High value first" },
  cases: { zh: "有评分的立项需求", en: "scored approvals" },
  unit: "share",
  better: "higher",
  fact: "decisions",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  value: ratio(count({ where: "is_high_value_approval" }), count({ where: "is_scored_approval" })),
});

export const documentation: Documentation = {
  description: {
    zh: "期内立项且有 RICE 评分的需求中，RICE 居同季已决需求前四分之一的占比；随机立项约为 25%。",
    en: "Of the requirements with a RICE score approved in the period, the share in the top quartile by RICE among those decided in the same quarter; approving at random gives about 25%.",
  },
  examples: [
    {
      given: [
        { is_scored_approval: true, is_high_value_approval: true },
        { is_scored_approval: true, is_high_value_approval: false },
        { is_scored_approval: false, is_high_value_approval: false },
      ],
      value: 0.5,
    },
    { given: [], value: null },
  ],
};
