import type { ColumnProfile } from "../column-profile.ts";
import type { Aspect, Draft, EntrySettings } from "../draft.ts";
import { certaintyOf, variantsOf } from "../header-meaning.ts";
import type { Knowledge } from "../knowledge.ts";
import { plainHeader } from "../plain-header.ts";
import { doubt } from "../remark.ts";
import type { Words } from "../words.ts";

/** Of 1, how many ids of a log are different ones at most: there are several events of a record. */
const FEW_IDS = 0.6;

interface Log {
  key: string;
  time: string;
  /** Columns that say what happened, or what the state is after it. */
  telling: readonly ColumnProfile[];
  moments: Words["moments"][string];
}

/** Turns a log of events, many rows of one record, into records. */
export const logAspect: Aspect = (draft, { knowledge }) => {
  const log = logOf(draft, knowledge);
  if (!log) return;
  const { settings, remarks, sheet } = draft;
  const opened = Object.keys(draft.table.columns).find((name) => draft.columns.get(name)?.header === log.time) ?? draft.table.time ?? "";
  const form = settings.dates?.[opened]?.[0];
  const columns: NonNullable<EntrySettings["events"]>["columns"] = { [opened]: { first: log.time } };
  for (const [name, moment] of Object.entries(log.moments)) {
    const event = eventOf(moment, log);
    if (event) columns[name] = { [moment.take]: log.time, where: { [event.header]: event.words } };
  }
  for (const [name, { header }] of draft.columns)
    if (header !== log.key && header !== log.time && !columns[name]) columns[name] = { last: header };
  settings.events = { key: log.key, time: log.time, ...(form ? { form } : {}), columns };
  settings.columns = { [draft.table.key[0] ?? ""]: log.key };
  delete settings.ignore;
  const ids = Math.round(keyOf(draft, log.key).distinctness * sheet.rows);
  remarks.push(doubt(["events"], `事件日志:${sheet.rows} 行是 ${ids} 条记录`, `a log of events: ${sheet.rows} rows of ${ids} records`));
};

const keyOf = ({ sheet }: Draft, header: string) => sheet.columns.find((column) => column.header === header) as ColumnProfile;

/** Null where a sheet has one row for each record. */
function logOf({ table, columns, sheet, known }: Draft, { words, systems }: Knowledge): Log | null {
  const moments = words.moments[table.id];
  const key = columns.get(table.key[0] ?? "")?.profile;
  if (!moments || !key || key.distinctness > FEW_IDS) return null;
  const called = (list: readonly string[]) =>
    sheet.columns
      .map((column) => ({ column, certainty: certaintyOf(variantsOf(column.header, systems), list) }))
      .filter(({ certainty }) => certainty > 0.5)
      .sort((a, b) => b.certainty - a.certainty)
      .map(({ column }) => column);
  const events = known?.export.events;
  const [time] = events ? [events.at] : called(words.log.at).map(({ header }) => header);
  const telling = [...called(words.log.state).slice(0, 1), ...called(words.log.event).slice(0, 1)];
  return time !== undefined && telling.length > 0 ? { key: key.header, time, telling, moments } : null;
}

/** By which words of which column a log says that a moment has come. */
function eventOf({ words }: Log["moments"][string], { telling }: Log): { header: string; words: string[] } | null {
  for (const group of words) {
    const plain = group.map(plainHeader);
    for (const { header, values } of telling) {
      const said = [...values.keys()].filter((value) => plain.includes(plainHeader(value)));
      if (said.length > 0) return { header, words: said };
    }
  }
  return null;
}
