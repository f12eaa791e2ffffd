import { isoOf } from "../../../src/core/days.ts";
import { csvExport } from "../export.ts";
import { SERIES } from "../tables/meetings.ts";
import { plain } from "../text.ts";

export default csvExport({
  table: "meetings",
  file: "oa-meetings.tsv",
  form: { delimiter: "\t" },
  rows: (sample) => sample.meetings,
  columns: {
    MEETING_NO: (row) => row.meeting_id,
    SERIES: (row) => SERIES[row.meeting_series]?.zh ?? row.meeting_series,
    PLANNED: (row) => isoOf(row.planned_on),
    HELD: (row) => (row.held_on === null ? "NULL" : isoOf(row.held_on)),
    DEPARTMENTS: (row) => row.departments,
    DECISIONS: (row) => plain(row.decisions_taken),
    DUE: (row) => plain(row.decisions_due),
    CLOSED_IN_TIME: (row) => plain(row.decisions_closed_in_time),
  },
});
