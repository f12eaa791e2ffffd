import { type Documentation, defineMetric } from "../cube/metric.ts";
import { among, distinct, mean } from "../cube/parts.ts";

export default defineMetric({
  topic: "requirements",
  rank: 1,
  isLead: true,
  label: { zh: "需求上市后销售额", en: "Sales after release" },
  cases: { zh: "产品", en: "products" },
  unit: "cny",
  better: "higher",
  fact: "released_values",
  dimensions: ["product_line", "value_class", "rice_quarter"],
  crossings: [["product_line", "rice_quarter"]],
  value: among(mean("first_3_months_cny"), distinct("product_number")),
});

export const documentation: Documentation = {
  description: {
    zh: "期内上市满 3 个月的产品的头 3 个月订单收入，由其中上市的需求均分后的每条平均值。同一产品的需求数值相同，所以 n 数产品而不数需求。",
    en: "Mean revenue per released requirement: the revenue of the first 3 months of the products that completed them in the period, shared equally by the requirements released in each. Requirements of one product have one value, so that n counts products.",
  },
  examples: [
    { given: [{ first_3_months_cny: 100000 }, { first_3_months_cny: 300000 }], value: 200000 },
    { given: [], value: null },
  ],
};
