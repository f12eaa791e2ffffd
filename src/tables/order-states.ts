import { date, flag, key } from "../core/columns.ts";
import { anyMemberColumn, channel, own, productLine, region, segment } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "order_states",
  label: { zh: "订单状态", en: "Order states" },
  description: {
    zh: "每行一张订单的状态，取消的也在内；通常与订单同一份导出。",
    en: "One row per order with its state, cancelled ones included; usually from the same export as the orders.",
  },
  key: ["order_id"],
  time: "ordered_on",
  columns: {
    order_id: key({
      label: { zh: "订单编号", en: "Order" },
      description: { zh: "订单的唯一编号。", en: "Unique number of the order." },
      required: true,
      publish: "never",
      example: "SO-2026-004512",
    }),
    ordered_on: date({
      label: { zh: "下单日期", en: "Ordered on" },
      description: { zh: "客户下单的日期。", en: "Day of the order." },
      required: true,
      publish: "summed",
      example: "2026-05-18",
    }),
    state: anyMemberColumn("order_state", {
      label: { zh: "订单状态", en: "Order state" },
      description: { zh: "导出时的状态。", en: "How far it has come by now." },
      example: "shipped",
    }),
    is_cancelled: flag({
      label: { zh: "已取消", en: "Cancelled" },
      description: {
        zh: "已取消或作废，不会成交。",
        en: "It was cancelled or voided, and nothing comes of it.",
      },
      required: false,
      publish: "summed",
      example: "0",
    }),
    product_line: productLine,
    region,
    segment,
    channel,
    own,
  },
});
