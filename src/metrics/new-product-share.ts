import { defineMetric } from "../cube/metric.ts";
import { ratio, sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "market",
  rank: 1,
  isLead: true,
  label: { zh: "新品销售收入占比", en: "New-product revenue share" },
  description: {
    zh: "上市不满 12 个月的产品的订单收入占全部订单收入之比，以下单日计。",
    en: "Revenue of products launched less than 12 months before the order, as a share of all revenue.",
  },
  cases: { zh: "订单", en: "orders" },
  unit: "share",
  better: "higher",
  fact: "sales",
  dimensions: ["product_line", "region", "segment"],
  value: ratio(sum("amount_cny", { where: "is_new_product" }), sum("amount_cny")),
  examples: [
    {
      given: [
        { amount_cny: 30, is_new_product: true },
        { amount_cny: 70, is_new_product: false },
      ],
      value: 0.3,
    },
    { given: [], value: null },
  ],
});
