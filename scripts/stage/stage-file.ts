import { forEachOutcome, type Outcomes } from "../../src/core/outcomes.ts";
import { type CompanyClock, wallClock } from "../read/company-clock.ts";
import type { Entry } from "../read/entry.ts";
import { checkUnchanged } from "../read/files.ts";
import type { Source } from "../sources/sources.ts";
import type { SoughtWords, WordCounts } from "../sources/word-counts.ts";
import type { Task } from "../tools/progress.ts";
import { CURRENCIES } from "./currencies.ts";
import type { FaultTally } from "./fault-tally.ts";
import { type Feed, partAt, sourceAt, withFile } from "./feed.ts";
import type { Notation } from "./numbers.ts";
import type { OpenAt, ShapedReading } from "./open-feed.ts";
import type { OrderColumn } from "./order-column.ts";
import { type ReadValue, valueReader } from "./read-value.ts";
import type { FieldReader, RecordStager } from "./record-stager.ts";
import type { ReferenceBook } from "./references.ts";
import { type CountedReason, Reasons, type RejectFile } from "./rejects.ts";
import { cellOf } from "./sheet-place.ts";
import { type CountedUnfound, UnfoundCounts } from "./unfound.ts";

/** What came of reading one file, before the files after it are read, whose records may replace some of those accepted here. */
export interface FileResult {
  /** The file, with the sheet where the table takes several of it. */
  file: string;
  bytes: number;
  sha256: string;
  read: number;
  outcomes: Outcomes;
  /** Why records were rejected, the most frequent first. */
  reasons: CountedReason[];
  unfound: CountedUnfound[];
  /** What stands where settings look for words. */
  sought: SoughtWords[];
  seconds: number;
}

export interface FileContext {
  dataDir: string;
  clock: CompanyClock;
  feed: Feed;
  stager: RecordStager;
  /** Of each source. */
  orders: readonly (OrderColumn | null)[];
  references: ReferenceBook;
  rejects: RejectFile;
  faults: FaultTally;
  openAt: OpenAt;
}

/** Stages the records of the part at a place of a feed. */
export async function stageFile(place: number, context: FileContext, task: Task): Promise<FileResult> {
  const started = performance.now();
  const { file, name } = partAt(context.feed, place);
  return withFile(context.dataDir, file, async (path) => {
    const { reading, state } = await context.openAt(place);
    const counted = await stageEntries(place, reading, context, task);
    const fingerprint = reading.fingerprint();
    await checkUnchanged(path, file, { state, fingerprint });
    return { file: name, ...fingerprint, ...counted, seconds: (performance.now() - started) / 1000 };
  });
}

async function stageEntries(place: number, reading: ShapedReading, context: FileContext, task: Task) {
  const { feed, stager, rejects, faults } = context;
  const { file, name, sheet } = partAt(feed, place);
  const readers = fieldReaders(place, reading, context);
  const counted = { read: reading.merged, outcomes: { ...forEachOutcome(() => 0), merged: reading.merged } };
  const [reasons, unfound] = [new Reasons(), new UnfoundCounts()];
  const stage = (entry: Entry) => {
    const result = stager.stage(entry, place, readers);
    unfound.add(entry);
    const isRefused = typeof result !== "string";
    counted.outcomes[isRefused ? "rejected" : result] += 1;
    if (!isRefused) return;
    reasons.add(result);
    const at = (column: string | null) => ({ file, line: entry.line, cell: cellOf(sheet, { line: entry.line, column }) });
    for (const fault of [result, ...(result.also ?? [])]) faults.add(fault, at(fault.column));
    rejects.add({ ...at(result.column), file: name, ...result, text: entry.text() });
  };
  for await (const entries of reading.batches) {
    counted.read += entries.length;
    entries.forEach(stage);
    task.update(reading.share(), counted.read);
  }
  return { ...counted, reasons: reasons.list(), unfound: unfound.list(), sought: reading.sought.list() };
}

function fieldReaders(
  place: number,
  { header, moments, fractions, sought }: ShapedReading,
  { feed, references, clock, orders }: FileContext,
): FieldReader[] {
  const { table } = feed;
  const { places, layout, source: at } = partAt(feed, place);
  const [source, order] = [sourceAt(feed, place), orders[at] ?? null];
  // beside an amount whose record says its currency, any sign may stand
  const currencies = table.money && places.has(table.money.currency) ? [clock.currency, ...Object.keys(CURRENCIES)] : [clock.currency];
  const notation: Notation = { decimal: layout.format === "csv" ? source.decimal : ".", currencies };
  const shared = {
    source,
    notation,
    isTyped: layout.format === "xlsx",
    isByHand: table.isReference,
    wallClock: wallClock(clock.timeZone),
    fiscalStart: clock.fiscalStart,
    surveyScale: clock.surveyScale,
  };
  const readers = Object.entries(table.columns).map(([name, column]) => {
    const found = places.get(name);
    if (found === undefined) return null;
    const [isMoment, wholeUpTo] = [moments.has(header[found] ?? ""), fractions.get(header[found] ?? "") ?? null];
    const read = valueReader(column, { ...shared, name, isMoment, wholeUpTo, referenced: references.lookUp(column) });
    return { place: found, header: header[found] as string, read: counting(read, name, { source, sought }) };
  });
  return order === null ? readers : [...readers, { place: places.get(order.header) as number, ...order }];
}

/** A reader that counts the texts of a column whose `values` are named. */
function counting(read: ReadValue, name: string, { source, sought }: { source: Pick<Source, "values">; sought: WordCounts }): ReadValue {
  const words = Object.keys(source.values[name] ?? {}).map((word) => word.trim());
  if (words.length === 0) return read;
  const count = sought.counter(["values", name], words);
  return (text) => {
    count(text);
    return read(text);
  };
}
