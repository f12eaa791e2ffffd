import { choice, defineTable, flag, number, reference } from "../core/contract.ts";

export default defineTable({
  id: "responsibility_ratios",
  label: { zh: "责任分担比例", en: "Responsibility ratios" },
  description: { zh: "每行一种损失由一个部门承担的比例。", en: "One row per cause of loss and department: the share it bears." },
  isReference: true,
  key: ["loss_kind", "loss_cause", "department"],
  columns: {
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
    department: reference({
      label: { zh: "承担部门", en: "Bearing department" },
      description: { zh: "承担的部门。", en: "Department that bears it." },
      required: true,
      publish: "grouped",
      example: "rnd",
      references: "departments.department",
    }),
    share: number({
      label: { zh: "比例", en: "Share" },
      description: { zh: "承担的比例。", en: "Share that it bears." },
      unit: "share",
      required: true,
      publish: "grouped",
      example: "0.2",
      min: 0,
      max: 1,
    }),
    is_published_case: flag({
      label: { zh: "公开案例", en: "Published case" },
      description: {
        zh: "该比例取自公开案例，而非本公司约定。",
        en: "The ratio is taken from a published case, not agreed in this company.",
      },
      required: true,
      publish: "grouped",
      example: "1",
    }),
  },
});
