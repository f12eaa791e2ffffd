import { amount, choice, date, hours, key, reference } from "../core/columns.ts";
import { defineTable } from "../core/contract.ts";
import { orNotStated } from "../core/not-stated.ts";

export default defineTable({
  id: "rework",
  label: { zh: "返工", en: "Rework" },
  description: { zh: "每行一次返工；来自 PLM 或工时系统。", en: "One row per piece of rework; from the PLM or timesheets." },
  key: ["rework_id"],
  time: "worked_on",
  columns: {
    rework_id: key({
      label: { zh: "返工编号", en: "Rework" },
      description: { zh: "返工的唯一编号。", en: "Unique number of the rework." },
      required: true,
      publish: "never",
      example: "RW-3021",
    }),
    requirement_id: reference({
      label: { zh: "需求编号", en: "Requirement" },
      description: { zh: "返工所属的需求。", en: "The requirement reworked." },
      required: true,
      publish: "never",
      example: "REQ-10482",
      references: "requirements.requirement_id",
    }),
    worked_on: date({
      label: { zh: "返工日期", en: "Worked on" },
      description: { zh: "返工完成的日期。", en: "Day on which the rework was done." },
      required: true,
      publish: "summed",
      example: "2026-07-09",
    }),
    cause: choice({
      label: { zh: "返工原因", en: "Cause of rework" },
      description: { zh: "返工的原因。", en: "What caused the rework." },
      ...orNotStated,
      publish: "grouped",
      example: "requirement_deviation",
      values: {
        requirement_deviation: { zh: "需求偏差", en: "Requirement deviation" },
        development_defect: { zh: "开发缺陷", en: "Development defect" },
        other: { zh: "其他", en: "Other" },
      },
    }),
    hours: hours({
      label: { zh: "工时", en: "Hours" },
      description: { zh: "返工的工时。", en: "Hours of work." },
      required: true,
      publish: "summed",
      example: "16.5",
    }),
    cost_cny: amount({
      label: { zh: "成本", en: "Cost" },
      description: { zh: "返工的成本。", en: "Cost of the rework." },
      required: false,
      publish: "summed",
      example: "4950",
      min: 0,
    }),
  },
});
