import { type Documentation, defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "lost-deals",
  rank: 4,
  label: { zh: "待复盘丢单金额", en: "Amount lost to delays not reviewed yet" },
  cases: { zh: "丢失的商机", en: "lost deals" },
  unit: "cny",
  better: "lower",
  fact: "delay_cause_amounts",
  dimensions: [],
  finest: "quarter",
  value: sum("amount_cny", { where: "is_unreviewed" }),
});

export const documentation: Documentation = {
  description: {
    zh: "在期内已结束的季度里因协作延误丢失、尚未复盘的商机的金额之和；与主观拖延、资源限制两项相加即协作延误丢单金额；笔数太少的金额不显示。",
    en: "Sum of the amounts of the deals lost to late collaboration in the quarters of the period that are over that have not been reviewed; with those of avoidable delays and of limits of resources it makes up the amount lost to delay, and amounts of too few deals are hidden.",
  },
  examples: [
    {
      given: [
        { amount_cny: 300000, is_unreviewed: true },
        { amount_cny: 50000, is_unreviewed: false },
      ],
      value: 300000,
    },
    { given: [], value: 0 },
  ],
};
