import { type Documentation, defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "cost",
  rank: 12,
  label: { zh: "部门责任分担", en: "Losses borne by departments" },
  cases: { zh: "分担份额", en: "shares of losses" },
  // of all departments it is the losses themselves
  isOnlyByMember: true,
  unit: "cny",
  better: "lower",
  fact: "losses_borne",
  dimensions: ["department", "loss_kind", "loss_cause", "product_line", "region"],
  crossings: [["department", "loss_kind"]],
  value: sum("borne_cny"),
});

export const documentation: Documentation = {
  description: {
    zh: "期内损失按责任分担比例由部门承担的金额。",
    en: "Share of the losses of the period that departments bear by the agreed ratios.",
  },
  examples: [
    { given: [{ borne_cny: 20 }, { borne_cny: 5 }], value: 25 },
    { given: [], value: 0 },
  ],
};
