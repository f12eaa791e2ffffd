import { DEPARTMENTS, nameIn } from "../company.ts";
import { csvExport } from "../export.ts";
import { SIDES } from "../sides.ts";

export default csvExport({
  table: "survey",
  file: "survey-answers.csv",
  form: {},
  rows: (sample) => sample.survey,
  columns: {
    季度: (row) => row.quarter,
    协作方: (row) => SIDES[row.side],
    部门: (row) => nameIn(DEPARTMENTS, row.department),
    题目: (row) => row.item,
    得分: (row) => (row.score === null ? "未作答" : String(row.score)),
  },
});
