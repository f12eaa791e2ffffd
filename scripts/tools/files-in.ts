import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

/** Paths of all that lies in a folder and below it but folders, links among it, with `/` on every system; none where there is no such folder. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"));
}
