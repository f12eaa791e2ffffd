import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Table } from "../../src/core/contract.ts";
import type { Progress } from "../progress.ts";
import { findFiles, findReferences } from "../read/files.ts";
import { loadSources, type Source } from "../read/sources.ts";
import { loadTables } from "../registry.ts";
import { type Failure, failureOf, tooManyRejects } from "./policy.ts";
import { inOrderOfReferences, ReferenceBook } from "./references.ts";
import { RejectFile } from "./rejects.ts";
import { type StagedTable, stageTable } from "./stage-table.ts";
import { checkStructure, type Feed } from "./structure.ts";

export type { StagedTable } from "./stage-table.ts";

export interface StageOptions {
  dataDir: string;
  /** Month in which the fiscal year starts, 1 to 12. */
  fiscalStart: number;
  progress: Progress;
  /** The contracts; by default those of `src/tables/`. */
  tables?: readonly Table[];
}

export interface Staging {
  /** In the order of their references. */
  tables: Map<string, StagedTable>;
  /** Contracts for which there is no export. */
  missing: string[];
}

/**
 * Reads every export and every reference table of a data folder. Rejects are written to `.tandem/rejects/` in it.
 * Throws a DataError when a file cannot be read, a required column is missing, or more records of a table are rejected than its policy allows.
 */
export async function stageAll({ dataDir, fiscalStart, progress, tables }: StageOptions): Promise<Staging> {
  const contracts = inOrderOfReferences(tables ?? (await loadTables()));
  const feeds = await findFeeds(dataDir, contracts);
  await checkStructure(dataDir, feeds);
  const rejectsDir = join(dataDir, ".tandem", "rejects");
  rmSync(rejectsDir, { recursive: true, force: true });
  const staged = new Map<string, StagedTable>();
  const references = new ReferenceBook();
  const failed: Failure[] = [];
  for (const feed of feeds) {
    const { id } = feed.table;
    const rejects = new RejectFile(join(rejectsDir, `${id}.csv`));
    const result = await stageTable(feed, { dataDir, fiscalStart, references, rejects, progress });
    staged.set(id, result);
    const failure = failureOf(result, feed.source.max_rejected, rejects);
    if (failure) failed.push(failure);
    else references.add(id, result.data);
  }
  if (failed.length > 0) throw tooManyRejects(failed);
  return { tables: staged, missing: contracts.filter(({ id }) => !staged.has(id)).map(({ id }) => id) };
}

/** The tables that have files, in the given order. */
async function findFeeds(dataDir: string, contracts: readonly Table[]): Promise<Feed[]> {
  const { exports, defaults } = await loadSources(dataDir, contracts);
  const references = await findReferences(dataDir, contracts);
  const feeds: Feed[] = [];
  for (const table of contracts) {
    const reference = references.get(table.id);
    const source = reference === undefined ? exports.get(table.id) : referenceSource(reference, defaults.missing);
    if (source) feeds.push({ table, source, files: await findFiles(dataDir, source, table.id) });
  }
  return feeds;
}

/** Reference tables are hand-kept, so that not one record may fail. */
const referenceSource = (file: string, missing: string[]): Source => ({
  files: [file],
  system: { zh: "参照", en: "reference" },
  rhythm: "quarterly",
  encoding: "utf-8",
  delimiter: ",",
  columns: {},
  ignore: [],
  values: {},
  dates: {},
  missing,
  max_rejected: 0,
});
