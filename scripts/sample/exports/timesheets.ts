import { isoOf } from "../../../src/core/days.ts";
import { DEPARTMENTS, nameIn } from "../company.ts";
import { csvExport } from "../export.ts";
import { excelSerial, plain } from "../text.ts";

const KINDS = { meeting: "会议", work: "协作", training: "培训" } as const;

export default csvExport({
  table: "timesheets",
  file: "timesheets-*.csv",
  form: {},
  rows: (sample) => sample.timesheets,
  part: (row) => isoOf(row.worked_on).slice(0, 4),
  columns: {
    日期: (row) => excelSerial(row.worked_on),
    部门: (row) => nameIn(DEPARTMENTS, row.department),
    对方部门: (row) => nameIn(DEPARTMENTS, row.counterpart),
    方式: (row) => KINDS[row.work_kind],
    工时: (row) => plain(row.hours),
  },
});
