import { type Documentation, defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "deals",
  rank: 5,
  label: { zh: "在途商机金额", en: "Pipeline" },
  cases: { zh: "月末未关闭且有金额的商机", en: "open deals with an amount" },
  unit: "cny",
  better: "higher",
  fact: "open_deals",
  dimensions: ["deal_stage", "product_line", "region", "segment", "team", "deal_source"],
  value: sum("pipeline_cny"),
});

export const documentation: Documentation = {
  description: {
    zh: "期末在途商机的预计金额之和，未按赢率折算；此后因协作延误丢失的商机不计金额，以免由此推出单笔金额。",
    en: "Sum of the expected amounts of the deals open at the end of the period, not weighted by their chances; amounts of deals that late collaboration has lost since are left out, so that they cannot be worked out.",
  },
  examples: [
    { given: [{ pipeline_cny: 100 }, { pipeline_cny: 50 }], value: 150 },
    { given: [], value: 0 },
  ],
};
