import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";

/** Names who holds a lock to all processes that this one starts, so that they work under it. */
const VARIABLE = "TANDEM_LOCK_OWNER";

/** Who holds a lock. */
export const owner = z.strictObject({
  /** One for a process and all that it starts. */
  id: z.string(),
  pid: z.int(),
  host: z.string(),
  /** When the process began, as its system says it, which distinguishes it from a later one with the same number; empty where that is not known. */
  began: z.string(),
  /** ISO time at which it took the lock. */
  since: z.string(),
});

export type Owner = z.infer<typeof owner>;

/** Of the fields of `/proc/PID/stat` after the second, a name in brackets that may hold anything: the third and the twenty-second. */
const [STATE, STARTED] = [0, 19];
/** Of a process that has ended, but that nobody has asked after. */
const ZOMBIE = "Z";

function beganOnLinux(pid: number): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return fields[STATE] === ZOMBIE ? "" : `${boot} ${fields[STARTED]}`;
  } catch {
    return "";
  }
}

function beganElsewhere(pid: number): string {
  const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], {
    encoding: "utf8",
    env: { ...process.env, TZ: "UTC", LC_ALL: "C" },
  });
  return stdout?.trim() ?? "";
}

const beganOf = process.platform === "linux" ? beganOnLinux : beganElsewhere;

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // it is there, but another user's
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Whether an owner may still be at work; one on another host always may. */
export const isAlive = ({ pid, host, began }: Owner): boolean => host !== hostname() || (isRunning(pid) && beganOf(pid) === began);

/** Whether an owner is this process or the one that started it. */
export const isOurs = ({ id }: Owner): boolean => id === process.env[VARIABLE];

/** This process as an owner. */
export function thisOwner(): Owner {
  process.env[VARIABLE] ||= randomUUID();
  const { pid } = process;
  return { id: process.env[VARIABLE], pid, host: hostname(), began: beganOf(pid), since: new Date().toISOString() };
}
