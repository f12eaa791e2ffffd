import type { Table as ArrowTable } from "@uwdata/flechette";
import type { Table } from "../../src/core/contract.ts";
import type { Issue } from "../../src/core/errors.ts";
import type { CompanyClock } from "../read/company-clock.ts";
import type { Progress } from "../tools/progress.ts";
import { type FileReport, reportOn } from "./file-report.ts";
import { settleOverlaps } from "./overlaps.ts";
import { RecordKeys } from "./record-keys.ts";
import { RecordStager } from "./record-stager.ts";
import type { KeyValues, ReferenceBook } from "./references.ts";
import type { RejectFile } from "./rejects.ts";
import { type Replacing, replacingIn } from "./replacing.ts";
import { spansOf } from "./span.ts";
import { type FileResult, stageFile } from "./stage-file.ts";
import { StagedRows } from "./staged-rows.ts";
import type { Feed } from "./structure.ts";

/** A table that is typed and checked. */
export interface StagedTable {
  table: Table;
  /** A column per column of the contract, in its order. */
  data: ArrowTable;
  rows: number;
  /** Line of each row in its file; the rows of each file follow those of the file before. */
  lines: Int32Array;
  /** The newest last. */
  files: FileReport[];
  /** Which files replaced records of which others by their names alone. */
  replacing: Replacing[];
}

/** A staged table as the tables after it need it, and what its policy has to judge. */
interface StagedFeed {
  staged: StagedTable;
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
  const { table, source, files } = feed;
  const rows = new StagedRows(table);
  const keys = new RecordKeys(table, source.keep, rows);
  const stager = new RecordStager(table, rows, keys);
  const results: FileResult[] = [];
  for (const [place, file] of files.entries()) {
    rows.startFile(file);
    const stage = stageFile.bind(null, place, { ...options, feed, stager });
    results.push(await options.progress.task(`${table.id} ${file}`, stage));
  }
  options.rejects.flush();
  const overlaps = settleOverlaps(table, files, rows, source.overlap);
  const { fiscalStart } = options.clock;
  const spans = spansOf(table, rows, { files: files.length, fiscalStart });
  const context = { feed, rows, drops: stager.drops, outlived: stager.outlived, spans };
  const reports = results.map((result, place) => reportOn(place, result, context));
  const staged = { table, ...dataOf(table, rows, reports), files: reports, replacing: replacingIn(feed, rows, fiscalStart) };
  return { staged, key: keyOf(table, keys), overlaps };
}

function dataOf({ id }: Table, rows: StagedRows, reports: readonly FileReport[]): Pick<StagedTable, "data" | "rows" | "lines"> {
  const data = rows.finish();
  const accepted = reports.reduce((sum, report) => sum + report.accepted, 0);
  if (data.numRows !== accepted) throw new Error(`${id}: ${accepted} records accepted, but ${data.numRows} staged`);
  return { data, rows: accepted, lines: rows.lines() };
}

function keyOf({ key: [column, ...others] }: Table, keys: RecordKeys): KeyValues | null {
  return column === undefined || others.length > 0 ? null : { column, values: keys.values };
}
