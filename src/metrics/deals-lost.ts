import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "deals",
  rank: 7,
  label: { zh: "丢单数", en: "Deals lost" },
  cases: { zh: "丢单商机", en: "deals lost" },
  unit: "count",
  better: "lower",
  fact: "lost_deals",
  dimensions: ["lost_reason", "product_line", "region", "segment", "team"],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "期内丢失的商机数，按丢单日期计入；可按丢单原因看，没有记录原因的归入“未注明”。",
    en: "Deals lost in the period, by the day on which they were lost; by reason too, where those without one are “not stated”.",
  },
  examples: [
    { given: [{ lost_reason: "price" }, { lost_reason: "not_stated" }], value: 2 },
    { given: [], value: 0 },
  ],
};
