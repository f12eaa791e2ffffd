import { date, key, text } from "../core/columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "annotations",
  label: { zh: "批注", en: "Annotations" },
  description: { zh: "每行一件在图上标出的事。", en: "One row per event that charts mark." },
  isReference: true,
  key: [],
  columns: {
    on: date({
      label: { zh: "日期", en: "Day" },
      description: { zh: "发生的日期。", en: "Day on which it happened." },
      required: true,
      publish: "grouped",
      example: "2025-04-01",
    }),
    metric: key({
      label: { zh: "指标", en: "Metric" },
      description: { zh: "指标的代号；空则标在所有图上。", en: "Id of the metric; empty marks every chart." },
      required: false,
      publish: "grouped",
      example: "time-to-approval",
    }),
    zh: text({
      label: { zh: "中文", en: "In Chinese" },
      description: { zh: "批注的文字。", en: "The words." },
      required: true,
      publish: "grouped",
      example: "共享平台上线",
    }),
    en: text({
      label: { zh: "英文", en: "In English" },
      description: { zh: "批注的文字。", en: "The words." },
      required: true,
      publish: "grouped",
      example: "Shared platform introduced",
    }),
  },
});
