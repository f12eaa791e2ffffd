import { amount, date, key, reference } from "../core/columns.ts";
import { channel, currency, orderLine, own, productLine, region, segment } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "orders",
  label: { zh: "订单", en: "Orders" },
  description: { zh: "每行一张订单，或订单的一行；来自 ERP。", en: "One row per order, or per line of an order; from the ERP." },
  key: ["order_id", "line"],
  time: "ordered_on",
  columns: {
    order_id: key({
      label: { zh: "订单编号", en: "Order" },
      description: { zh: "订单的唯一编号。", en: "Unique number of the order." },
      required: true,
      publish: "never",
      example: "SO-2026-004512",
    }),
    line: orderLine,
    ordered_on: date({
      label: { zh: "下单日期", en: "Ordered on" },
      description: { zh: "客户下单的日期。", en: "Day of the order." },
      required: true,
      publish: "summed",
      example: "2026-05-18",
    }),
    customer_id: key({
      label: { zh: "客户编号", en: "Customer" },
      description: { zh: "客户编号；只用于计数，从不公开。", en: "Customer number; only counted, never published." },
      required: false,
      publish: "never",
      example: "C-03391",
    }),
    product_id: reference({
      label: { zh: "产品编号", en: "Product" },
      description: { zh: "所订产品。", en: "The product ordered." },
      required: false,
      publish: "never",
      example: "P-0107",
      references: "products.product_id",
    }),
    product_line: {
      ...productLine,
      description: { zh: "产品线；产品表里有的以产品表为准。", en: "Product line; where the table of products says it, that counts." },
    },
    region,
    segment,
    channel,
    amount_cny: amount({
      label: { zh: "金额", en: "Amount" },
      description: { zh: "订单收入，不含税。", en: "Revenue of the order, net of tax." },
      required: true,
      publish: "summed",
      example: "36800.00",
    }),
    cost_cny: amount({
      label: { zh: "成本", en: "Cost" },
      description: { zh: "订单成本。", en: "Cost of the order." },
      required: false,
      publish: "summed",
      example: "21500.00",
    }),
    currency,
    own,
  },
  money: { currency: "currency", on: ["ordered_on"], amounts: ["amount_cny", "cost_cny"] },
});
