import { profileOf } from "./column-profile.ts";
import { type Draft, noSelect } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import { shareIn } from "./lookup.ts";
import { calledIn } from "./moments.ts";
import { plainHeader } from "./plain-header.ts";
import { doubt } from "./remark.ts";
import { besideOf, profileRows, type SheetProfile } from "./sheet-profile.ts";
import { momentInSql, nameInSql, textInSql } from "./sql-text.ts";

/** Of 1, how sure a column is of a history. */
const SURE = 0.8;

/** The table that holds changes of the records of another. */
const CHANGES = { requirements: "requirement_changes" } as Readonly<Record<string, string>>;

/** An entry for the changes of what records ask for, from a history of all their fields; null where it has none. */
export async function changesFrom(draft: Draft, history: SheetProfile, knowledge: Knowledge): Promise<Draft | null> {
  const { words, systems, tables } = knowledge;
  const table = tables.find(({ id }) => id === CHANGES[draft.table.id]);
  const key = draft.columns.get(draft.table.key[0] ?? "");
  // a history is of all records, whatever kind they are
  const ids = draft.form.whole.columns.find(({ header }) => header === key?.header);
  const own = ids && history.columns.find((column) => column.values.size > 1 && column.distinctness < 1 && shareIn(column, ids) >= SURE);
  const time = calledIn(history, words.log.at, systems);
  const at = time ? momentInSql(time) : null;
  const what = history.columns.map((column) => ({ column, words: scopesIn(column, words.scopes) })).find((each) => each.words.length > 0);
  if (!table || !key || !own || !time || at === null || !what) return null;
  const [id = ""] = table.key;
  const only = { header: what.column.header, words: what.words, unused: new Map<string, number>() };
  const sheet = await profileRows(history, only);
  const held = (header: string) => sheet.columns.find((column) => column.header === header) ?? profileOf(header, new Map());
  const columns = new Map([
    [id, { header: id, profile: { ...held(own.header), header: id, distinctness: 1 }, certainty: SURE }],
    [draft.table.key[0] ?? "", { header: own.header, profile: held(own.header), certainty: SURE }],
    [table.time ?? "", { header: time.header, profile: held(time.header), certainty: SURE }],
  ]);
  const select = noSelect();
  const of = nameInSql(own.header);
  select.columns.push(`concat_ws('-', ${of}, row_number() over (partition by ${of} order by ${at}, _line)) as ${id}`);
  const isOfKind = [...held(own.header).values.keys()].every((word) => key.profile.values.has(word)) ? null : kindOf(draft, key.header);
  if (isOfKind) select.where = `${of} in (${isOfKind})`;
  const text = what.words.join("、");
  return {
    ...{ table, sheet, columns, select, known: null, isDerived: false, after: 0, score: SURE },
    form: { sheets: [history], copies: [], whole: history },
    settings: {
      ...{ files: history.file.name, system: draft.settings.system, rhythm: draft.settings.rhythm, ...history.settings },
      ...(isOfKind ? { with: { all_records: besideOf(draft.form.whole) } } : {}),
    },
    remarks: [
      doubt(
        [],
        `${draft.form.whole.file.name} 的变更历史里,“${what.column.header}”为 ${text} 的每一行是一次需求变更,编号按先后编成`,
        `each row of the history whose ${what.column.header} is ${text} is one change; they are numbered in their order`,
      ),
    ],
  };
}

const scopesIn = ({ values }: SheetProfile["columns"][0], words: readonly string[]) => {
  const plain = words.map(plainHeader);
  return [...values.keys()].filter((value) => plain.includes(plainHeader(value)));
};

/** The ids of the records, where other kinds stand beside them; null where there are none, or they stand in several files. */
function kindOf({ sheet: { only }, form }: Draft, key: string): string | null {
  if (!only || form.sheets.length > 1) return null;
  return `select ${nameInSql(key)} from all_records where ${nameInSql(only.header)} in (${only.words.map(textInSql).join(", ")})`;
}
