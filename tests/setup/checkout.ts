import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { copyCheckout } from "../../scripts/tools/elsewhere.ts";

/** Pages that a build can do without. */
const HEAVY = ["[...locale]/[topic].astro", "[...locale]/data.astro", "[...locale]/matrix.astro"];
const HEAVY_FOLDERS = ["[...locale]/data", "[...locale]/departments", "[...locale]/embed", "[...locale]/metrics", "metrics"];

/** A copy of the checkout whose site has few pages. */
export function smallCheckout(): string {
  const checkout = copyCheckout();
  for (const page of [...HEAVY, ...HEAVY_FOLDERS]) rmSync(join(checkout, "src/pages", page), { recursive: true });
  return checkout;
}

/** Names and hashes of all files of some folders. */
export function filesOf(folders: readonly string[]): Record<string, string> {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const hash = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 10);
  return Object.fromEntries(files.sort().map((file) => [file, hash(file)]));
}

export interface Ended {
  code: number | null;
  said: string;
}

/** Runs a command line with nothing of this environment but what programs and the home folder need; how it ended and all that it said. */
export async function runIn(checkout: string, commandLine: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  const { PATH = "", HOME = "" } = process.env;
  const [program = "", ...args] = commandLine;
  const child = spawn(program, args, { cwd: checkout, env: { PATH, HOME, ASTRO_TELEMETRY_DISABLED: "1", ...env } });
  const [[code], out, err] = await Promise.all([once(child, "exit"), text(child.stdout), text(child.stderr)]);
  return { code, said: `${out}${err}` };
}
