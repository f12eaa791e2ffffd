import { forEachOutcome, type Outcomes } from "../../src/core/outcomes.ts";
import { type CompanyClock, wallClock } from "../read/company-clock.ts";
import type { Entry, Reading } from "../read/entry.ts";
import { changedFile, checkUnchanged, openFile } from "../read/files.ts";
import { stateOf } from "../read/fingerprint.ts";
import type { Layout } from "../read/layout.ts";
import type { Shape } from "../sources/shape.ts";
import type { Task } from "../tools/progress.ts";
import { type Feed, type FeedLayout, withFile } from "./feed.ts";
import { NOTATION, type Notation } from "./numbers.ts";
import { valueReader } from "./read-value.ts";
import type { FieldReader, RecordStager } from "./record-stager.ts";
import type { ReferenceBook } from "./references.ts";
import { type CountedReason, Reasons, type RejectFile } from "./rejects.ts";

/** What came of reading one file, before the files after it are read, whose records may replace some of those accepted here. */
export interface FileResult {
  file: string;
  bytes: number;
  sha256: string;
  read: number;
  outcomes: Outcomes;
  /** Why records were rejected, the most frequent first. */
  reasons: CountedReason[];
  seconds: number;
}

export interface FileContext {
  dataDir: string;
  clock: CompanyClock;
  feed: Feed;
  stager: RecordStager;
  references: ReferenceBook;
  rejects: RejectFile;
  /** What `sources.yaml` makes of the files before the contract reads them. */
  shape: Shape;
}

/** Stages the records of the file at a place of a feed. */
export async function stageFile(place: number, context: FileContext, task: Task): Promise<FileResult> {
  const started = performance.now();
  const { file, layout } = fileAt(context.feed, place);
  return withFile(context.dataDir, file, async (path) => {
    const state = await stateOf(path);
    const reading = await openFile(path, layout);
    checkHeader(file, layout, reading);
    const counted = await stageEntries(place, reading, context, task);
    const fingerprint = reading.fingerprint();
    await checkUnchanged(path, file, { state, fingerprint });
    return { file, ...fingerprint, ...counted, seconds: (performance.now() - started) / 1000 };
  });
}

/** Throws when a file has another header than it had when it was looked at. */
function checkHeader(file: string, { header }: Layout, reading: Reading): void {
  const expected = header.names.join(", ");
  const found = reading.header.slice(0, header.names.length).join(", ");
  if (found !== expected || reading.header.length !== header.width)
    throw changedFile(file, [
      { file, line: header.line || undefined, found: found || "nothing", expected: `the header that was there: ${expected}` },
    ]);
}

/** The file at a place of a feed, and how it is written. */
const fileAt = ({ files, layouts }: Feed, place: number): FeedLayout & { file: string } => ({
  file: files[place] as string,
  ...(layouts[place] as FeedLayout),
});

async function stageEntries(place: number, reading: Reading, context: FileContext, task: Task) {
  const { feed, stager, rejects, shape } = context;
  const { take, header } = shape(fileAt(feed, place).file, reading.header);
  const readers = fieldReaders(place, { ...reading, header }, context);
  const counted = { read: 0, outcomes: forEachOutcome(() => 0) };
  const reasons = new Reasons();
  const stage = (entry: Entry) => {
    counted.read += 1;
    const result = stager.stage(entry, place, readers);
    const isRefused = typeof result !== "string";
    counted.outcomes[isRefused ? "rejected" : result] += 1;
    if (!isRefused) return;
    reasons.add(result);
    rejects.add({ file: fileAt(feed, place).file, line: entry.line, ...result, text: entry.text() });
  };
  for await (const entries of reading.batches) {
    for (const entry of entries) for (const taken of take(entry)) stage(taken);
    task.update(reading.share(), counted.read);
  }
  return { ...counted, reasons: reasons.list() };
}

function fieldReaders(place: number, { header, moments, fractions }: Reading, { feed, references, clock }: FileContext): FieldReader[] {
  const { table, source } = feed;
  const { places, layout } = fileAt(feed, place);
  const notation: Notation = { ...NOTATION, decimal: layout.format === "csv" ? source.decimal : "." };
  const shared = { source, notation, wallClock: wallClock(clock.timeZone) };
  return Object.entries(table.columns).map(([name, column]) => {
    const at = places.get(name);
    if (at === undefined) return null;
    const [isMoment, wholeUpTo] = [moments.has(header[at] ?? ""), fractions.get(header[at] ?? "") ?? null];
    return { place: at, read: valueReader(column, { ...shared, name, isMoment, wholeUpTo, referenced: references.lookUp(column) }) };
  });
}
