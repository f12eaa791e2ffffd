import { date, key, number } from "../core/columns.ts";
import { departmentColumn, productLine } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "projects",
  label: { zh: "项目", en: "Projects" },
  description: {
    zh: "每行一个项目的一个承担部门：计划与实际发布，以及该部门承担的延期份额；来自 PLM。",
    en: "One row per project and department that bears its delay: planned and actual release and that department’s share; from the PLM.",
  },
  key: ["project_id", "department"],
  time: "released_on",
  columns: {
    project_id: key({
      label: { zh: "项目编号", en: "Project" },
      description: { zh: "项目的编号；每个承担部门一行。", en: "Number of the project; one row for each bearing department." },
      required: true,
      publish: "never",
      example: "PRJ-0415",
    }),
    product_line: productLine,
    planned_on: date({
      label: { zh: "计划发布", en: "Planned release" },
      description: { zh: "计划发布的日期。", en: "Planned day of release." },
      required: true,
      publish: "summed",
      example: "2026-06-30",
      isPlan: true,
    }),
    released_on: date({
      label: { zh: "实际发布", en: "Actual release" },
      description: { zh: "实际发布的日期；未发布则空。", en: "Actual day of release; empty while it is not released." },
      required: false,
      publish: "summed",
      example: "2026-07-12",
    }),
    department: departmentColumn(
      { zh: "承担部门", en: "Bearing department" },
      { zh: "承担该份延期的部门。", en: "Department that bears this share of the delay." },
    ),
    delay_share: number({
      label: { zh: "承担份额", en: "Share of the delay" },
      description: { zh: "该部门承担的份额；同一项目合计为 1。", en: "Share borne by the department; they add up to 1 over a project." },
      unit: "share",
      required: true,
      publish: "summed",
      example: "0.6",
      min: 0,
      max: 1,
    }),
  },
});
