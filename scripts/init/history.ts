import type { ColumnProfile } from "./column-profile.ts";
import type { Draft } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import { shareIn } from "./lookup.ts";
import { calledIn, eventOf, tellingIn } from "./moments.ts";
import { doubt } from "./remark.ts";
import { besideOf, type SheetProfile } from "./sheet-profile.ts";
import { momentInSql, momentsMade, nameInSql, textInSql } from "./sql-text.ts";

/** Of 1, how many ids of a history have to be those of the records. */
const KNOWN = 0.8;

/** Of 1, how sure it is that an event is the moment. */
const SURE = 0.7;

/**
 * Takes the moments of records, as far as their files lack them, from a history of changes among the sheets that feed nothing; that sheet,
 * or null. `but` is a moment that comes from elsewhere.
 */
export function joinHistory(draft: Draft, sheets: readonly SheetProfile[], knowledge: Knowledge, but = ""): SheetProfile | null {
  for (const sheet of sheets) {
    const history = historyIn(draft, sheet, knowledge, but);
    if (!history) continue;
    draft.settings.with = { ...draft.settings.with, history: besideOf(sheet) };
    draft.select.columns.push(...momentsOf(history));
    for (const { name } of history.moments) draft.columns.set(name, { header: name, profile: momentsMade(history.time), certainty: SURE });
    draft.remarks.push(doubt(["sql"], "各个时刻取自变更历史", "moments are taken from a history of changes"));
    return sheet;
  }
  return null;
}

/** A history of the records of a table. */
interface History {
  /** Header of the id of a record, in its own file and in the history. */
  key: string;
  id: string;
  time: ColumnProfile;
  /** The time in SQL. */
  at: string;
  /** Columns of the table, with the events that are their moments. */
  moments: { name: string; take: "first" | "last"; header: string; words: string[] }[];
}

function historyIn({ table, columns, form }: Draft, sheet: SheetProfile, { words, systems }: Knowledge, but: string): History | null {
  const header = columns.get(table.key[0] ?? "")?.header;
  const key = form.whole.columns.find((column) => column.header === header);
  const id = key && sheet.columns.find((column) => column.values.size > 1 && column.distinctness < 1 && shareIn(column, key) >= KNOWN);
  const time = calledIn(sheet, words.log.at, systems);
  const at = time ? momentInSql(time) : null;
  if (!key || !id || !time || at === null) return null;
  const telling = tellingIn(sheet, { words, systems });
  const moments = Object.entries(words.moments[table.id] ?? {}).flatMap(([name, moment]) => {
    const { take } = moment;
    const event = columns.has(name) || name === but ? null : eventOf(moment, telling);
    return event && (take === "first" || take === "last") ? [{ name, take, ...event }] : [];
  });
  return moments.length > 0 ? { key: key.header, id: id.header, time, at, moments } : null;
}

/** The earliest or latest time of each event, for each record. */
const momentsOf = ({ key, id, at, moments }: History): string[] =>
  moments.map(({ name, take, header, words }) => {
    const isOwn = `${nameInSql(id)} = records.${nameInSql(key)}`;
    const isEvent = `${nameInSql(header)} in (${words.map(textInSql).join(", ")})`;
    return `(select ${take === "first" ? "min" : "max"}(${at}) from history where ${isOwn} and ${isEvent}) as ${name}`;
  });
