import { z } from "zod";
import { wallClock } from "../read/company-clock.ts";
import { dateForm, firstOf, isDateForm, yearFirstDay, yearFirstTime } from "../read/date-forms.ts";
import type { Entry } from "../read/entry.ts";
import { condition, holding } from "./condition.ts";
import type { Gather, GatheredFile, ShapedFile } from "./gather.ts";
import { findHeader } from "./step.ts";

const columnSetting = z.union([
  z.strictObject({ first: z.string(), where: condition.optional() }),
  z.strictObject({ last: z.string(), where: condition.optional() }),
  z.strictObject({ while: condition }),
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
   * Column → what it takes: a header's `first` or `last` cell that is not blank, of the events `where` a condition holds; or the times
   * `while` the latest event fulfils one.
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
      for (const file of files) takesOf(setting, file);
      return [setting.key, ...Object.keys(setting.columns)];
    },
    gather: async (files) => {
      const gathered = files.map(() => ({ entries: [] as Entry[], merged: 0 }));
      const sound = files.flatMap((file, place) => readEvents(setting, file, { place, gathered: gathered[place] as (typeof gathered)[0] }));
      for (const [key, own] of Map.groupBy(sound, (event) => event.key)) {
        const ordered = own.toSorted((a, b) => a.time - b.time || a.file - b.file || a.entry.line - b.entry.line);
        const [first] = ordered as [Event];
        // all files of a log have the same headers where it counts, but not always in the same places
        const fields = [key, ...takesOf(setting, files[first.file] as ShapedFile).map((take) => take(aligned(ordered, files, first.file)))];
        gathered[first.file]?.entries.push({ line: first.entry.line, fault: null, fields, text: () => first.entry.text() });
        for (const { file } of ordered.slice(1)) (gathered[file] as GatheredFile & { merged: number }).merged += 1;
      }
      return gathered;
    },
  };
}

/** Events of several files with their cells where the header of one of these has them. */
function aligned(ordered: readonly Event[], files: readonly ShapedFile[], place: number): readonly Event[] {
  const header = (files[place] as ShapedFile).header;
  return ordered.map((event) => {
    const own = (files[event.file] as ShapedFile).header;
    if (own.every((name, at) => name === header[at])) return event;
    const fields = header.map((name) => event.entry.fields[own.indexOf(name)] ?? null);
    return { ...event, entry: { ...event.entry, text: () => event.entry.text(), fields } };
  });
}

interface Into {
  place: number;
  gathered: { entries: Entry[]; merged: number };
}

/** The events of a file; what is broken, or set aside, goes on as it is. */
function readEvents(
  setting: EventsSetting,
  { file, header, entries }: ShapedFile & { entries: readonly Entry[] },
  { place, gathered }: Into,
): Event[] {
  const [keyAt, timeAt] = [findHeader(file, header, setting.key), findHeader(file, header, setting.time)];
  const read = timeReader(setting.form);
  return entries.flatMap((entry) => {
    const [key, text] = [entry.fields[keyAt]?.trim() ?? "", entry.fields[timeAt]?.trim() ?? ""];
    const time = read(text);
    if (entry.fault === null && !entry.aside && key !== "" && time !== null) return [{ entry, file: place, time, key }];
    gathered.entries.push(entry.fault || entry.aside ? entry : refused(entry, key === "" ? "nothing" : text, setting));
    return [];
  });
}

function refused(entry: Entry, found: string, { form }: EventsSetting): Entry {
  const fault = { found: found || "nothing", reason: { code: "time" as const, forms: [form ?? "YYYY-MM-DD HH:mm:ss"] } };
  return { line: entry.line, fields: [], fault, text: () => entry.text() };
}

function timeReader(form: string | undefined): (text: string) => number | null {
  // the zone does not matter for their order
  const clock = wallClock("UTC");
  return form === undefined ? firstOf([yearFirstTime(clock), yearFirstDay(clock)]) : dateForm(form, clock);
}

const takesOf = ({ key, time, columns }: EventsSetting, { file, header }: ShapedFile): Take[] => {
  const placeOf = (name: string) => findHeader(file, header, name);
  placeOf(key);
  const timeAt = placeOf(time);
  return Object.values(columns).map((column) => takeOf(column, timeAt, placeOf));
};

function takeOf(column: ColumnSetting, timeAt: number, placeOf: (name: string) => number): Take {
  if ("while" in column) {
    const holds = holding(column.while, { placeOf });
    return (events) => intervals(events, timeAt, ({ entry }) => holds(entry.fields));
  }
  const at = placeOf("first" in column ? column.first : column.last);
  const isWanted = column.where ? holding(column.where, { placeOf }) : () => true;
  const cells = (events: readonly Event[]) =>
    events.filter(({ entry }) => isWanted(entry.fields)).flatMap(({ entry }) => entry.fields[at]?.trim() || []);
  return (events) => cells(events).at("first" in column ? 0 : -1) ?? "";
}

/** `2026-03-05 09:00/2026-03-05 11:30;…`: from each event that holds to the next that does not; one that has not ended has no end. */
function intervals(events: readonly Event[], timeAt: number, holds: (event: Event) => boolean): string {
  const parts: string[] = [];
  let since: string | null = null;
  for (const event of events) {
    const at = event.entry.fields[timeAt]?.trim() ?? "";
    if (holds(event)) since ??= at;
    else if (since !== null) {
      parts.push(`${since}/${at}`);
      since = null;
    }
  }
  return [...parts, ...(since === null ? [] : [`${since}/`])].join(";");
}
