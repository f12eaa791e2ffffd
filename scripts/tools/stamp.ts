import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { glob } from "tinyglobby";
import { ROOT } from "./settings.ts";

/** A step of the build, repeated only when something that it reads, or has written, is no longer the same. */
export interface Step {
  name: string;
  /** Globs of all that it reads, from the repository's root; `!` leaves out. Files whose names begin with a dot are never read. */
  reads: readonly string[];
  /** Globs of all that it writes. */
  writes: readonly string[];
  /** Does the work; gives an exit code, 0 only if it is complete. */
  work: () => Promise<number>;
}

/** Where stamps are kept: the checkout's own, since checkouts may share their packages. */
export const STAMPS = join(ROOT, ".astro/stamps");

const stampFile = ({ name }: Step) => join(STAMPS, name);

/** One hash of the names and the bytes of all files that match. */
async function hashFiles(globs: readonly string[]): Promise<string> {
  const files = await glob([...globs], { cwd: ROOT });
  const hash = createHash("sha256").update(JSON.stringify(globs));
  for (const file of files.sort()) {
    hash.update(`\0${file}\0`);
    for await (const chunk of createReadStream(join(ROOT, file))) hash.update(chunk);
  }
  return hash.digest("hex");
}

const fingerprint = async ({ reads, writes }: Step) => `${await hashFiles(reads)} ${await hashFiles(writes)}`;

/** Whether nothing that a step reads or has written has changed since it last ran. */
export async function isCurrent(step: Step): Promise<boolean> {
  const stamp = await readFile(stampFile(step), "utf8").catch(() => "");
  return stamp !== "" && stamp === (await fingerprint(step));
}

/** Does the step's work unless it is current; gives its exit code, 0 once it is complete. What changes while it works counts as changed afterwards. */
export async function refresh(step: Step): Promise<number> {
  if (await isCurrent(step)) {
    console.log(`没有变化 · ${step.name}: unchanged`);
    return 0;
  }
  const read = await hashFiles(step.reads);
  const code = await step.work();
  if (code !== 0) return code;
  await mkdir(dirname(stampFile(step)), { recursive: true });
  await writeFile(stampFile(step), `${read} ${await hashFiles(step.writes)}`);
  return 0;
}
