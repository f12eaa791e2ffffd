import { join } from "node:path";
import type { Table as ArrowTable } from "@uwdata/flechette";
import type { Table } from "../../src/core/contract.ts";
import type { Text } from "../../src/core/text.ts";
import type { Progress, Task } from "../progress.ts";
import type { Reading } from "../read/entry.ts";
import { type Format, fingerprint, formatOf, openFile } from "../read/files.ts";
import type { Rhythm } from "../read/sources.ts";
import { matchHeader } from "./header.ts";
import { valueReader } from "./read-value.ts";
import { type FieldReader, RecordStager } from "./record-stager.ts";
import type { KeyValues, ReferenceBook } from "./references.ts";
import { type Reason, Reasons, type RejectFile } from "./rejects.ts";
import { Span } from "./span.ts";
import type { Feed } from "./structure.ts";

interface Counts {
  read: number;
  accepted: number;
  rejected: number;
  /** The most frequent first. */
  reasons: Reason[];
  /** Earliest and latest ISO day of the column that says when (of a quarter, its last day) among the accepted records. */
  from: string | null;
  to: string | null;
}

/** What became of the records of one file. */
export interface FileReport extends Counts {
  table: string;
  /** Relative to the data folder. */
  file: string;
  system: Text;
  rhythm: Rhythm;
  format: Format;
  /** Null for Parquet. */
  encoding: string | null;
  bytes: number;
  sha256: string;
  seconds: number;
}

/** A table that is typed and checked. */
export interface StagedTable {
  table: Table;
  /** A column per column of the contract, in its order. */
  data: ArrowTable;
  rows: number;
  files: FileReport[];
}

/** A staged table as the tables after it need it. */
interface StagedWithKey extends StagedTable {
  key: KeyValues | null;
}

interface Options {
  dataDir: string;
  fiscalStart: number;
  references: ReferenceBook;
  rejects: RejectFile;
  progress: Progress;
}

type FileOptions = Options & { task: Task };

/** Reads all files of a table, and accepts or rejects every record. */
export async function stageTable(feed: Feed, options: Options): Promise<StagedWithKey> {
  const stager = new RecordStager(feed.table);
  const files: FileReport[] = [];
  for (const file of feed.files) {
    files.push(await options.progress.task(`${feed.table.id} ${file}`, (task) => stageFile(file, feed, stager, { ...options, task })));
  }
  options.rejects.flush();
  const data = stager.finish();
  const accepted = files.reduce((sum, report) => sum + report.accepted, 0);
  if (data.numRows !== accepted) throw new Error(`${feed.table.id}: ${accepted} records accepted, but ${data.numRows} staged`);
  return { table: feed.table, data, rows: accepted, files, key: stager.key };
}

async function stageFile(file: string, feed: Feed, stager: RecordStager, options: FileOptions): Promise<FileReport> {
  const { table, source } = feed;
  const started = performance.now();
  const path = join(options.dataDir, file);
  const format = formatOf(file);
  const reading = await openFile(path, source);
  if (!reading) throw new Error(`${file} has lost its header`);
  return {
    table: table.id,
    file,
    system: source.system,
    rhythm: source.rhythm,
    format,
    encoding: format === "csv" ? source.encoding : null,
    ...(await fingerprint(path)),
    ...(await stageEntries(file, reading, feed, stager, options)),
    seconds: (performance.now() - started) / 1000,
  };
}

async function stageEntries(file: string, reading: Reading, feed: Feed, stager: RecordStager, options: FileOptions): Promise<Counts> {
  const readers = fieldReaders(file, reading, feed, options.references);
  const span = new Span(feed.table, options.fiscalStart);
  const reasons = new Reasons();
  const counts = { read: 0, accepted: 0, rejected: 0 };
  for await (const entries of reading.batches) {
    counts.read += entries.length;
    for (const entry of entries) {
      const refused = stager.stage(entry, readers);
      if (refused === null) {
        counts.accepted += 1;
        span.add(stager.row);
      } else {
        counts.rejected += 1;
        reasons.add(refused);
        options.rejects.add({ file, line: entry.line, ...refused, text: entry.text() });
      }
    }
    options.task.update(reading.share(), counts.read);
  }
  const { read, accepted, rejected } = counts;
  if (accepted + rejected !== read) throw new Error(`${file}: ${accepted} accepted + ${rejected} rejected is not ${read} read`);
  return { ...counts, reasons: reasons.list(), from: span.from, to: span.to };
}

function fieldReaders(file: string, { header, moments }: Reading, { table, source }: Feed, references: ReferenceBook): FieldReader[] {
  const { places } = matchHeader(table, source, file, header);
  return Object.entries(table.columns).map(([name, column]) => {
    const place = places.get(name);
    if (place === undefined) return null;
    const isMoment = moments.has(header[place] ?? "");
    return { place, read: valueReader(column, { source, name, isMoment, referenced: references.lookUp(column) }) };
  });
}
