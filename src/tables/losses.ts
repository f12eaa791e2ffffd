import { amount, date, key } from "../core/columns.ts";
import { lossCause, lossKind, productLine, region } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "losses",
  label: { zh: "损失", en: "Losses" },
  description: {
    zh: "每行一笔损失：流失客户或滞销库存；来自 CRM 与 ERP。",
    en: "One row per loss, a lost customer or unsold stock; from the CRM and ERP.",
  },
  key: ["loss_id"],
  time: "lost_on",
  columns: {
    loss_id: key({
      label: { zh: "损失编号", en: "Loss" },
      description: { zh: "损失的唯一编号。", en: "Unique number of the loss." },
      required: true,
      publish: "never",
      example: "LS-0093",
    }),
    lost_on: date({
      label: { zh: "日期", en: "Lost on" },
      description: { zh: "确认损失的日期。", en: "Day on which the loss was established." },
      required: true,
      publish: "summed",
      example: "2026-04-20",
    }),
    loss_kind: lossKind,
    loss_cause: lossCause,
    region,
    product_line: productLine,
    amount_cny: amount({
      label: { zh: "金额", en: "Amount" },
      description: { zh: "损失的金额。", en: "Amount lost." },
      required: true,
      publish: "summed",
      example: "186000",
      min: 0,
    }),
  },
});
