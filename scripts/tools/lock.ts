import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isAlive, isOurs, type Owner, owner, thisOwner } from "./owner.ts";

const LOOK_AGAIN_MS = 200;
/** A lock without an owner's name is one that is being written, or whose writer was killed at that very moment. */
const WRITTEN_WITHIN_MS = 10_000;

const held = new Set<string>();
process.once("exit", () => {
  for (const file of held) rmSync(file, { force: true });
});

const isCode = (error: unknown, code: string) => error instanceof Error && "code" in error && error.code === code;

/** Creates the file of a lock; false where it is there. */
function create(file: string): boolean {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, JSON.stringify(thisOwner()), { flag: "wx" });
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** A nameless owner of a lock that is not, or not yet, written. */
const nameless = (): Owner => ({ ...thisOwner(), id: "nameless", pid: 0 });

/** Who holds a lock; undefined when nobody does. */
function ownerOf(file: string): { holder: Owner; isDead: boolean } | undefined {
  try {
    const { data } = owner.safeParse(parseJson(readFileSync(file, "utf8")));
    if (data) return { holder: data, isDead: !isAlive(data) };
    return { holder: nameless(), isDead: Date.now() - statSync(file).mtimeMs > WRITTEN_WITHIN_MS };
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes the lock, or says who holds it. The right to clear away a dead owner's lock is a lock itself, so that only one process does. */
function take(file: string): Owner | "taken" {
  if (create(file)) return "taken";
  const found = ownerOf(file);
  if (!found) return take(file);
  if (!found.isDead) return found.holder;
  const clearing = `${file}.${found.holder.id}`;
  if (take(clearing) !== "taken") return found.holder;
  if (ownerOf(file)?.holder.id === found.holder.id) rmSync(file);
  rmSync(clearing);
  return take(file);
}

export interface LockOptions {
  /** How long to wait for another process, in milliseconds. */
  patience: number;
  /** Called once with who is waited for. */
  say: (text: string) => void;
}

/** A time of the local clock, as `2026-03-02 09:00:00`. */
const clock = (iso: string) => new Date(iso).toLocaleString("sv");

const described = ({ pid, host, since }: Owner, file: string) =>
  `process ${pid} on ${host} has been at work since ${clock(since)} (${file})`;

/**
 * Does work that no other process may do at the same time, on this machine or another that sees the same file. Waits for the one that holds
 * the lock; that of a process that has died is taken over. Work within work of the same process, or of one that it has started, goes on at
 * once. Throws when patience ends, saying who holds the lock.
 */
export async function withLock<T>(file: string, { patience, say }: LockOptions, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + patience;
  let isSaid = false;
  for (let found = take(file); found !== "taken"; found = take(file)) {
    if (isOurs(found)) return work();
    const text = described(found, file);
    if (Date.now() > until)
      throw new Error(
        `另一个进程正在处理，等它结束后再运行；若它已不在，删除该文件 · ${text}: repeat this when it has ended; if it has, remove the file`,
      );
    if (!isSaid) say(`另一个进程正在处理，等它结束 · ${text}: waiting for it`);
    isSaid = true;
    await wait(LOOK_AGAIN_MS);
  }
  held.add(file);
  try {
    return await work();
  } finally {
    held.delete(file);
    rmSync(file, { force: true });
  }
}
