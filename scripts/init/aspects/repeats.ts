import type { ColumnProfile } from "../column-profile.ts";
import type { Aspect, Draft } from "../draft.ts";
import type { Knowledge } from "../knowledge.ts";
import { calledIn } from "../moments.ts";
import { doubt } from "../remark.ts";
import { recordsOf } from "../sheet-profile.ts";
import { momentInSql, nameInSql } from "../sql-text.ts";

/** Of 1, how different the ids of records are that stand once each, but for slips. */
const ONCE = 0.98;

/** What is done where an id stands several times in one file: the latest state counts, lines of an order are numbered, or a number beside the id is part of it. */
export const repeatsAspect: Aspect = async (draft, { knowledge }) => {
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
  if (second === undefined) {
    if (!updated) await tellApart(draft, { first, key: key.profile }, knowledge);
    return;
  }
  select.columns.push(`row_number() over (partition by _file, ${id} order by _line) as ${second}`);
  remarks.push(doubt(["sql"], "同一编号有多行，按先后编号", "several lines of one id, numbered in their order"));
};

/** Of 1, how many ids have a record with the first number, where a column numbers the records of each. */
const NUMBERED = 0.95;

/** Makes one id of two where a column numbers the records of each id, such as the documents of a job. */
async function tellApart(
  draft: Draft,
  { first, key }: { first: string; key: ColumnProfile },
  { words, systems }: Knowledge,
): Promise<void> {
  const { sheet, settings, columns, select, remarks } = draft;
  if (calledIn(sheet, [...words.log.state, ...words.log.event], systems)) return;
  const ids = key.distinctness * key.filled;
  const held = new Set([...columns.values()].map(({ header }) => header));
  const numbers = sheet.columns.filter(({ header, values, filled, rows }) => {
    const written = [...values].filter(([value]) => /^\d{1,4}$/.test(value)).sort(([a], [b]) => Number(a) - Number(b));
    return !held.has(header) && filled === rows && written.length === values.size && (written[0]?.[1] ?? 0) >= ids * NUMBERED;
  });
  const number = await apartBy(draft, key.header, numbers);
  if (!number) return;
  select.columns.push(`concat_ws('-', ${nameInSql(key.header)}, ${nameInSql(number.header)}) as ${first}`);
  columns.set(first, { header: first, profile: { ...key, header: first, distinctness: 1 }, certainty: ONCE });
  delete settings.columns?.[first];
  const of = `${key.header} + ${number.header}`;
  remarks.push(doubt(["sql"], `同一编号有多条记录，编号取“${of}”`, `several records of one id, which is made of ${of}`));
}

/** The first of some columns of which no two records of one id have the same. */
async function apartBy({ form, sheet }: Draft, id: string, among: readonly ColumnProfile[]): Promise<ColumnProfile | undefined> {
  const seen = new Map(among.map((column) => [column, new Set<string>()]));
  for (const own of form.sheets) {
    const { names } = own.layout.header;
    for await (const fields of recordsOf({ ...own, only: sheet.only }))
      for (const [column, pairs] of seen) {
        const pair = [id, column.header].map((name) => fields[names.indexOf(name)]?.trim()).join("\0");
        if (pairs.has(pair)) seen.delete(column);
        else pairs.add(pair);
      }
  }
  return [...seen.keys()][0];
}

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
