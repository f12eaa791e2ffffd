import { choice, key, period, text } from "../core/columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "restatements",
  label: { zh: "更正说明", en: "Notes on restatements" },
  description: {
    zh: "每行说明一个冻结时期的数字为何后来有变。",
    en: "One row per explanation of why figures of a frozen period have changed since.",
  },
  isReference: true,
  key: ["period", "metric"],
  columns: {
    period: period({
      label: { zh: "时期", en: "Period" },
      description: { zh: "冻结的季度或年度。", en: "The quarter or year that was frozen." },
      required: true,
      publish: "grouped",
      example: "2026Q2",
    }),
    metric: key({
      label: { zh: "指标", en: "Metric" },
      description: { zh: "指标的代号；空则为该时期的所有指标。", en: "Id of the metric; empty means all of the period." },
      required: false,
      publish: "grouped",
      example: "sla-attainment",
    }),
    revision: choice({
      label: { zh: "类别", en: "Kind" },
      description: {
        zh: "R1 数据更完整，R2 例行更新，R3 方法改进，C 更正错误。",
        en: "R1 better data, R2 routine, R3 better method, C correction of a mistake.",
      },
      required: true,
      publish: "grouped",
      example: "R3",
      values: {
        R1: { zh: "数据更完整", en: "Better data" },
        R2: { zh: "例行更新", en: "Routine" },
        R3: { zh: "方法改进", en: "Better method" },
        C: { zh: "更正错误", en: "Correction" },
      },
    }),
    zh: text({
      label: { zh: "中文", en: "In Chinese" },
      description: { zh: "说明。", en: "The explanation." },
      required: true,
      publish: "grouped",
      example: "首次响应的时限由 24 小时改为 1 个工作日",
    }),
    en: text({
      label: { zh: "英文", en: "In English" },
      description: { zh: "说明。", en: "The explanation." },
      required: true,
      publish: "grouped",
      example: "The limit of first responses was changed from 24 hours to a working day",
    }),
  },
});
