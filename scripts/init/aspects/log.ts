import type { ColumnProfile } from "../column-profile.ts";
import type { Aspect, Draft, EntrySettings } from "../draft.ts";
import type { Knowledge } from "../knowledge.ts";
import { calledIn, eventOf, tellingIn } from "../moments.ts";
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
    const taken = takenBy(moment, log);
    if (taken) columns[name] = taken;
  }
  if (Object.keys(columns).length === 1) remarks.push(unknownEvents(log));
  for (const [name, { header }] of draft.columns)
    if (header !== log.key && header !== log.time && !columns[name]) columns[name] = { last: header };
  settings.events = { key: log.key, time: log.time, ...(form ? { form } : {}), columns };
  settings.columns = { [draft.table.key[0] ?? ""]: log.key };
  delete settings.ignore;
  const ids = Math.round(keyOf(draft, log.key).distinctness * sheet.rows);
  remarks.push(doubt(["events"], `事件日志：${sheet.rows} 行是 ${ids} 条记录`, `a log of events: ${sheet.rows} rows of ${ids} records`));
};

/** Events that are shown. */
const SHOWN = 12;

/** That no event is known to be a moment of a record, with the most frequent ones. */
function unknownEvents({ telling }: Log) {
  const [{ header = "", values = new Map<string, number>() } = {}] = telling;
  const some = [...values].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  const listed = some.map(([event]) => event).join("、");
  return doubt(
    ["events"],
    `“${header}”里没有认出响应、解决、撤销；有：${listed}`,
    `no event of ${header} is known as a response, an end or a withdrawal: ${listed}`,
  );
}

/** What the events of a log say of a moment; undefined where they say nothing. */
function takenBy(moment: Log["moments"][string], { telling, time }: Log): object | undefined {
  const event = eventOf(moment, telling);
  if (!event) return undefined;
  const { take } = moment;
  const column = telling.find(({ header }) => header === event.header);
  // only a log that writes the state in every row says how long it lasts
  const isState = column !== undefined && column.filled === column.rows;
  if (take === "first" || (take === "last" && !isState)) return { [take]: time, where: { [event.header]: event.words } };
  return isState ? { [take === "while" ? "while" : "since"]: { [event.header]: wordsIn(column, moment) } } : undefined;
}

/** All words of a moment that a column has, in whichever group. */
const wordsIn = (column: ColumnProfile, { words }: Log["moments"][string]) =>
  words.flatMap((group) => eventOf({ take: "last", words: [group] }, [column])?.words ?? []);

const keyOf = ({ sheet }: Draft, header: string) => sheet.columns.find((column) => column.header === header) as ColumnProfile;

/** Null where a sheet has one row for each record. */
function logOf({ table, columns, sheet, known }: Draft, { words, systems }: Knowledge): Log | null {
  const moments = words.moments[table.id];
  const key = columns.get(table.key[0] ?? "")?.profile;
  if (!moments || !key || key.distinctness > FEW_IDS) return null;
  const events = known?.export.events;
  const time = events?.at ?? calledIn(sheet, words.log.at, systems)?.header;
  const telling = tellingIn(sheet, { words, systems });
  return time !== undefined && telling.length > 0 ? { key: key.header, time, telling, moments } : null;
}
