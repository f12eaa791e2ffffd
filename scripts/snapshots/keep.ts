import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type LogLine, logLine } from "../../src/data/snapshot-manifest.ts";
import { addToLog, readLog } from "./log.ts";
import { STORE } from "./places.ts";

/** All that a snapshot adds to what is kept. */
export interface NewSnapshot {
  line: LogLine;
  /** Files of its folder, by path. */
  bag: ReadonlyMap<string, string | Uint8Array>;
  /** Files that the store does not have yet, by path in it. */
  store: ReadonlyMap<string, Uint8Array>;
}

/** Where a snapshot waits, whole, until the log has its line. */
const waitingIn = (snapshots: string) => join(snapshots, ".freezing");

const LINE = "line.json";
const BAG = "bag";

function write(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, { flush: true });
  }
}

/** Moves what waits to its places; what an earlier try has moved already is there. */
function settle(snapshots: string, { snapshot }: LogLine): void {
  const waiting = waitingIn(snapshots);
  const move = (from: string, to: string) => {
    if (!existsSync(from)) return;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  };
  const stored = join(waiting, STORE);
  const entries = existsSync(stored) ? readdirSync(stored, { recursive: true, withFileTypes: true }) : [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name);
    move(file, join(snapshots, STORE, file.slice(stored.length + 1)));
  }
  move(join(waiting, BAG), join(snapshots, snapshot));
  rmSync(waiting, { recursive: true, force: true });
}

/** Keeps a snapshot: wholly, or not at all. Killed before the log has its line, it never was; after that, `recover` puts it in its place. */
export function keep(snapshots: string, { line, bag, store }: NewSnapshot): void {
  const waiting = waitingIn(snapshots);
  rmSync(waiting, { recursive: true, force: true });
  write(join(waiting, BAG), bag);
  write(join(waiting, STORE), store);
  write(waiting, new Map([[LINE, JSON.stringify(line)]]));
  addToLog(snapshots, line);
  settle(snapshots, line);
}

/** Ends what a killed `keep` had begun: a snapshot that the log names is put in its place, another is dropped. */
export function recover(snapshots: string): void {
  const waiting = waitingIn(snapshots);
  if (!existsSync(waiting)) return;
  const file = join(waiting, LINE);
  const line = existsSync(file) ? logLine.safeParse(JSON.parse(readFileSync(file, "utf8"))).data : undefined;
  const isNamed = line !== undefined && readLog(snapshots).some(({ snapshot }) => snapshot === line.snapshot);
  if (isNamed) settle(snapshots, line);
  else rmSync(waiting, { recursive: true, force: true });
}
