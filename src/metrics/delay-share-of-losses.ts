import { defineMetric } from "../cube/metric.ts";
import { ratio, sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "lost-deals",
  rank: 5,
  label: { zh: "丢单中协作延误占比", en: "Share of losses due to delay" },
  description: {
    zh: "期内因协作延误丢失的商机金额 ÷ 期内丢失的全部商机金额。",
    en: "Amount of the deals lost to late collaboration in the period ÷ amount of all deals lost in it.",
  },
  cases: { zh: "丢失的商机", en: "lost deals" },
  unit: "share",
  better: "lower",
  fact: "lost_deals",
  dimensions: ["product_line", "region", "segment"],
  value: ratio(sum("amount_cny", { where: "is_late" }), sum("amount_cny")),
  examples: [
    {
      given: [
        { amount_cny: 100, is_late: true },
        { amount_cny: 300, is_late: false },
      ],
      value: 0.25,
    },
    { given: [{ amount_cny: 300, is_late: false }], value: 0 },
    { given: [], value: null },
  ],
});
