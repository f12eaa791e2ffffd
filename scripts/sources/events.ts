import { z } from "zod";
import { DataError, type Issue } from "../../src/core/errors.ts";
import type { Reason } from "../../src/core/reason.ts";
import { wallClock } from "../read/company-clock.ts";
import { dateForm, firstOf, isDateForm, yearFirstDay, yearFirstTime } from "../read/date-forms.ts";
import type { Entry } from "../read/entry.ts";
import { plainName } from "../read/header-row.ts";
import { type Condition, condition, holding, watching } from "./condition.ts";
import type { FilledFile, Gather, GatheredFile, ShapedFile } from "./gather.ts";
import { changed, lackingHeader, placeOfHeader } from "./step.ts";

const columnSetting = z.union([
  z.strictObject({ first: z.string(), where: condition.optional() }),
  z.strictObject({ last: z.string(), where: condition.optional() }),
  z.strictObject({ while: condition }),
  z.strictObject({ since: condition }),
]);

/** Turns a log of events, one row for each, into records. */
export const eventsSetting = z.strictObject({
  /** Header that says of which record an event is. */
  key: z.string().min(1),
  /** Header of its time. */
  time: z.string().min(1),
  /** How the time is written, where it is not written year first. */
  form: z.string().refine(isDateForm, 'a date form such as "DD/MM/YYYY HH:mm"').optional(),
  /**
   * Column → what it takes: a header's `first` or `last` cell that is not blank, of the events `where` a condition holds; the minutes
   * `while` the latest event fulfilled one and another came; or the time `since` when the latest event fulfils one.
   */
  columns: z.record(z.string(), columnSetting),
});

export type EventsSetting = z.infer<typeof eventsSetting>;
type ColumnSetting = z.infer<typeof columnSetting>;

/** An event, and where it stands. */
interface Event {
  entry: Entry;
  /** Place of its file. */
  file: number;
  /** Milliseconds on the clock of the log. */
  time: number;
  key: string;
}

/** What a column takes of the events of a record, in the order of their times. */
type Take = (events: readonly Event[]) => string;

/** Collapses events; a record stands where its first event does. An event whose time cannot be read is rejected. */
export function eventsGather(setting: EventsSetting): Gather {
  return {
    headerOf: async (files) => {
      const issues = files.flatMap((file) => lackingIn(setting, file));
      if (issues.length > 0) throw new DataError("日志缺少列 · a log lacks headers", issues);
      return headerOf(setting);
    },
    gather: async (files) => {
      const gathered = files.map((): Gathering => ({ entries: [], merged: 0 }));
      const takes = files.map((file) => takesOf(setting, file));
      const sound = files.flatMap((file, place) => readEvents(setting, file, { place, gathered: gathered[place] as Gathering }));
      for (const [key, own] of Map.groupBy(sound, (event) => event.key)) {
        const ordered = own.toSorted((a, b) => a.time - b.time || a.file - b.file || a.entry.line - b.entry.line);
        const [{ file, entry }] = ordered as [Event];
        const events = aligned(ordered, files, file);
        const unfound = events.flatMap((event) => event.entry.unfound ?? []);
        gathered[file]?.entries.push(changed(entry, { fields: [key, ...(takes[file] as Take[]).map((take) => take(events))], unfound }));
        for (const other of ordered.slice(1)) (gathered[other.file] as Gathering).merged += 1;
      }
      return { header: headerOf(setting), files: gathered };
    },
  };
}

/** Headers that a log is asked for and does not have. */
function lackingIn(setting: EventsSetting, { file, header }: ShapedFile): Issue[] {
  const taken = Object.values(setting.columns).flatMap((column) =>
    [column].flatMap(Object.values).filter((name) => typeof name === "string"),
  );
  const asked = conditionsOf(setting).flatMap(([, given]) => given.flatMap((each) => Object.keys(each)));
  const names = new Set([setting.key, setting.time, ...taken, ...asked]);
  return [...names].filter((name) => !header.includes(plainName(name))).map((name) => lackingHeader(file, header, name));
}

const headerOf = ({ key, columns }: EventsSetting) => [key, ...Object.keys(columns)];

/** Events of several files with their cells where the header of one of these has them: all have the same ones where it counts, but not always in the same places. */
function aligned(ordered: readonly Event[], files: readonly ShapedFile[], place: number): readonly Event[] {
  const header = (files[place] as ShapedFile).header;
  return ordered.map((event) => {
    const own = (files[event.file] as ShapedFile).header;
    if (own.every((name, at) => name === header[at])) return event;
    const fields = header.map((name) => event.entry.fields[own.indexOf(name)] ?? null);
    return { ...event, entry: changed(event.entry, { fields }) };
  });
}

/** What becomes of a file, so far. */
interface Gathering extends GatheredFile {
  entries: Entry[];
  merged: number;
}

interface Into {
  place: number;
  gathered: Gathering;
}

/** The events of a file; what is broken, or set aside, goes on as it is. */
function readEvents(setting: EventsSetting, { file, header, entries, sought }: FilledFile, { place, gathered }: Into): Event[] {
  const [keyAt, timeAt] = [placeOfHeader(file, header, setting.key), placeOfHeader(file, header, setting.time)];
  const read = timeReader(setting.form);
  const watches = conditionsOf(setting).map(([path, given]) => watching(given, { setting: path, header, sought }));
  return entries.flatMap((entry) => {
    const [key, text] = [entry.fields[keyAt]?.trim() ?? "", entry.fields[timeAt]?.trim() ?? ""];
    const time = read(text);
    if (entry.fault === null && !entry.aside && key !== "" && time !== null) {
      for (const watch of watches) watch(entry.fields);
      return [{ entry, file: place, time, key }];
    }
    gathered.entries.push(entry.fault || entry.aside ? entry : refused(entry, { key, text }, setting));
    return [];
  });
}

/** The conditions of a log, and where each stands in its export. */
const conditionsOf = ({ columns }: EventsSetting): [path: string[], given: Condition][] =>
  Object.entries(columns).flatMap(([column, taken]) =>
    Object.entries(taken).flatMap(([key, given]): [string[], Condition][] =>
      typeof given === "object" ? [[["events", "columns", column, key], given]] : [],
    ),
  );

function refused(entry: Entry, { key, text }: { key: string; text: string }, { form = "YYYY-MM-DD HH:mm:ss" }: EventsSetting): Entry {
  const reason: Reason = key === "" ? { code: "value" } : { code: "time", forms: [form] };
  return changed(entry, { fields: [], fault: { found: (key && text) || "nothing", reason } });
}

function timeReader(form: string | undefined): (text: string) => number | null {
  // the zone does not matter for their order
  const clock = wallClock("UTC");
  return form === undefined ? firstOf([yearFirstTime(clock), yearFirstDay(clock)]) : dateForm(form, clock);
}

const takesOf = ({ key, time, columns }: EventsSetting, { file, header }: ShapedFile): Take[] => {
  const placeOf = (name: string) => placeOfHeader(file, header, name);
  placeOf(key);
  const timeAt = placeOf(time);
  return Object.values(columns).map((column) => takeOf(column, timeAt, placeOf));
};

function takeOf(column: ColumnSetting, timeAt: number, placeOf: (name: string) => number): Take {
  if ("while" in column) {
    const holds = holding(column.while, { placeOf });
    return (events) => String(Math.round(minutesWhile(events, ({ entry }) => holds(entry.fields))));
  }
  if ("since" in column) {
    const holds = holding(column.since, { placeOf });
    return (events) => sinceWhen(events, ({ entry }) => holds(entry.fields))?.entry.fields[timeAt]?.trim() ?? "";
  }
  const at = placeOf("first" in column ? column.first : column.last);
  const isWanted = column.where ? holding(column.where, { placeOf }) : () => true;
  const cells = (events: readonly Event[]) =>
    events.filter(({ entry }) => isWanted(entry.fields)).flatMap(({ entry }) => entry.fields[at]?.trim() || []);
  return (events) => cells(events).at("first" in column ? 0 : -1) ?? "";
}

const MINUTE_MS = 60_000;

/** Minutes from each event that holds to the next of the record, of whatever kind. */
const minutesWhile = (events: readonly Event[], holds: (event: Event) => boolean): number =>
  events.slice(1).reduce((sum, { time }, place) => {
    const before = events[place] as Event;
    return holds(before) ? sum + (time - before.time) / MINUTE_MS : sum;
  }, 0);

/** The first event of those at the end of a record that hold without another among them; undefined where the last does not. */
const sinceWhen = (events: readonly Event[], holds: (event: Event) => boolean): Event | undefined =>
  events[events.findLastIndex((event) => !holds(event)) + 1];
