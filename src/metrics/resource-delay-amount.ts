import { type Documentation, defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "lost-deals",
  rank: 3,
  label: { zh: "资源限制丢单金额", en: "Amount lost to resource limits" },
  cases: { zh: "丢失的商机", en: "lost deals" },
  unit: "cny",
  better: "lower",
  fact: "delay_cause_amounts",
  dimensions: [],
  finest: "quarter",
  value: sum("amount_cny", { where: "is_resource" }),
});

export const documentation: Documentation = {
  description: {
    zh: "在期内已结束的季度里因协作延误丢失、经复盘判为客观资源限制的商机的金额之和；待复盘的另计，笔数太少的金额不显示。",
    en: "Sum of the amounts of the deals lost to late collaboration in the quarters of the period that are over whose review found a limit of resources; those not reviewed yet are an amount of their own, and amounts of too few deals are hidden.",
  },
  examples: [
    {
      given: [
        { amount_cny: 300000, is_resource: true },
        { amount_cny: 50000, is_resource: false },
      ],
      value: 300000,
    },
    { given: [], value: 0 },
  ],
};
