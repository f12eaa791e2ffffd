import { integer, quarter } from "../core/columns.ts";
import { anyDepartmentColumn, side } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "survey_invitations",
  label: { zh: "问卷邀请", en: "Survey invitations" },
  description: {
    zh: "每行一个部门在一个季度受邀答题的人数；来自问卷系统。",
    en: "One row per department and quarter: how many were invited; from the survey tool.",
  },
  isProtected: true,
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
    side,
    department: anyDepartmentColumn({ zh: "部门", en: "Department" }, { zh: "受邀者所在的部门。", en: "Department of those invited." }),
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
