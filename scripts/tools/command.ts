import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { unknownName } from "../../src/core/errors.ts";
import { COMPLETE } from "./run-command.ts";
import { ROOT } from "./settings.ts";
import { signalText } from "./signal-text.mjs";

/** The JavaScript file behind a package's command; by default the one that is called as the package is. */
export function commandOf(packageName: string, command = packageName.replace(/^@.*\//, "")): string {
  const folder = join(ROOT, "node_modules", packageName);
  const { bin }: { bin: string | Record<string, string> } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = typeof bin === "string" ? bin : bin[command];
  if (!file) throw unknownName("command", command, Object.keys(bin), `${packageName} has`);
  return join(folder, file);
}

/** The exit code of a program that has ended; a signal is said, and counts as 1. */
function codeOf(program: string, code: number | null, signal: NodeJS.Signals | null): number {
  if (signal) console.error(signalText(program, signal));
  return code ?? 1;
}

/** Runs a program in the repository with its output shown here; gives its exit code, 1 when a signal or the time limit ended it. */
export async function run(program: string, args: readonly string[], { timeout }: { timeout?: number } = {}): Promise<number> {
  const child = spawn(program, args, { cwd: ROOT, stdio: "inherit", timeout });
  const [code, signal] = await once(child, "exit");
  return codeOf(program, code, signal);
}

/** Runs a JavaScript or TypeScript file on this Node. */
export const runNode = (file: string, ...args: readonly string[]): Promise<number> => run(process.execPath, [file, ...args]);

/** Runs a command of `scripts/` that `runCommand` frames; gives 0 only if it says that its work is complete. It ends when this process does. */
export async function runToCompletion(file: string, ...args: readonly string[]): Promise<number> {
  const child = fork(join(ROOT, file), args, { cwd: ROOT, stdio: "inherit" });
  let isComplete = false;
  child.on("message", (message) => {
    isComplete ||= message === COMPLETE;
  });
  const [[exit, signal]] = await Promise.all([once(child, "exit"), once(child, "disconnect")]);
  const code = codeOf(relative(ROOT, join(ROOT, file)), exit, signal);
  if (code !== 0 || isComplete) return code;
  console.error(`没做完就结束了 · ${file} ended before its work was done`);
  return 1;
}
