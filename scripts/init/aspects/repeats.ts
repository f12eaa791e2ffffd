import type { ColumnProfile } from "../column-profile.ts";
import type { Aspect, Draft } from "../draft.ts";
import { calledIn } from "../moments.ts";
import { doubt } from "../remark.ts";
import { momentInSql, nameInSql } from "../sql-text.ts";

/** Of 1, how different the ids of records are that stand once each, but for slips. */
const ONCE = 0.98;

/** What is done where an id stands several times in one file: the latest state counts, or the lines of an order are numbered. */
export const repeatsAspect: Aspect = (draft, { knowledge }) => {
  const { table, columns, settings, select, isDerived, remarks, sheet } = draft;
  const [first = "", second] = table.key;
  const key = columns.get(first);
  const isWhole = second !== undefined && columns.has(second);
  if (!key || key.profile.distinctness >= ONCE || settings.events || isDerived || isWhole || isOneEach(draft, key.profile)) return;
  const id = nameInSql(key.header);
  const updated = calledIn(sheet, knowledge.words.log.updated, knowledge.systems);
  const time = updated ? momentInSql(updated) : null;
  if (updated && time !== null) {
    // the lines of one state have one time: all of them are the latest
    const latest = `${second === undefined ? "row_number" : "rank"}() over (partition by ${id} order by ${time} desc) = 1`;
    select.qualify = select.qualify === null ? latest : `${latest} and (${select.qualify})`;
    remarks.push(
      doubt(
        ["sql"],
        `同一编号有多条记录，取“${updated.header}”最晚的`,
        `several records of one id: the latest by ${updated.header} counts`,
      ),
    );
  }
  if (second === undefined) return;
  select.columns.push(`row_number() over (partition by _file, ${id} order by _line) as ${second}`);
  remarks.push(doubt(["sql"], "同一编号有多行，按先后编号", "several lines of one id, numbered in their order"));
};

/** Whether one line of each order is left: by a SELECT, or since it alone has the amount. */
function isOneEach({ columns, select, settings }: Draft, key: ColumnProfile): boolean {
  if (select.qualify !== null && select.from === null) return true;
  const amount = columns.get("amount_cny");
  return amount !== undefined && Object.hasOwn(settings.where ?? {}, amount.header) && standsOnce(amount.profile, key);
}

/** Whether something stands in one row of each record, though these have several. */
export function standsOnce({ rows, filled }: ColumnProfile, key: ColumnProfile): boolean {
  const ids = Math.round(key.distinctness * key.filled);
  return filled < rows * ONCE && Math.abs(filled - ids) <= ids * (1 - ONCE);
}
