import { forEachOutcome, type Outcomes } from "../../src/core/outcomes.ts";
import { type CompanyClock, wallClock } from "../read/company-clock.ts";
import type { Entry, Reading } from "../read/entry.ts";
import { checkUnchanged } from "../read/files.ts";
import type { Task } from "../tools/progress.ts";
import { CURRENCIES } from "./currencies.ts";
import type { FaultTally } from "./fault-tally.ts";
import { type Feed, fileAt, withFile } from "./feed.ts";
import type { Notation } from "./numbers.ts";
import type { OpenAt, ShapedReading } from "./open-feed.ts";
import type { OrderColumn } from "./order-column.ts";
import { valueReader } from "./read-value.ts";
import type { FieldReader, RecordStager } from "./record-stager.ts";
import type { ReferenceBook } from "./references.ts";
import { type CountedReason, Reasons, type RejectFile } from "./rejects.ts";
import { cellOf } from "./sheet-place.ts";
import { type CountedUnfound, UnfoundCounts } from "./unfound.ts";

/** What came of reading one file, before the files after it are read, whose records may replace some of those accepted here. */
export interface FileResult {
  file: string;
  bytes: number;
  sha256: string;
  read: number;
  outcomes: Outcomes;
  /** Why records were rejected, the most frequent first. */
  reasons: CountedReason[];
  unfound: CountedUnfound[];
  seconds: number;
}

export interface FileContext {
  dataDir: string;
  clock: CompanyClock;
  feed: Feed;
  stager: RecordStager;
  order: OrderColumn | null;
  references: ReferenceBook;
  rejects: RejectFile;
  faults: FaultTally;
  openAt: OpenAt;
}

/** Stages the records of the file at a place of a feed. */
export async function stageFile(place: number, context: FileContext, task: Task): Promise<FileResult> {
  const started = performance.now();
  const { file } = fileAt(context.feed, place);
  return withFile(context.dataDir, file, async (path) => {
    const { reading, state } = await context.openAt(place);
    const counted = await stageEntries(place, reading, context, task);
    const fingerprint = reading.fingerprint();
    await checkUnchanged(path, file, { state, fingerprint });
    return { file, ...fingerprint, ...counted, seconds: (performance.now() - started) / 1000 };
  });
}

async function stageEntries(place: number, reading: ShapedReading, context: FileContext, task: Task) {
  const { feed, stager, rejects, faults } = context;
  const { file, sheet } = fileAt(feed, place);
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
    rejects.add({ ...at(result.column), ...result, text: entry.text() });
  };
  for await (const entries of reading.batches) {
    counted.read += entries.length;
    entries.forEach(stage);
    task.update(reading.share(), counted.read);
  }
  return { ...counted, reasons: reasons.list(), unfound: unfound.list() };
}

function fieldReaders(
  place: number,
  { header, moments, fractions }: Reading,
  { feed, references, clock, order }: FileContext,
): FieldReader[] {
  const { table, source } = feed;
  const { places, layout } = fileAt(feed, place);
  // beside an amount whose record says its currency, any sign may stand
  const currencies = table.money && places.has(table.money.currency) ? [clock.currency, ...Object.keys(CURRENCIES)] : [clock.currency];
  const notation: Notation = { decimal: layout.format === "csv" ? source.decimal : ".", currencies };
  const shared = {
    source,
    notation,
    isTyped: layout.format === "xlsx",
    wallClock: wallClock(clock.timeZone),
    fiscalStart: clock.fiscalStart,
    surveyScale: clock.surveyScale,
  };
  const readers = Object.entries(table.columns).map(([name, column]) => {
    const at = places.get(name);
    if (at === undefined) return null;
    const [isMoment, wholeUpTo] = [moments.has(header[at] ?? ""), fractions.get(header[at] ?? "") ?? null];
    return {
      place: at,
      header: header[at] as string,
      read: valueReader(column, { ...shared, name, isMoment, wholeUpTo, referenced: references.lookUp(column) }),
    };
  });
  return order === null ? readers : [...readers, { place: places.get(order.header) as number, ...order }];
}
