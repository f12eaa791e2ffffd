import { type Documentation, defineMetric } from "../cube/metric.ts";
import { quantile } from "../cube/parts.ts";
import { quantiles } from "../cube/quantiles.ts";

export default defineMetric({
  topic: "deals",
  rank: 3,
  label: { zh: "成交周期中位数", en: "Median sales cycle" },
  cases: { zh: "赢单商机", en: "deals won" },
  unit: "days",
  better: "lower",
  fact: "closed_deals",
  dimensions: ["product_line", "region", "segment", "team", "deal_source"],
  value: quantile("days_to_win", 0.5, { step: 1 }),
  spread: quantiles("days_to_win", [0.5, 0.9], { step: 1 }),
});

export const documentation: Documentation = {
  description: {
    zh: "从建立商机到赢单的日历天数的中位数，按赢单日期计入；丢单的不计。",
    en: "Median calendar days from opening to winning, in the period in which the deal was won; lost deals are left out.",
  },
  examples: [
    { given: [{ days_to_win: 10 }, { days_to_win: 30 }, { days_to_win: 90 }, { days_to_win: null }], value: 30 },
    { given: [], value: null },
  ],
};
