// node lock-worker.ts LOCK LOG: writes that it has begun, and a moment later that it has ended, under a lock.
import { appendFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { withLock } from "../../scripts/tools/lock.ts";

const [, , lock = "", log = ""] = process.argv;
await withLock(lock, { patience: 60_000, say: () => undefined }, async () => {
  appendFileSync(log, `begun ${process.pid}\n`);
  await wait(50);
  appendFileSync(log, `ended ${process.pid}\n`);
});
