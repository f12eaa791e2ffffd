import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./settings.ts";

/** The JavaScript file behind a package's command; by default the one that is called as the package is. */
export function commandOf(packageName: string, command = packageName.replace(/^@.*\//, "")): string {
  const folder = join(ROOT, "node_modules", packageName);
  const { bin }: { bin: string | Record<string, string> } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = typeof bin === "string" ? bin : bin[command];
  if (!file) throw new Error(`unknown command: ${command}; ${packageName} has ${Object.keys(bin).join(", ")}`);
  return join(folder, file);
}

/** Runs a program in the repository with its output shown here; gives its exit code, 1 when a signal or the time limit ended it. */
export function run(program: string, args: readonly string[], { timeout }: { timeout?: number } = {}): Promise<number> {
  const child = spawn(program, args, { cwd: ROOT, stdio: "inherit", timeout });
  return new Promise((resolve, reject) => child.on("error", reject).on("exit", (code) => resolve(code ?? 1)));
}

/** Runs a JavaScript or TypeScript file on this Node. */
export const runNode = (file: string, ...args: readonly string[]): Promise<number> => run(process.execPath, [file, ...args]);
