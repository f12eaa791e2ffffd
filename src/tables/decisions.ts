import { date, key, number, reference, text } from "../core/columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "decisions",
  label: { zh: "决定", en: "Decisions" },
  description: { zh: "每行一项为改进协同作出的决定。", en: "One row per decision made to improve collaboration." },
  isReference: true,
  key: [],
  columns: {
    decided_on: date({
      label: { zh: "日期", en: "Day" },
      description: { zh: "作出决定的日期。", en: "Day on which it was decided." },
      required: true,
      publish: "grouped",
      example: "2025-05-12",
    }),
    metric: key({
      label: { zh: "指标", en: "Metric" },
      description: { zh: "要改进的指标的代号；空则为所有指标。", en: "Id of the metric that it is to improve; empty means all." },
      required: false,
      publish: "grouped",
      example: "time-to-review",
    }),
    department: reference({
      label: { zh: "负责部门", en: "Owner" },
      description: { zh: "负责落实的部门。", en: "Department that sees it through." },
      required: false,
      publish: "grouped",
      example: "product",
      references: "departments.department",
    }),
    expected: number({
      label: { zh: "预期", en: "Expected" },
      description: {
        zh: "预期该指标在下一个季度达到的值，单位同指标。",
        en: "What the metric is expected to be in the quarter after, in its unit.",
      },
      required: false,
      publish: "grouped",
      example: "9",
    }),
    zh: text({
      label: { zh: "中文", en: "In Chinese" },
      description: { zh: "决定的内容。", en: "What was decided." },
      required: true,
      publish: "grouped",
      example: "需求评审改为每周两次",
    }),
    en: text({
      label: { zh: "英文", en: "In English" },
      description: { zh: "决定的内容。", en: "What was decided." },
      required: true,
      publish: "grouped",
      example: "Requirements are reviewed twice a week",
    }),
  },
});
