import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "lost-deals",
  rank: 6,
  label: { zh: "协作延误丢单数", en: "Deals lost to delay" },
  cases: { zh: "丢失的商机", en: "lost deals" },
  unit: "count",
  better: "lower",
  fact: "delay_losses",
  dimensions: ["department", "delay_cause", "product_line", "region", "segment"],
  crossings: [["department", "delay_cause"]],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "期内因协作延误丢失的商机数，按商机记录的丢单原因计，不论有没有提过协作请求、承诺是否兑现。",
    en: "Deals lost to late collaboration in the period, by the reason recorded on the deal, with or without service requests and whether promises were kept.",
  },
  examples: [
    { given: [{}, {}], value: 2 },
    { given: [], value: 0 },
  ],
};
