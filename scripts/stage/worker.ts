// A thread of `stageInThreads`: stages one group after the other, of those that no other thread has taken.
import { parentPort, workerData } from "node:worker_threads";
import { tableFromIPC } from "@uwdata/flechette";
import { unknownName } from "../../src/core/errors.ts";
import { loadTables } from "../tools/registry.ts";
import { sendingProgress } from "./distant-progress.ts";
import type { Feed } from "./feed.ts";
import { ReferenceBook } from "./references.ts";
import { type FeedResult, stageFeeds } from "./stage-feeds.ts";
import type { DistantFeed, Message, Work } from "./threads.ts";

const { dataDir, clock, shared, groups, taken } = workerData as Work;

const contracts = new Map((await loadTables()).map((table) => [table.id, table]));

const send = (message: Message, transferred: readonly ArrayBuffer[] = []) => parentPort?.postMessage(message, transferred);

function sendResult({ staged: { table, data: _, ...rest }, failures }: FeedResult): void {
  send({ kind: "staged", table: table.id, ...rest, failures }, [rest.bytes.buffer, rest.lines.buffer]);
}

function feedOf({ table: id, ...feed }: DistantFeed): Feed {
  const table = contracts.get(id);
  if (!table) throw unknownName("table", id, contracts.keys());
  return { table, ...feed };
}

const references = new ReferenceBook();
for (const { table, bytes } of shared) references.add(table, tableFromIPC(bytes));

const takeNext = () => groups[Atomics.add(taken, 0, 1)];
for (let group = takeNext(); group; group = takeNext()) {
  const context = { dataDir, clock, references, progress: sendingProgress(send) };
  for await (const result of stageFeeds(group.map(feedOf), context)) sendResult(result);
}
send({ kind: "finished" });
