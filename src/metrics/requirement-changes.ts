import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "cost",
  rank: 14,
  label: { zh: "需求变更次数", en: "Requirement changes" },
  cases: { zh: "需求变更", en: "requirement changes" },
  unit: "count",
  better: "lower",
  fact: "requirement_changes",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "期内的需求变更次数，不论需求当时是否在研。",
    en: "Changes of requirements in the period, whether or not these were in work at the time.",
  },
  examples: [
    { given: [{ is_in_work: true }, { is_in_work: false }], value: 2 },
    { given: [], value: 0 },
  ],
};
