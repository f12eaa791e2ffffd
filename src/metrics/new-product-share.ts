import { type Documentation, defineMetric } from "../cube/metric.ts";
import { ratio, sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "market",
  rank: 1,
  isLead: true,
  label: { zh: "新品销售收入占比", en: "New-product revenue share" },
  cases: { zh: "订单行", en: "order lines" },
  unit: "share",
  better: "higher",
  fact: "sales",
  dimensions: ["product_line", "region", "segment", "channel"],
  value: ratio(sum("amount_cny", { where: "is_new_product" }), sum("amount_cny")),
  remark: {
    label: { zh: "其中产品没有上市日期的收入", en: "Revenue of products without a launch date" },
    unit: "share",
    value: ratio(sum("amount_cny", { where: "is_undated" }), sum("amount_cny")),
  },
});

export const documentation: Documentation = {
  description: {
    zh: "期内上市不满 12 个月的产品的订单收入占全部订单收入之比，以下单日计；没有上市日期的产品算不上新品，其收入占比列在 n 旁。",
    en: "Revenue of products launched less than 12 months before the order, as a share of all revenue of the period; a product without a launch date is not counted as new, and the share of such revenue stands beside n.",
  },
  examples: [
    {
      given: [
        { amount_cny: 30, is_new_product: true, is_undated: false },
        { amount_cny: 60, is_new_product: false, is_undated: false },
        { amount_cny: 10, is_new_product: false, is_undated: true },
      ],
      value: 0.3,
      remark: 0.1,
    },
    { given: [], value: null },
  ],
};
