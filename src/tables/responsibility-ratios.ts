import { flag, number } from "../core/columns.ts";
import { departmentColumn, lossCause, lossKind } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "responsibility_ratios",
  label: { zh: "责任分担比例", en: "Responsibility ratios" },
  description: { zh: "每行一种损失由一个部门承担的比例。", en: "One row per cause of loss and department: the share it bears." },
  isReference: true,
  key: ["loss_kind", "loss_cause", "department"],
  columns: {
    loss_kind: lossKind,
    loss_cause: lossCause,
    department: departmentColumn({ zh: "承担部门", en: "Bearing department" }, { zh: "承担的部门。", en: "Department that bears it." }),
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
