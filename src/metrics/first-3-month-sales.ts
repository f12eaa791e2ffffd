import { type Documentation, defineMetric } from "../cube/metric.ts";
import { mean } from "../cube/parts.ts";

export default defineMetric({
  topic: "market",
  rank: 4,
  label: { zh: "上市后 3 个月销售额", en: "First-3-month sales" },
  cases: { zh: "满 3 个月的产品", en: "products on the market for 3 months" },
  unit: "cny",
  better: "higher",
  fact: "launches_after_3_months",
  dimensions: ["product_line"],
  value: mean("first_3_months_cny"),
});

export const documentation: Documentation = {
  description: {
    zh: "期内上市满 3 个月的产品，其头 3 个月订单收入的平均值。",
    en: "Mean revenue in the first three months of the products whose third month ended in the period.",
  },
  examples: [
    { given: [{ first_3_months_cny: 100000 }, { first_3_months_cny: 300000 }], value: 200000 },
    { given: [], value: null },
  ],
};
