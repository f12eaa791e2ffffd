import { choice, date, defineTable, key, number, reference } from "../core/contract.ts";

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
    loss_kind: choice({
      label: { zh: "损失类型", en: "Kind of loss" },
      description: { zh: "流失客户或滞销库存。", en: "A lost customer or unsold stock." },
      required: true,
      publish: "grouped",
      example: "lost_customer",
      values: {
        lost_customer: { zh: "客户流失", en: "Lost customer" },
        unsold_stock: { zh: "滞销库存", en: "Unsold stock" },
      },
    }),
    loss_cause: choice({
      label: { zh: "损失原因", en: "Cause of loss" },
      description: { zh: "损失的原因。", en: "What caused it." },
      required: true,
      publish: "grouped",
      example: "development_defect",
      values: {
        development_defect: { zh: "研发缺陷", en: "Development defect" },
        misstated_requirement: { zh: "需求误报", en: "Misstated requirement" },
        other: { zh: "其他", en: "Other" },
      },
    }),
    region: reference({
      label: { zh: "区域", en: "Region" },
      description: { zh: "客户所在的销售区域。", en: "Sales region of the customer." },
      required: true,
      publish: "grouped",
      example: "east",
      references: "members.member",
      where: { column: "dimension", is: "region" },
    }),
    product_line: reference({
      label: { zh: "产品线", en: "Product line" },
      description: { zh: "产品线。", en: "Product line." },
      required: true,
      publish: "grouped",
      example: "sensors",
      references: "members.member",
      where: { column: "dimension", is: "product_line" },
    }),
    amount_cny: number({
      label: { zh: "金额", en: "Amount" },
      description: { zh: "损失的金额。", en: "Amount lost." },
      unit: "cny",
      required: true,
      publish: "summed",
      example: "186000",
      min: 0,
    }),
  },
});
