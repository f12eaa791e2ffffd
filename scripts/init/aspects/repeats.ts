import type { Aspect, Draft } from "../draft.ts";
import { calledIn } from "../moments.ts";
import { doubt } from "../remark.ts";
import { isSortable, nameInSql } from "../sql-text.ts";

/** Of 1, how different the ids of records are that stand once each, but for slips. */
const ONCE = 0.98;

/** What is done where an id stands several times in one file: the latest state counts, or the lines of an order are numbered. */
export const repeatsAspect: Aspect = (draft, { knowledge }) => {
  const { table, columns, settings, remarks, sheet } = draft;
  const [first = "", second] = table.key;
  const key = columns.get(first);
  if (!key || key.profile.distinctness >= ONCE || settings.events || settings.sql || isWhole(draft)) return;
  const id = nameInSql(key.header);
  const updated = calledIn(sheet, knowledge.words.log.updated, knowledge.systems);
  if (updated && isSortable(updated)) {
    settings.sql = `select * from records\nqualify row_number() over (partition by ${id} order by ${nameInSql(updated.header)} desc) = 1\n`;
    remarks.push(
      doubt(["sql"], `同一编号有多条记录,取“${updated.header}”最晚的`, `several records of one id: the latest by ${updated.header} counts`),
    );
  } else if (second !== undefined) {
    settings.sql = `select *, row_number() over (partition by _file, ${id} order by _line) as ${second} from records\n`;
    remarks.push(doubt(["sql"], "同一编号有多行,按先后编号", "several lines of one id, numbered in their order"));
  }
};

/** Whether all of a key of several columns is there. */
const isWhole = ({ table, columns }: Draft) => table.key.length > 1 && table.key.every((name) => columns.has(name));
