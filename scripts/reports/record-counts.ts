import { isoOf } from "../../src/core/days.ts";
import type { RecordCounts } from "../../src/data/export-reports.ts";
import { countsOf, type Exported } from "../calendar/exported.ts";

const MONTH = "2026-09".length;

/** Accepted records of exports, by table and the month in which each happened; none of protected tables. */
export function recordCounts(exported: readonly Exported[]): RecordCounts {
  const open = exported.filter(({ table }) => !table.isProtected);
  return Object.fromEntries(
    open.map((each) => {
      const months = Map.groupBy(countsOf(each, "starts"), ([day]) => isoOf(day).slice(0, MONTH));
      const counted = [...months].map(([month, days]) => [month, days.reduce((sum, [, records]) => sum + records, 0)] as const);
      return [each.table.id, Object.fromEntries(counted.sort(([a], [b]) => (a < b ? -1 : 1)))];
    }),
  );
}
