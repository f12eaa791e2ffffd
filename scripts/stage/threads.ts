import { on } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Table } from "../../src/core/contract.ts";
import { DataError } from "../../src/core/errors.ts";
import type { CompanyClock } from "../read/company-clock.ts";
import { bytesOf } from "../read/files.ts";
import type { Progress } from "../tools/progress.ts";
import { type ProgressMessage, receivingProgress } from "./distant-progress.ts";
import { type Feed, filesOf } from "./feed.ts";
import type { Failure } from "./policy.ts";
import type { FeedResult } from "./stage-feeds.ts";
import { ofBytes, type StagedTable } from "./stage-table.ts";

/** A feed without its contract, which holds functions and so cannot be sent. */
export type DistantFeed = Omit<Feed, "table"> & { table: string };

/** What a thread is given. */
export interface Work {
  dataDir: string;
  clock: CompanyClock;
  /** Tables to which any may refer, as Arrow. */
  shared: { table: string; bytes: Uint8Array }[];
  groups: DistantFeed[][];
  /** How many groups are taken; shared by all threads. */
  taken: Int32Array;
}

/** What a thread reports. */
export type Message =
  | ProgressMessage
  | (Omit<StagedTable, "table" | "data"> & { kind: "staged"; table: string; failures: Failure[] })
  /** No group is left. */
  | { kind: "finished" };

/** Below this many bytes of exports, starting threads costs more than they save. */
const WORTH_THREADS = 16 * 1024 * 1024;

const bytesOfAll = (dataDir: string, feeds: readonly Feed[]) => feeds.reduce((sum, feed) => sum + bytesOf(dataDir, filesOf(feed)), 0);

/** How many threads to stage feeds in; 1 is the one that is running. */
export const threadsFor = (dataDir: string, feeds: readonly Feed[]) =>
  bytesOfAll(dataDir, feeds) < WORTH_THREADS ? 1 : availableParallelism();

interface Options {
  dataDir: string;
  clock: CompanyClock;
  threads: number;
  /** Tables that are staged already; those within their policy are handed to the threads. */
  shared: readonly FeedResult[];
  progress: Progress;
  /** Gets every result as it comes, in no particular order. */
  take: (result: FeedResult) => Promise<void>;
  /** What a thread runs; by default `worker.ts`. */
  script?: URL;
}

/**
 * Stages groups that do not refer to each other in threads of their own, by the contracts of `src/tables/`.
 * Throws the first failure of any thread, or of taking a result, at whatever moment it comes, once all threads have ended.
 */
export async function stageInThreads(groups: readonly (readonly Feed[])[], options: Options): Promise<void> {
  const { dataDir, clock, shared, threads, take } = options;
  const work: Work = {
    dataDir,
    clock,
    shared: shared.filter(({ failures }) => failures.length === 0).map(({ staged: { table, bytes } }) => ({ table: table.id, bytes })),
    groups: largestFirst(dataDir, groups).map((group) => group.map(({ table, ...feed }) => ({ table: table.id, ...feed }))),
    taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  };
  const contracts = new Map(groups.flat().map(({ table }) => [table.id, table]));
  const halt = new AbortController();
  const fail = (error: unknown) => halt.abort(asThrown(error));
  const running = Array.from({ length: Math.min(threads, groups.length) }, () => runThread(work, contracts, { ...options, halt, fail }));
  await Promise.all([...running, ...shared.map((result) => take(result).catch(fail))]);
  halt.signal.throwIfAborted();
}

function largestFirst(dataDir: string, groups: readonly (readonly Feed[])[]): (readonly Feed[])[] {
  return groups.toSorted((a, b) => bytesOfAll(dataDir, b) - bytesOfAll(dataDir, a));
}

interface Running extends Options {
  halt: AbortController;
  /** Halts every thread, unless another failure has. */
  fail: (error: unknown) => void;
}

/** Runs a thread to its end; whatever goes wrong with it is reported to `fail`. */
async function runThread(
  work: Work,
  contracts: ReadonlyMap<string, Table>,
  { halt, fail, progress, take, script }: Running,
): Promise<void> {
  const worker = new Worker(script ?? new URL("./worker.ts", import.meta.url), { workerData: work });
  worker.on("error", fail).on("messageerror", fail);
  const distant = receivingProgress(progress);
  let isFinished = false;
  try {
    for await (const [message] of on(worker, "message", { close: ["exit"], signal: halt.signal }) as AsyncIterable<[Message]>) {
      if (message.kind === "staged") await take(resultOf(message, contracts));
      else if (message.kind === "finished") isFinished = true;
      else distant.tell(message);
    }
    if (!isFinished)
      throw new Error(
        "读取的线程没做完就结束了，可能内存不够 · a thread of staging ended before its work was done; it may have run out of memory",
      );
  } catch (error) {
    fail(error);
  } finally {
    distant.end();
    await worker.terminate();
  }
}

function resultOf(
  { kind: _, table: id, bytes, failures, ...rest }: Message & { kind: "staged" },
  contracts: ReadonlyMap<string, Table>,
): FeedResult {
  return { staged: { table: contracts.get(id) as Table, ...ofBytes(bytes), ...rest }, failures };
}

/** An error loses its class on its way between threads, but none of its properties. */
function asThrown(error: unknown): unknown {
  return error instanceof Error && error.name === "DataError" ? Object.setPrototypeOf(error, DataError.prototype) : error;
}
