import { rmSync } from "node:fs";
import type { Table } from "../../src/core/contract.ts";
import type { CompanyClock } from "../read/company-clock.ts";
import type { Progress } from "../tools/progress.ts";
import { loadTables } from "../tools/registry.ts";
import type { Feed } from "./feed.ts";
import { findFeeds } from "./find-feeds.ts";
import { independentGroups } from "./independent-groups.ts";
import { failing } from "./policy.ts";
import { inOrderOfReferences, ReferenceBook } from "./references.ts";
import { type FeedResult, rejectsDir, stageFeeds } from "./stage-feeds.ts";
import type { StagedTable } from "./stage-table.ts";
import { stageInThreads, threadsFor } from "./threads.ts";

export type { StagedTable } from "./stage-table.ts";

export interface StageOptions {
  dataDir: string;
  clock: CompanyClock;
  progress: Progress;
  /** The contracts; by default those of `src/tables/`. Given ones are staged in this thread. */
  tables?: readonly Table[];
  /** How many threads stage at once, 1 for this one; by default as many as there are cores, when the exports are large. */
  threads?: number;
  /** Gets every table as soon as it is staged, whether or not it is within its policy. */
  onTable?: (staged: StagedTable) => Promise<void>;
}

export interface Staging {
  /** In the order of their references. */
  tables: Map<string, StagedTable>;
  /** Contracts for which there is no export. */
  missing: string[];
}

/**
 * Reads every export and every reference table of a data folder. Rejects are written to `.tandem/rejects/` in it.
 * Throws a DataError when a file cannot be read, a required column is missing, files of a table are the same or overlap undecidedly,
 * or more records of a table are rejected than its policy allows.
 */
export async function stageAll(options: StageOptions): Promise<Staging> {
  const { dataDir, tables, onTable } = options;
  const contracts = inOrderOfReferences(tables ?? (await loadTables()));
  const feeds = await findFeeds(dataDir, contracts);
  rmSync(rejectsDir(dataDir), { recursive: true, force: true });
  const results = new Map<string, FeedResult>();
  await stageEvery(feeds, options, async (result) => {
    results.set(result.staged.table.id, result);
    await onTable?.(result.staged);
  });
  return stagingOf(contracts, results);
}

/** Stages the tables to which any may refer, then all others, in threads where it pays. */
async function stageEvery(feeds: readonly Feed[], options: StageOptions, take: (result: FeedResult) => Promise<void>): Promise<void> {
  const { dataDir, clock, progress, tables, threads = threadsFor(dataDir, feeds) } = options;
  const context = { dataDir, clock, progress, references: new ReferenceBook() };
  const { shared, groups } = independentGroups(feeds);
  const first: FeedResult[] = [];
  for await (const result of stageFeeds(shared, context)) first.push(result);
  if (tables === undefined && threads > 1) return stageInThreads(groups, { dataDir, clock, progress, threads, shared: first, take });
  for (const result of first) await take(result);
  for await (const result of stageFeeds(groups.flat(), context)) await take(result);
}

/** What was staged, in the order of the contracts. Throws when a table is not within its policy, with all that are not. */
function stagingOf(contracts: readonly Table[], results: ReadonlyMap<string, FeedResult>): Staging {
  const ordered = contracts.flatMap(({ id }) => results.get(id) ?? []);
  const failures = ordered.flatMap((result) => result.failures);
  if (failures.length > 0) throw failing(failures);
  return {
    tables: new Map(ordered.map(({ staged }) => [staged.table.id, staged])),
    missing: contracts.filter(({ id }) => !results.has(id)).map(({ id }) => id),
  };
}
