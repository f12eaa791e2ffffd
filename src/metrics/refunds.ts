import { type Documentation, defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "sales",
  rank: 6,
  label: { zh: "退款金额", en: "Refunds" },
  cases: { zh: "有退款的售后单", en: "cases with a refund" },
  unit: "cny",
  better: "lower",
  fact: "cases_by_cause",
  dimensions: ["case_cause", "case_kind", "product_line", "region", "segment", "channel"],
  value: sum("refund_cny"),
});

export const documentation: Documentation = {
  description: {
    zh: "期内登记的退货与投诉的退款金额之和，不含税；没有记录退款的不计。",
    en: "Sum of what was paid back for the returns and complaints opened in the period, net of tax; cases without a refund are left out.",
  },
  examples: [
    { given: [{ refund_cny: 80 }, { refund_cny: null }, { refund_cny: 20.5 }], value: 100.5 },
    { given: [], value: 0 },
  ],
};
