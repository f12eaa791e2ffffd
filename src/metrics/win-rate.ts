import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "deals",
  rank: 1,
  isLead: true,
  label: { zh: "赢单率", en: "Win rate" },
  cases: { zh: "已关闭商机", en: "closed deals" },
  unit: "share",
  better: "higher",
  fact: "closed_deals",
  dimensions: ["product_line", "region", "segment", "team", "deal_source"],
  value: ratio(count({ where: "is_won" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内关闭的商机中赢单的占比，按数量计。",
    en: "Share of the deals closed in the period that were won, by number.",
  },
  examples: [
    { given: [{ is_won: true }, { is_won: false }, { is_won: false }, { is_won: false }], value: 0.25 },
    { given: [], value: null },
  ],
};
