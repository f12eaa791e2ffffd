import { type Documentation, defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "cost",
  rank: 11,
  label: { zh: "损失金额", en: "Losses" },
  cases: { zh: "损失", en: "losses" },
  unit: "cny",
  better: "lower",
  fact: "losses",
  dimensions: ["loss_kind", "loss_cause", "product_line", "region"],
  crossings: [["loss_kind", "loss_cause"]],
  value: sum("amount_cny"),
});

export const documentation: Documentation = {
  description: {
    zh: "期内确认的客户流失与滞销库存的金额。",
    en: "Amount of lost customers and unsold stock established in the period.",
  },
  examples: [
    { given: [{ amount_cny: 100 }, { amount_cny: 50 }], value: 150 },
    { given: [], value: 0 },
  ],
};
