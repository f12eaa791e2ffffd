import { amount, choice, date, key, reference, text } from "../core/columns.ts";
import { currency, orderLine, own } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";
import { orNotStated } from "../core/not-stated.ts";

export default defineTable({
  id: "after_sales",
  label: { zh: "售后单", en: "After-sales cases" },
  description: { zh: "每行一次投诉或退货；来自 CRM 或 ERP。", en: "One row per complaint or return; from the CRM or ERP." },
  key: ["case_id"],
  time: "opened_on",
  columns: {
    case_id: key({
      label: { zh: "售后单号", en: "Case" },
      description: { zh: "售后单的唯一编号。", en: "Unique number of the case." },
      required: true,
      publish: "never",
      example: "AS-88210",
    }),
    order_id: reference({
      label: { zh: "订单编号", en: "Order" },
      description: { zh: "涉及的订单。", en: "The order concerned." },
      required: false,
      publish: "never",
      example: "SO-2026-004512",
      references: "orders.order_id",
    }),
    line: {
      ...orderLine,
      description: {
        zh: "涉及的订单行；有这一列时，退货率与投诉率按订单行计，否则按订单计。",
        en: "The order line concerned; with it, rates of returns and complaints are per order line, else per order.",
      },
    },
    opened_on: date({
      label: { zh: "登记日期", en: "Opened on" },
      description: { zh: "登记的日期。", en: "Day on which it was opened." },
      required: true,
      publish: "summed",
      example: "2026-06-02",
    }),
    kind: choice({
      label: { zh: "类型", en: "Kind" },
      description: { zh: "投诉或退货。", en: "Complaint or return." },
      required: true,
      publish: "grouped",
      example: "return",
      values: {
        complaint: { zh: "投诉", en: "Complaint" },
        return: { zh: "退货", en: "Return" },
      },
    }),
    cause: choice({
      label: { zh: "原因", en: "Cause" },
      description: { zh: "售后的原因。", en: "What caused it." },
      ...orNotStated,
      publish: "grouped",
      example: "defect",
      values: {
        defect: { zh: "质量缺陷", en: "Defect" },
        requirement_mismatch: { zh: "与需求不符", en: "Not what was required" },
        logistics: { zh: "物流", en: "Logistics" },
        service: { zh: "服务", en: "Service" },
        other: { zh: "其他", en: "Other" },
      },
    }),
    refund_cny: amount({
      label: { zh: "退款金额", en: "Refund" },
      description: { zh: "退还或赔付给客户的金额，不含税。", en: "What the customer was paid back, net of tax." },
      required: false,
      publish: "summed",
      example: "1280.00",
    }),
    currency,
    note: text({
      label: { zh: "说明", en: "Note" },
      description: { zh: "客户原话，从不公开。", en: "The customer’s words, never published." },
      required: false,
      publish: "never",
      example: "温度读数偏高",
    }),
    own,
  },
  money: { currency: "currency", on: ["opened_on"], amounts: ["refund_cny"] },
});
