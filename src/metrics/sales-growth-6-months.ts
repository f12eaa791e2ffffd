import { type Documentation, defineMetric } from "../cube/metric.ts";
import { growth, sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "market",
  rank: 5,
  label: { zh: "上市 6 个月销售增长率", en: "Six-month sales growth" },
  cases: { zh: "满 6 个月的产品", en: "products on the market for 6 months" },
  unit: "share",
  better: "higher",
  fact: "launches_after_6_months",
  dimensions: ["product_line"],
  value: growth(sum("months_4_to_6_cny"), sum("months_1_to_3_cny")),
});

export const documentation: Documentation = {
  description: {
    zh: "期内上市满 6 个月的产品，第 4–6 个月收入合计 ÷ 第 1–3 个月收入合计 − 1。",
    en: "Of the products whose sixth month ended in the period: revenue of months 4 to 6 ÷ revenue of months 1 to 3 − 1.",
  },
  examples: [
    {
      given: [
        { months_1_to_3_cny: 100, months_4_to_6_cny: 150 },
        { months_1_to_3_cny: 300, months_4_to_6_cny: 330 },
      ],
      value: 0.2,
    },
    { given: [], value: null },
  ],
};
