import { type Documentation, defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "lost-deals",
  rank: 1,
  isLead: true,
  label: { zh: "协作延误丢单金额", en: "Amount lost to delay" },
  cases: { zh: "丢失的商机", en: "lost deals" },
  unit: "cny",
  better: "lower",
  fact: "delay_amounts",
  dimensions: ["department"],
  finest: "quarter",
  value: sum("amount_cny"),
});

export const documentation: Documentation = {
  description: {
    zh: "在期内已结束的季度里因协作延误丢失的商机的金额之和；延误归于商机记录的部门，主观拖延、客观资源限制与待复盘的都计入；笔数太少的金额不显示。",
    en: "Sum of the amounts of the deals lost to late collaboration in the quarters of the period that are over; a delay counts for the department recorded on the deal, avoidable, resource-limited and not yet reviewed delays all count, and amounts of too few deals are hidden.",
  },
  examples: [
    { given: [{ amount_cny: 300000 }, { amount_cny: 50000 }], value: 350000 },
    { given: [], value: 0 },
  ],
};
