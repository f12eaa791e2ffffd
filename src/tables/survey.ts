import { integer, quarter, reference } from "../core/columns.ts";
import { anyDepartmentColumn, side } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "survey",
  label: { zh: "问卷回答", en: "Survey answers" },
  description: {
    zh: "每行一份匿名问卷中一道题的回答，没有人名；来自问卷系统。",
    en: "One row per answer to one item of an anonymous questionnaire, without a person; from the survey tool.",
  },
  isProtected: true,
  key: [],
  time: "quarter",
  columns: {
    quarter: quarter({
      label: { zh: "季度", en: "Quarter" },
      description: { zh: "调查的财季。", en: "Fiscal quarter of the survey." },
      required: true,
      publish: "grouped",
      example: "2026Q3",
    }),
    side,
    department: anyDepartmentColumn(
      { zh: "部门", en: "Department" },
      { zh: "答题者所在的部门。", en: "Department of those who answered." },
    ),
    item: reference({
      label: { zh: "题目", en: "Item" },
      description: { zh: "问卷的题目。", en: "The item of the questionnaire." },
      required: true,
      publish: "grouped",
      example: "process_clear",
      references: "survey_items.item",
    }),
    score: integer({
      label: { zh: "得分", en: "Score" },
      description: {
        zh: "按 site.yaml 中 survey_scale 的分制；未作答则空。",
        en: "On the scale of survey_scale in site.yaml; empty when not answered.",
      },
      unit: "score",
      required: false,
      publish: "summed",
      example: "4",
    }),
  },
});
