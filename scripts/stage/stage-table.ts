import { type Table as ArrowTable, tableFromIPC, tableToIPC } from "@uwdata/flechette";
import type { Table } from "../../src/core/contract.ts";
import type { Issue } from "../../src/core/errors.ts";
import type { CompanyClock } from "../read/company-clock.ts";
import { repeatsOf } from "../sources/repeats.ts";
import type { Progress } from "../tools/progress.ts";
import { exchangeOf } from "./exchange.ts";
import { FaultTally, issueOf } from "./fault-tally.ts";
import type { Copy, Feed } from "./feed.ts";
import { type FileReport, reportOn } from "./file-report.ts";
import { openFeed } from "./open-feed.ts";
import { orderColumn, withOrder } from "./order-column.ts";
import { settleOverlaps } from "./overlaps.ts";
import { RecordKeys } from "./record-keys.ts";
import { RecordStager } from "./record-stager.ts";
import type { KeyValues, ReferenceBook } from "./references.ts";
import type { RejectFile } from "./rejects.ts";
import { remedyFor } from "./remedies.ts";
import { type Replacing, replacingIn } from "./replacing.ts";
import { spansOf } from "./span.ts";
import { type FileResult, stageFile } from "./stage-file.ts";
import { StagedRows } from "./staged-rows.ts";

/** A table that is typed and checked. */
export interface StagedTable {
  table: Table;
  /** A column per column of the contract, in its order, as an Arrow stream: how it travels between threads and into the engine. */
  bytes: Uint8Array<ArrayBuffer>;
  /** A view of the bytes. */
  data: ArrowTable;
  rows: number;
  /** Line of each row in its file; the rows of each file follow those of the file before. */
  lines: Int32Array<ArrayBuffer>;
  /** The newest last. */
  files: FileReport[];
  /** Files that were not read, since one of the others is the same. */
  copies: readonly Copy[];
  /** Which files replaced records of others by their names alone. */
  replacing: Replacing[];
  /** What is wrong with rejected records, the most frequent first, and what to do about it. */
  faults: Issue[];
}

/** A staged table as the tables after it need it, and what its policy has to judge. */
interface StagedFeed {
  staged: StagedTable;
  /** What `staged` holds, beside its bytes, which may be handed to another thread. */
  content: ArrowTable;
  /** Null when a key is not a single column. */
  key: KeyValues | null;
  /** Files that overlap without a word on what counts. */
  overlaps: Issue[];
}

interface Options {
  dataDir: string;
  clock: CompanyClock;
  references: ReferenceBook;
  rejects: RejectFile;
  progress: Progress;
}

/** Reads all files of a table, the newest last, and settles what becomes of every record. */
export async function stageTable(feed: Feed, options: Options): Promise<StagedFeed> {
  const { table, sources, parts, copies } = feed;
  const { keep, overlap } = repeatsOf(sources);
  const orders = sources.map((source) => orderColumn(table, source, options.clock));
  const ordered = withOrder(table, keep);
  const rows = new StagedRows(ordered);
  const keys = new RecordKeys(ordered, keep, rows);
  const stager = new RecordStager(ordered, rows, keys, exchangeOf(table, options.references.rowsOf("rates"), options.clock));
  const openAt = await openFeed(feed, options.dataDir);
  const faults = new FaultTally();
  const results: FileResult[] = [];
  for (const [place, { name }] of parts.entries()) {
    rows.startFile(name);
    const stage = stageFile.bind(null, place, { ...options, feed, stager, orders, faults, openAt });
    results.push(await options.progress.task(`${table.id} ${name}`, stage));
  }
  options.rejects.flush();
  const names = parts.map(({ name }) => name);
  const overlaps = settleOverlaps(table, names, rows, overlap);
  const { fiscalStart } = options.clock;
  const spans = spansOf(table, rows, { files: parts.length, fiscalStart });
  const context = { feed, rows, drops: stager.drops, outlived: stager.outlived, spans };
  const reports = results.map((result, place) => reportOn(place, result, context));
  const content = rows.finish().select(Object.keys(table.columns));
  const accepted = reports.reduce((sum, report) => sum + report.accepted, 0);
  if (content.numRows !== accepted) throw new Error(`${table.id}: ${accepted} records accepted, but ${content.numRows} staged`);
  const arrow = ofBytes(tableToIPC(content, { format: "stream" }) as Uint8Array<ArrayBuffer>);
  const replacing = replacingIn(feed, rows, fiscalStart);
  const said = { table, rows: accepted, references: options.references, latestBy: keys.telling() };
  const issues = faults.list().map((fault) => issueOf(fault, remedyFor(fault, said)));
  const staged = { table, ...arrow, rows: accepted, lines: rows.lines(), files: reports, copies, replacing, faults: issues };
  return { staged, content, key: keyOf(table, keys), overlaps };
}

/** An Arrow stream and a view of it. */
export const ofBytes = (bytes: StagedTable["bytes"]): Pick<StagedTable, "bytes" | "data"> => ({ bytes, data: tableFromIPC(bytes) });

function keyOf({ key: [column, ...others] }: Table, keys: RecordKeys): KeyValues | null {
  return column === undefined || others.length > 0 ? null : { column, values: keys.values };
}
