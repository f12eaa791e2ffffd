import { type Documentation, defineMetric } from "../cube/metric.ts";
import { quantile } from "../cube/parts.ts";
import { quantiles } from "../cube/quantiles.ts";

export default defineMetric({
  topic: "leads",
  rank: 4,
  label: { zh: "线索首次跟进时长", en: "Time to first follow-up" },
  cases: { zh: "已跟进的线索", en: "leads followed up" },
  unit: "working_hours",
  better: "lower",
  fact: "lead_follow_ups",
  dimensions: ["source", "grade", "region"],
  value: quantile("hours_to_follow_up", 0.5, { step: 0.5 }),
  spread: quantiles("hours_to_follow_up", [0.5, 0.9], { step: 0.5 }),
});

export const documentation: Documentation = {
  description: {
    zh: "期内首次跟进到期的线索从分派到首次跟进的工作小时数的中位数；至今未跟进的不计。",
    en: "Median working hours from assignment to the first follow-up, of the leads whose first follow-up fell due in the period; those not followed up are left out.",
  },
  examples: [
    {
      given: [{ hours_to_follow_up: 1 }, { hours_to_follow_up: 2.5 }, { hours_to_follow_up: 9 }, { hours_to_follow_up: null }],
      value: 2.5,
    },
    { given: [], value: null },
  ],
};
