import { on } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { tableFromIPC, tableToIPC } from "@uwdata/flechette";
import type { Table } from "../../src/core/contract.ts";
import { DataError } from "../../src/core/errors.ts";
import type { Progress } from "../progress.ts";
import { bytesOf } from "../read/files.ts";
import { type ProgressMessage, receivingProgress } from "./distant-progress.ts";
import type { Failure } from "./policy.ts";
import type { Outcome } from "./stage-feeds.ts";
import type { StagedTable } from "./stage-table.ts";
import type { Feed } from "./structure.ts";

/** A feed without its contract, which holds functions and so cannot be sent. */
export type DistantFeed = Omit<Feed, "table"> & { table: string };

/** What a thread is given. */
export interface Work {
  dataDir: string;
  fiscalStart: number;
  /** Tables to which any may refer, as Arrow. */
  shared: { table: string; bytes: Uint8Array }[];
  groups: DistantFeed[][];
  /** How many groups are taken; shared by all threads. */
  taken: Int32Array;
}

/** What a thread tells. */
export type Message =
  | ProgressMessage
  | (Omit<StagedTable, "table" | "data"> & { kind: "staged"; table: string; bytes: Uint8Array; failure: Failure | null });

/** Below this many bytes of exports, starting threads costs more than they save. */
const WORTH_THREADS = 16 * 1024 * 1024;

const bytesOfAll = (dataDir: string, feeds: readonly Feed[]) => feeds.reduce((sum, { files }) => sum + bytesOf(dataDir, files), 0);

/** How many threads to stage feeds in; 1 is the one that is running. */
export const threadsFor = (dataDir: string, feeds: readonly Feed[]) =>
  bytesOfAll(dataDir, feeds) < WORTH_THREADS ? 1 : availableParallelism();

interface Options {
  dataDir: string;
  fiscalStart: number;
  threads: number;
  /** Tables that are staged already. */
  shared: readonly StagedTable[];
  progress: Progress;
  /** Gets every outcome as it comes, in no particular order. */
  take: (outcome: Outcome) => Promise<void>;
}

/** Stages groups that do not refer to each other in threads of their own, by the contracts of `src/tables/`. */
export async function stageInThreads(groups: readonly (readonly Feed[])[], options: Options): Promise<void> {
  const { dataDir, fiscalStart, shared, threads } = options;
  const work: Work = {
    dataDir,
    fiscalStart,
    shared: shared.map(({ table, data }) => ({ table: table.id, bytes: tableToIPC(data, { format: "stream" }) as Uint8Array })),
    groups: largestFirst(dataDir, groups).map((group) => group.map(({ table, ...feed }) => ({ table: table.id, ...feed }))),
    taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  };
  const contracts = new Map(groups.flat().map(({ table }) => [table.id, table]));
  const running = Array.from({ length: Math.min(threads, groups.length) }, () => runThread(work, contracts, options));
  const [failed] = (await Promise.allSettled(running)).filter(({ status }) => status === "rejected") as PromiseRejectedResult[];
  if (failed) throw failed.reason;
}

function largestFirst(dataDir: string, groups: readonly (readonly Feed[])[]): (readonly Feed[])[] {
  return groups.toSorted((a, b) => bytesOfAll(dataDir, b) - bytesOfAll(dataDir, a));
}

async function runThread(work: Work, contracts: ReadonlyMap<string, Table>, { progress, take }: Options): Promise<void> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: work });
  const tell = receivingProgress(progress);
  try {
    for await (const [message] of on(worker, "message", { close: ["exit"] }) as AsyncIterable<[Message]>) {
      if (message.kind === "staged") await take(outcomeOf(message, contracts));
      else tell(message);
    }
  } catch (error) {
    throw asThrown(error);
  } finally {
    await worker.terminate();
  }
}

function outcomeOf(
  { kind: _, table: id, bytes, failure, ...rest }: Message & { kind: "staged" },
  contracts: ReadonlyMap<string, Table>,
): Outcome {
  return { staged: { table: contracts.get(id) as Table, data: tableFromIPC(bytes), ...rest }, failure };
}

/** An error loses its class on its way between threads, but none of its properties. */
function asThrown(error: unknown): unknown {
  return error instanceof Error && error.name === "DataError" ? Object.setPrototypeOf(error, DataError.prototype) : error;
}
