import { choice, defineTable, integer, quarter, reference } from "../core/contract.ts";

export default defineTable({
  id: "survey_invitations",
  label: { zh: "问卷邀请", en: "Survey invitations" },
  description: {
    zh: "每行一个部门在一个季度受邀答题的人数；来自问卷系统。",
    en: "One row per department and quarter: how many were invited; from the survey tool.",
  },
  key: ["quarter", "side", "department"],
  time: "quarter",
  columns: {
    quarter: quarter({
      label: { zh: "季度", en: "Quarter" },
      description: { zh: "调查的财季。", en: "Fiscal quarter of the survey." },
      required: true,
      publish: "grouped",
      example: "2026Q3",
    }),
    side: choice({
      label: { zh: "协作方", en: "Side" },
      description: { zh: "受邀者所在的一方。", en: "The side of those invited." },
      required: true,
      publish: "grouped",
      example: "sales",
      values: {
        sales: { zh: "销售", en: "Sales" },
        rnd: { zh: "研发", en: "R&D" },
        product: { zh: "产品", en: "Product" },
        support: { zh: "支持", en: "Support" },
      },
    }),
    department: reference({
      label: { zh: "部门", en: "Department" },
      description: { zh: "受邀者所在的部门。", en: "Department of those invited." },
      required: true,
      publish: "grouped",
      example: "rnd",
      references: "departments.department",
    }),
    invited: integer({
      label: { zh: "受邀人数", en: "Invited" },
      description: { zh: "受邀答题的人数。", en: "How many were invited." },
      unit: "count",
      required: true,
      publish: "summed",
      example: "42",
      min: 0,
    }),
  },
});
