import { choice, key } from "../core/columns.ts";
import { chineseName, englishName } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";
import { orNotStated } from "../core/not-stated.ts";

export default defineTable({
  id: "departments",
  label: { zh: "部门", en: "Departments" },
  description: { zh: "每行一个部门。", en: "One row per department." },
  isReference: true,
  key: ["department"],
  columns: {
    department: key({
      label: { zh: "部门", en: "Department" },
      description: { zh: "部门的代号。", en: "Short name of the department." },
      required: true,
      publish: "grouped",
      example: "rnd",
    }),
    zh: chineseName,
    en: englishName,
    stage: choice({
      label: { zh: "阶段", en: "Stage" },
      description: { zh: "在业务流程中的位置；未注明则空。", en: "Its place in the business flow; empty when not stated." },
      ...orNotStated,
      publish: "grouped",
      example: "front",
      values: {
        business: { zh: "业务部", en: "Business unit" },
        front: { zh: "前端", en: "Front" },
        middle: { zh: "中端", en: "Middle" },
        back: { zh: "后端", en: "Back" },
        whole: { zh: "全流程", en: "Whole flow" },
      },
    }),
  },
});
