import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "matrix",
  rank: 7,
  label: { zh: "按现行规则的SLA达成率", en: "SLA attainment by the current rules" },
  cases: { zh: "有规则的到期承诺", en: "promises due that a rule covers" },
  unit: "share",
  better: "higher",
  fact: "promises",
  dimensions: ["department", "request_type", "priority", "category", "promise", "product_line", "region", "segment"],
  value: ratio(count({ where: "is_met_by_current_rule" }), count({ where: "has_rule" })),
});

export const documentation: Documentation = {
  description: {
    zh: "与SLA达成率相同的承诺，全部改按现行规则的时限判断，使规则变更前后可以相比；尚未兑现的算未达成，没有规则的不计。",
    en: "Of the same promises as SLA attainment, the share fulfilled within the limit of today's rule, so that the times before and after a change of the rule compare; those not yet fulfilled count as missed, and those that no rule covers are left out.",
  },
  examples: [
    {
      given: [
        { is_met: true, has_rule: true, is_met_by_current_rule: false },
        { is_met: true, has_rule: true, is_met_by_current_rule: true },
        { is_met: true, has_rule: false, is_met_by_current_rule: null },
      ],
      value: 0.5,
    },
    { given: [], value: null },
  ],
};
