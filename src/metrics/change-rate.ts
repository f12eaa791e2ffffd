import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "cost",
  rank: 7,
  isLead: true,
  label: { zh: "需求变更率", en: "Requirement change rate" },
  cases: { zh: "在研需求", en: "requirements in work" },
  unit: "ratio",
  better: "lower",
  fact: "requirements_in_work",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  finest: "quarter",
  value: ratio(count({ of: "requirement_changes", where: "is_in_work" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内对在研需求（已立项、未上市）的变更次数 ÷ 期内在研过的需求数。",
    en: "Changes of requirements in work (approved, not yet released) in the period ÷ requirements that were in work in it.",
  },
  examples: [
    { given: { requirements_in_work: [{}, {}, {}, {}], requirement_changes: [{ is_in_work: true }, { is_in_work: false }] }, value: 0.25 },
    { given: [], value: null },
  ],
};
