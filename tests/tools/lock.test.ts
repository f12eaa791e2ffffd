import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withLock } from "../../scripts/tools/lock.ts";
import { type Owner, thisOwner } from "../../scripts/tools/owner.ts";

let folder: string;
let lock: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tandem-lock-"));
  lock = join(folder, "lock");
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const options = { patience: 300, say: (text: string) => said.push(text) };
const done = () => Promise.resolve("done");

/** This process as another command would be that is at work. */
const other = (change: Partial<Owner> = {}): Owner => ({ ...thisOwner(), id: "another", ...change });

const lockFor = (owner: Owner) => writeFileSync(lock, JSON.stringify(owner));

/** The id of a process that has ended. */
async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid ?? 0;
}

/** Runs workers in processes of their own at the same time; what they wrote, and their exit codes. */
async function runWorkers(count: number): Promise<{ lines: string[]; codes: number[] }> {
  const { TANDEM_LOCK_OWNER: _, ...env } = process.env;
  const log = join(folder, "log");
  const worker = join(import.meta.dirname, "lock-worker.ts");
  const children = Array.from({ length: count }, () => spawn(process.execPath, [worker, lock, log], { env, stdio: "inherit" }));
  const codes = await Promise.all(children.map(async (child) => (await once(child, "exit"))[0]));
  return { lines: readFileSync(log, "utf8").trim().split("\n"), codes };
}

/** Whether each worker ended before the next began. */
const areOneByOne = (lines: readonly string[]) =>
  lines.every((line, i) => (i % 2 === 0 ? line.startsWith("begun") : line === lines[i - 1]?.replace("begun", "ended")));

describe("withLock(file, options, work)", () => {
  test("gives what the work gives, and leaves no file", async () => {
    const seen = await withLock(lock, options, () => Promise.resolve(existsSync(lock)));
    expect([seen, readdirSync(folder)]).toEqual([true, []]);
  });

  test("leaves no file when the work fails", async () => {
    await expect(withLock(lock, options, () => Promise.reject(new Error("no ink")))).rejects.toThrow("no ink");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("lets work within work go on at once", async () => {
    expect(await withLock(lock, options, () => withLock(lock, options, done))).toBe("done");
    expect(said).toEqual([]);
  });

  test("says once who is at work, and ends with that when its patience does", async () => {
    lockFor(other({ since: "2026-03-02T09:00:00Z" }));
    const who = `process ${process.pid} on ${hostname()} has been at work since 2026-03-02 17:00:00 (${lock})`;
    await expect(withLock(lock, options, done)).rejects.toThrow(`${who}: repeat this when it has ended`);
    expect(said).toEqual([`另一个进程正在处理，等它结束 · ${who}: waiting for it`]);
  });

  test("respects the lock of another host, which it names", async () => {
    lockFor(other({ host: "build-7", pid: await endedPid() }));
    await expect(withLock(lock, options, done)).rejects.toThrow(" on build-7 has been at work since ");
  });

  test.each<[string, () => Promise<Owner>]>([
    ["a process that has ended", async () => other({ pid: await endedPid() })],
    ["an earlier process with the number of one that runs", async () => other({ began: "another time" })],
  ])("takes over the lock of %s", async (_, dead) => {
    lockFor(await dead());
    expect(await withLock(lock, options, done)).toBe("done");
    expect([readdirSync(folder), said]).toEqual([[], []]);
  });

  test("takes over a lock that nobody has put a name into for a while, but not at once", async () => {
    writeFileSync(lock, "");
    await expect(withLock(lock, options, done)).rejects.toThrow("has been at work since");
    utimesSync(lock, 1, 1);
    expect(await withLock(lock, options, done)).toBe("done");
  });

  test("clears a dead owner's lock though one who was about to clear it has died as well", async () => {
    const dead = other({ pid: await endedPid() });
    lockFor(dead);
    writeFileSync(`${lock}.${dead.id}`, JSON.stringify({ ...dead, id: "a third" }));
    expect(await withLock(lock, options, done)).toBe("done");
    expect(readdirSync(folder)).toEqual([]);
  });
});

test.each([false, true])("processes at the same time work one by one; with a dead owner's lock at first: %s", async (isLeft) => {
  if (isLeft) lockFor(other({ pid: await endedPid() }));
  const { lines, codes } = await runWorkers(5);
  expect([lines.length, codes]).toEqual([10, [0, 0, 0, 0, 0]]);
  expect(areOneByOne(lines)).toBe(true);
});
