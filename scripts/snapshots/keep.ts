import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { LogLine } from "../../src/data/snapshot-manifest.ts";
import { filesIn } from "../tools/files-in.ts";
import { addToLog, readLog } from "./log.ts";
import { STORE, waitingIn } from "./places.ts";

/** All that a snapshot adds to what is kept. */
export interface NewSnapshot {
  line: LogLine;
  /** Files of its folder, by path. */
  bag: ReadonlyMap<string, string | Uint8Array>;
  /** Files that the store does not have yet, by path in it. */
  store: ReadonlyMap<string, Uint8Array>;
}

function write(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, { flush: true });
  }
}

/** Moves what waits to its places, the folder of the snapshot last: while that waits, there is something left to move. */
function settle(snapshots: string, snapshot: string): void {
  const waiting = waitingIn(snapshots);
  const move = (path: string) => {
    mkdirSync(dirname(join(snapshots, path)), { recursive: true });
    renameSync(join(waiting, path), join(snapshots, path));
  };
  for (const path of filesIn(join(waiting, STORE))) move(join(STORE, path));
  move(snapshot);
  rmSync(waiting, { recursive: true, force: true });
}

/** Git is to leave every byte as it is, wherever the data folder is kept. */
const GIT_ATTRIBUTES = new Map([[".gitattributes", "* -text\n"]]);

/**
 * Keeps a snapshot: wholly, or not at all. Where it cannot be written, nothing is left of it; killed before the log has its line, it never
 * was; after that, `recover` puts it in its place.
 */
export function keep(snapshots: string, { line, bag, store }: NewSnapshot): void {
  const waiting = waitingIn(snapshots);
  rmSync(waiting, { recursive: true, force: true });
  try {
    write(snapshots, GIT_ATTRIBUTES);
    write(join(waiting, line.snapshot), bag);
    write(join(waiting, STORE), store);
    addToLog(snapshots, line);
  } catch (error) {
    rmSync(waiting, { recursive: true, force: true });
    throw error;
  }
  settle(snapshots, line.snapshot);
}

/** Ends what a killed `keep` had begun: a snapshot that the log names is put in its place, another is dropped. */
export function recover(snapshots: string): void {
  const waiting = waitingIn(snapshots);
  if (!existsSync(waiting)) return;
  const last = readLog(snapshots).at(-1)?.snapshot;
  if (last !== undefined && existsSync(join(waiting, last))) settle(snapshots, last);
  else rmSync(waiting, { recursive: true, force: true });
}
