import { spawnSync } from "node:child_process";
import { lstatSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, type Stats, symlinkSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/** Writes all that a new folder is to hold. */
export type Fill = (folder: string) => void | Promise<void>;

const beside = (place: string, end: string) => join(dirname(place), `.${basename(place)}.tandem-${end}`);

/** Where the folder to come is filled, where the one before it waits, whole, and where it is taken apart. */
const waiting = (place: string) => ({ next: beside(place, "new"), before: beside(place, "old"), gone: beside(place, "gone") });

const at = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false });

const remove = (path: string) => rmSync(path, { recursive: true, force: true });

/** How many files are brought to the disk at once. */
const LANES = 16;

/** Makes sure that a file or a folder outlives a loss of power; Windows cannot be asked to. */
async function flush(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const file = await open(path);
  await file.sync().finally(() => file.close());
}

/** Brings all that is to be written to the disk of a folder there, in one call where the system has one: thousands of files take seconds else. */
const flushDisk = (folder: string): boolean => process.platform === "linux" && spawnSync("sync", ["-f", folder]).status === 0;

async function flushAll(folder: string): Promise<void> {
  if (flushDisk(folder)) return;
  const left = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const flushSome = async () => {
    for (let entry = left.pop(); entry !== undefined; entry = left.pop()) await flush(join(folder, entry));
  };
  await Promise.all(Array.from({ length: LANES }, flushSome));
  await flush(folder);
}

/** Fills a new folder and has it on disk. Nothing is left of it when that fails. */
async function make(folder: string, fill: Fill): Promise<void> {
  remove(folder);
  mkdirSync(folder, { recursive: true });
  try {
    await fill(folder);
    await flushAll(folder);
  } catch (error) {
    remove(folder);
    throw error;
  }
}

/** The two folders between which a link changes, beside the one that it names, as the link is to name them. */
function slotsOf(link: string): [string, string] {
  const slot = (end: string) => join(dirname(readlinkSync(link)), `${basename(link)}.tandem-${end}`);
  return [slot("a"), slot("b")];
}

/** A link changes in one step; the folder that it named stays for those who are still reading it, until the next time. */
async function replaceLinked(link: string, fill: Fill): Promise<void> {
  const [a, b] = slotsOf(link);
  const target = readlinkSync(link) === a ? b : a;
  await make(resolve(dirname(link), target), fill);
  const { next } = waiting(link);
  symlinkSync(target, next);
  renameSync(next, link);
}

/** The old folder goes aside and the new one takes its place, with nothing in between that could fail or wait. */
async function replacePlain(place: string, fill: Fill): Promise<void> {
  const { next, before } = waiting(place);
  await make(next, fill);
  try {
    if (at(place)) renameSync(place, before);
    renameSync(next, place);
  } catch (cause) {
    throw unreplaceable(place, cause);
  } finally {
    recoverFolder(place);
  }
  await flush(dirname(place));
}

/** Systems do not move a folder on which a disk is mounted. */
function unreplaceable(place: string, cause: unknown): unknown {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code !== "EBUSY" && code !== "EXDEV") return cause;
  return new Error(
    `文件夹是单独的磁盘或正被占用，换不掉，请选它里面的文件夹 · ${place} is a disk of its own or in use, so that no new folder can take its place: choose a folder inside it`,
    { cause },
  );
}

/**
 * Lets `fill` write a new folder beside `place`, on the same disk, and puts it there once it is complete and flushed. When that fails, or
 * this process is killed, the old folder is still there or comes back with `recoverFolder`. A symbolic link is changed to the new folder
 * in one step, so that its readers see the one or the other. Only one process at a time may do this for a place.
 */
export async function replaceFolder(place: string, fill: Fill): Promise<void> {
  mkdirSync(dirname(place), { recursive: true });
  recoverFolder(place);
  await (at(place)?.isSymbolicLink() ? replaceLinked(place, fill) : replacePlain(place, fill));
}

/** Puts back what a killed `replaceFolder` had moved aside, and clears what it left. */
export function recoverFolder(place: string): void {
  const { next, before, gone } = waiting(place);
  remove(gone);
  if (at(before)) renameSync(before, at(place) ? gone : place);
  remove(gone);
  remove(next);
}
