import { choice, key, list, number, period, reference, text } from "../core/columns.ts";
import { defineTable } from "../core/contract.ts";
import { exactlyWhen, unless } from "../core/rules.ts";

export default defineTable({
  id: "goals",
  label: { zh: "目标", en: "Goals" },
  description: {
    zh: "每行一个公司、部门或岗位的目标及其关联；来自绩效系统，岗位不写人名。",
    en: "One row per goal of the company, a department or a role with its links; from the appraisal system, with roles instead of names.",
  },
  key: ["goal_id"],
  columns: {
    goal_id: key({
      label: { zh: "目标编号", en: "Goal" },
      description: { zh: "目标的唯一编号。", en: "Unique number of the goal." },
      required: true,
      publish: "grouped",
      example: "G-2026Q3-04",
    }),
    period: period({
      label: { zh: "时期", en: "Period" },
      description: { zh: "目标适用的月、季或年。", en: "Month, quarter or year that it is for." },
      required: true,
      publish: "grouped",
      example: "2026Q3",
    }),
    level: choice({
      label: { zh: "层级", en: "Level" },
      description: { zh: "公司、部门或岗位。", en: "Company, department or role." },
      required: true,
      publish: "grouped",
      example: "role",
      values: {
        company: { zh: "公司", en: "Company" },
        department: { zh: "部门", en: "Department" },
        role: { zh: "岗位", en: "Role" },
      },
    }),
    department: reference({
      label: { zh: "部门", en: "Department" },
      description: { zh: "目标所属的部门；公司目标则空。", en: "Department whose goal it is; empty for the company’s." },
      required: false,
      publish: "grouped",
      example: "rnd",
      references: "departments.department",
    }),
    role: reference({
      label: { zh: "岗位", en: "Role" },
      description: { zh: "目标所属的岗位，不写人名。", en: "Role whose goal it is, never a person." },
      required: false,
      publish: "grouped",
      example: "product_manager",
      references: "members.member",
      where: { column: "dimension", is: "role" },
    }),
    parent_goal_id: text({
      label: { zh: "上级目标", en: "Parent goal" },
      description: { zh: "所支撑的上级目标的编号。", en: "Number of the goal above that it serves." },
      required: false,
      publish: "grouped",
      example: "G-2026Q3-01",
    }),
    linked_goal_ids: list({
      label: { zh: "关联目标", en: "Linked goals" },
      description: { zh: "其他部门的关联目标，以分号分隔。", en: "Numbers of linked goals of other departments, separated by semicolons." },
      required: false,
      publish: "grouped",
      example: "G-2026Q3-06;G-2026Q3-09",
    }),
    measure: text({
      label: { zh: "衡量标准", en: "Measure" },
      description: { zh: "目标衡量什么。", en: "What it measures." },
      required: true,
      publish: "grouped",
      example: "新品销售收入（万元）",
    }),
    measure_en: text({
      label: { zh: "英文衡量标准", en: "Measure in English" },
      description: { zh: "目标衡量什么，英文。", en: "What it measures, in English." },
      required: false,
      publish: "grouped",
      example: "Revenue of new products (CNY 10,000)",
    }),
    target: number({
      label: { zh: "目标值", en: "Target" },
      description: { zh: "要达到的值。", en: "Value to be reached." },
      required: true,
      publish: "grouped",
      example: "420",
    }),
    actual: number({
      label: { zh: "实际值", en: "Actual" },
      description: { zh: "实际达到的值；未结束则空。", en: "Value that was reached; empty until the period is over." },
      required: false,
      publish: "grouped",
      example: "405",
    }),
    better: choice({
      label: { zh: "方向", en: "Direction" },
      description: { zh: "高好还是低好；空则高好。", en: "Whether higher or lower is better; higher when empty." },
      required: false,
      publish: "grouped",
      example: "higher",
      values: {
        higher: { zh: "越高越好", en: "Higher" },
        lower: { zh: "越低越好", en: "Lower" },
      },
    }),
  },
  rules: [unless("department", "level", "company"), exactlyWhen("role", "level", "role")],
});
