import { isoOf } from "../../../src/core/days.ts";
import { DEPARTMENTS, nameIn, PRODUCT_LINES } from "../company.ts";
import { csvExport } from "../export.ts";
import { percent } from "../text.ts";

export default csvExport({
  table: "projects",
  file: "plm-projects.csv",
  form: { encoding: "gbk" },
  rows: (sample) => sample.projects,
  columns: {
    项目编号: (row) => row.project_id,
    产品线: (row) => nameIn(PRODUCT_LINES, row.product_line),
    计划发布: (row) => isoOf(row.planned_on),
    实际发布: (row) => (row.released_on === null ? "-" : isoOf(row.released_on)),
    承担部门: (row) => nameIn(DEPARTMENTS, row.department),
    承担份额: (row) => percent(row.delay_share),
  },
});
