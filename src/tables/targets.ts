import { key, number, period } from "../core/columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "targets",
  label: { zh: "目标", en: "Targets" },
  description: { zh: "每行一个指标在一个时期的目标。", en: "One row per metric and period: its target." },
  isReference: true,
  key: ["metric", "period"],
  columns: {
    metric: key({
      label: { zh: "指标", en: "Metric" },
      description: { zh: "指标的代号。", en: "Id of the metric." },
      required: true,
      publish: "grouped",
      example: "time-to-approval",
    }),
    period: period({
      label: { zh: "时期", en: "Period" },
      description: { zh: "目标适用的月、季或年；较短的优先。", en: "Month, quarter or year it holds for; the shorter one wins." },
      required: true,
      publish: "grouped",
      example: "2026",
    }),
    target: number({
      label: { zh: "目标", en: "Target" },
      description: { zh: "目标值，单位同指标。", en: "Target in the unit of the metric." },
      required: true,
      publish: "grouped",
      example: "5",
    }),
  },
});
