import { csvExport } from "../export.ts";
import { plain, slashed, yuan } from "../text.ts";

const CAUSES = { requirement_deviation: "需求偏差", development_defect: "开发缺陷", other: "其他" } as const;

export default csvExport({
  table: "rework",
  file: "plm-rework.csv",
  form: { delimiter: ";" },
  rows: (sample) => sample.rework,
  columns: {
    返工编号: (row) => row.rework_id,
    需求编号: (row) => row.requirement_id,
    完成日期: (row) => slashed(row.worked_on),
    返工原因: (row) => CAUSES[row.cause],
    工时: (row) => plain(row.hours),
    成本: (row) => yuan(row.cost_cny),
  },
});
