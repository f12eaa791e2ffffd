import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { ROOT } from "../tools/settings.ts";

/** What a program took, from its start to its end. */
export interface Measured {
  seconds: number;
  /** Of all its threads. */
  cpu_seconds: number;
  /** The most memory that it held at once (resident), in MB of 1,000,000 bytes. */
  peak_mb: number;
}

const USAGE = import.meta.resolve("./usage.ts");

const oneDigit = (value: number) => Math.round(value * 10) / 10;

/** Runs a file on this Node in a process of its own; `output` is what it wrote. Throws when it fails. */
export async function measure(file: string, ...args: readonly string[]): Promise<Measured & { output: string }> {
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", USAGE, file, ...args], { cwd: ROOT, stdio: ["ignore", "pipe", "inherit", "pipe"] });
  const [, written, , usage] = child.stdio as Readable[];
  if (!written || !usage) throw new Error(`cannot read what ${file} writes`);
  const [[code], output, used] = await Promise.all([once(child, "exit"), text(written), text(usage)]);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${file} ${args.join(" ")} ended with ${code}\n${output}`);
  const { maxRSS, userCPUTime, systemCPUTime }: NodeJS.ResourceUsage = JSON.parse(used);
  return {
    seconds: oneDigit(seconds),
    cpu_seconds: oneDigit((userCPUTime + systemCPUTime) / 1e6),
    peak_mb: Math.round((maxRSS * 1024) / 1e6),
    output,
  };
}
