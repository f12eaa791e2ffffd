import { choice, key, number, text } from "../core/columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "benchmarks",
  label: { zh: "参照", en: "Benchmarks" },
  description: { zh: "每行一个行业平均或公开案例，附出处。", en: "One row per industry average or published case, with its source." },
  isReference: true,
  key: ["metric", "kind", "source_zh"],
  columns: {
    metric: key({
      label: { zh: "指标", en: "Metric" },
      description: { zh: "指标的代号。", en: "Id of the metric." },
      required: true,
      publish: "grouped",
      example: "change-rate",
    }),
    kind: choice({
      label: { zh: "类型", en: "Kind" },
      description: { zh: "行业平均或公开案例。", en: "Industry average or published case." },
      required: true,
      publish: "grouped",
      example: "industry",
      values: {
        industry: { zh: "行业平均", en: "Industry average" },
        case: { zh: "公开案例", en: "Published case" },
      },
    }),
    value: number({
      label: { zh: "数值", en: "Value" },
      description: {
        zh: "单位同指标；案例没有可比数值时为空。",
        en: "In the unit of the metric; empty when a case has no comparable number.",
      },
      required: false,
      publish: "grouped",
      example: "0.35",
    }),
    zh: text({
      label: { zh: "中文说明", en: "In Chinese" },
      description: { zh: "数字说的是什么。", en: "What the number says." },
      required: true,
      publish: "grouped",
      example: "同业平均变更率",
    }),
    en: text({
      label: { zh: "英文说明", en: "In English" },
      description: { zh: "数字说的是什么。", en: "What the number says." },
      required: true,
      publish: "grouped",
      example: "Average change rate of the industry",
    }),
    source_zh: text({
      label: { zh: "出处", en: "Source" },
      description: { zh: "数字的出处。", en: "Where the number comes from." },
      required: true,
      publish: "grouped",
      example: "行业协会 2025 年度报告",
    }),
    source_en: text({
      label: { zh: "英文出处", en: "Source in English" },
      description: { zh: "数字的出处。", en: "Where the number comes from." },
      required: true,
      publish: "grouped",
      example: "Industry association, annual report 2025",
    }),
  },
});
