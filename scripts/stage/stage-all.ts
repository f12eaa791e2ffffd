import { rmSync } from "node:fs";
import type { Table } from "../../src/core/contract.ts";
import type { CompanyClock } from "../read/company-clock.ts";
import type { Progress } from "../tools/progress.ts";
import { loadTables } from "../tools/registry.ts";
import type { Feed } from "./feed.ts";
import { findFeeds } from "./find-feeds.ts";
import { independentGroups, sharedTables } from "./independent-groups.ts";
import { failing } from "./policy.ts";
import { inOrderOfReferences, ReferenceBook } from "./references.ts";
import { type FeedResult, rejectsDir, type StagingContext, stageFeeds } from "./stage-feeds.ts";
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
  /** What tables have to hold beyond their contracts: asked of those to which any may refer before an export is read, then of all. */
  check?: (staged: readonly StagedTable[]) => Promise<void>;
  /** Gets every table as soon as it is staged, whether or not it is within its policy. */
  onTable?: (staged: StagedTable) => Promise<void>;
}

export interface Staging {
  /** In the order of their references. */
  tables: Map<string, StagedTable>;
  /** Contracts for which there is no export. */
  missing: string[];
}

/** The hand-kept tables to which any may refer, once they are staged, and what is needed to stage the others. */
interface Begun {
  contracts: readonly Table[];
  isShared: ReadonlySet<Table>;
  shared: readonly FeedResult[];
  context: StagingContext;
}

/** Reads the hand-kept tables to which any may refer, before an export is opened. Throws as `stageAll` does; rejects of earlier builds stay. */
export async function stageShared({ dataDir, clock, progress, tables, check }: StageOptions): Promise<Begun> {
  const contracts = inOrderOfReferences(tables ?? (await loadTables()));
  const isShared = sharedTables(contracts);
  const feeds = await findFeeds(dataDir, contracts, (table) => isShared.has(table));
  const context = { dataDir, clock, progress, references: new ReferenceBook() };
  const shared: FeedResult[] = [];
  for await (const result of stageFeeds(feeds, context)) shared.push(result);
  checkPolicies(shared);
  await check?.(shared.map(({ staged }) => staged));
  return { contracts, isShared, shared, context };
}

/**
 * Reads every export and every reference table of a data folder. Rejects are written to `.tandem/rejects/` in it.
 * Throws a DataError when a file cannot be read, a required column is missing, files of a table are the same or overlap undecidedly,
 * or more records of a table are rejected than its policy allows; on hand-kept tables before an export is opened.
 */
export async function stageAll(options: StageOptions): Promise<Staging> {
  const { dataDir, onTable, check } = options;
  rmSync(rejectsDir(dataDir), { recursive: true, force: true });
  const { contracts, isShared, shared, context } = await stageShared(options);
  const feeds = await findFeeds(dataDir, contracts, (table) => !isShared.has(table));
  const results = new Map<string, FeedResult>();
  await stageOthers(feeds, { ...options, shared, context }, async (result) => {
    results.set(result.staged.table.id, result);
    await onTable?.(result.staged);
  });
  const staging = stagingOf(contracts, results);
  await check?.([...staging.tables.values()]);
  return staging;
}

interface OthersOptions extends StageOptions {
  /** The tables to which any may refer, which are staged already. */
  shared: readonly FeedResult[];
  context: StagingContext;
}

/** Stages all other tables, in threads where it pays; gives their results, and those of the shared tables, once nothing has to wait for it. */
async function stageOthers(
  feeds: readonly Feed[],
  { shared, context, tables, threads = threadsFor(context.dataDir, feeds) }: OthersOptions,
  take: (result: FeedResult) => Promise<void>,
): Promise<void> {
  const groups = independentGroups(feeds);
  if (tables === undefined && threads > 1) return stageInThreads(groups, { ...context, threads, shared, take });
  for (const result of shared) await take(result);
  for await (const result of stageFeeds(groups.flat(), context)) await take(result);
}

/** Throws when a table is not within its policy, with all that are not. */
function checkPolicies(results: readonly FeedResult[]): void {
  const failures = results.flatMap((result) => result.failures);
  if (failures.length > 0) throw failing(failures);
}

/** What was staged, in the order of the contracts. Throws when a table is not within its policy, with all that are not. */
function stagingOf(contracts: readonly Table[], results: ReadonlyMap<string, FeedResult>): Staging {
  const ordered = contracts.flatMap(({ id }) => results.get(id) ?? []);
  checkPolicies(ordered);
  return {
    tables: new Map(ordered.map(({ staged }) => [staged.table.id, staged])),
    missing: contracts.filter(({ id }) => !results.has(id)).map(({ id }) => id),
  };
}
