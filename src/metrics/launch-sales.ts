import { type Documentation, defineMetric } from "../cube/metric.ts";
import { mean } from "../cube/parts.ts";

export default defineMetric({
  topic: "market",
  rank: 6,
  label: { zh: "上市各月销售额", en: "Sales by month since launch" },
  cases: { zh: "产品月", en: "product months" },
  unit: "cny",
  better: "higher",
  fact: "launch_months",
  dimensions: ["product_line", "product", "month_since_launch"],
  crossings: [
    ["product_line", "month_since_launch"],
    ["product", "month_since_launch"],
  ],
  value: mean("amount_cny"),
});

export const documentation: Documentation = {
  description: {
    zh: "期内上市的产品在上市后每个完整月的平均订单收入。",
    en: "Mean revenue per product and complete month since launch, of the products launched in the period.",
  },
  examples: [
    { given: [{ amount_cny: 10 }, { amount_cny: 30 }], value: 20 },
    { given: [], value: null },
  ],
};
