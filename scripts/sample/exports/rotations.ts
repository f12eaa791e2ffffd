import { DEPARTMENTS, nameIn } from "../company.ts";
import { csvExport } from "../export.ts";
import { ROLES } from "../goal-catalogue.ts";
import { chineseDate } from "../text.ts";

export default csvExport({
  table: "rotations",
  file: "hr-rotations.csv",
  form: { delimiter: ";" },
  rows: (sample) => sample.rotations,
  columns: {
    轮岗编号: (row) => row.rotation_id,
    岗位: (row) => ROLES[row.role],
    派出部门: (row) => nameIn(DEPARTMENTS, row.from_department),
    接收部门: (row) => nameIn(DEPARTMENTS, row.to_department),
    开始日期: (row) => chineseDate(row.starts_on),
    结束日期: (row) => chineseDate(row.ends_on),
  },
});
