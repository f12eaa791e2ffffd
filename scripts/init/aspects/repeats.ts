import type { Aspect } from "../draft.ts";
import { calledIn } from "../moments.ts";
import { doubt } from "../remark.ts";
import { momentInSql, nameInSql } from "../sql-text.ts";

/** Of 1, how different the ids of records are that stand once each, but for slips. */
const ONCE = 0.98;

/** What is done where an id stands several times in one file: the latest state counts, or the lines of an order are numbered. */
export const repeatsAspect: Aspect = ({ table, columns, settings, select, isDerived, remarks, sheet }, { knowledge }) => {
  const [first = "", second] = table.key;
  const key = columns.get(first);
  const isWhole = second !== undefined && columns.has(second);
  const isOneEach = select.qualify !== null && select.from === null;
  if (!key || key.profile.distinctness >= ONCE || settings.events || isDerived || isWhole || isOneEach) return;
  const id = nameInSql(key.header);
  const updated = calledIn(sheet, knowledge.words.log.updated, knowledge.systems);
  const time = updated ? momentInSql(updated) : null;
  if (updated && time !== null) {
    select.qualify = `row_number() over (partition by ${id} order by ${time} desc) = 1`;
    remarks.push(
      doubt(["sql"], `同一编号有多条记录,取“${updated.header}”最晚的`, `several records of one id: the latest by ${updated.header} counts`),
    );
  } else if (second !== undefined) {
    select.columns.push(`row_number() over (partition by _file, ${id} order by _line) as ${second}`);
    remarks.push(doubt(["sql"], "同一编号有多行,按先后编号", "several lines of one id, numbered in their order"));
  }
};
