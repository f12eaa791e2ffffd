import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "lost-deals",
  rank: 5,
  label: { zh: "丢单中协作延误占比", en: "Share of losses due to delay" },
  cases: { zh: "丢失的商机", en: "lost deals" },
  unit: "share",
  better: "lower",
  fact: "lost_deals",
  dimensions: ["product_line", "region", "segment"],
  value: ratio(count({ where: "is_late" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内因协作延误丢失的商机数 ÷ 期内丢失的全部商机数。",
    en: "Deals lost to late collaboration in the period ÷ all deals lost in it.",
  },
  examples: [
    {
      given: [{ is_late: true }, { is_late: false }, { is_late: false }, { is_late: false }],
      value: 0.25,
    },
    { given: [{ is_late: false }], value: 0 },
    { given: [], value: null },
  ],
};
