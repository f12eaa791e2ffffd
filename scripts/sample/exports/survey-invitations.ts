import { DEPARTMENTS, nameIn } from "../company.ts";
import { csvExport } from "../export.ts";
import { SIDES } from "../sides.ts";
import { plain } from "../text.ts";

export default csvExport({
  table: "survey_invitations",
  file: "survey-invitations.txt",
  form: { encoding: "utf-16le", hasBom: true, delimiter: "\t", newline: "\r\n" },
  rows: (sample) => sample.survey_invitations,
  columns: {
    季度: (row) => row.quarter,
    协作方: (row) => SIDES[row.side],
    部门: (row) => nameIn(DEPARTMENTS, row.department),
    受邀人数: (row) => plain(row.invited),
  },
});
