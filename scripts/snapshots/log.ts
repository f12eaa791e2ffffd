import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type LogLine, logLine } from "../../src/data/snapshot-manifest.ts";
import { sha256 } from "../tools/sha256.ts";
import { LOG } from "./places.ts";

/** The lines of a log, as they stand in it. */
function linesOfLog(snapshots: string): string[] {
  const file = join(snapshots, LOG);
  if (!existsSync(file)) return [];
  const text = readFileSync(file, "utf8");
  return text.split("\n").filter((line) => line !== "");
}

/** What the log says, in its order. Throws at a line that is none, or that does not follow from the one before. */
export function readLog(snapshots: string): LogLine[] {
  const lines = linesOfLog(snapshots);
  return lines.map((line, i) => {
    const at = `snapshots/${LOG}, line ${i + 1}`;
    let given: unknown;
    try {
      given = JSON.parse(line);
    } catch (cause) {
      throw new Error(`${at} was changed: it is not JSON`, { cause });
    }
    const read = logLine.safeParse(given);
    if (!read.success) throw new Error(`${at} was changed: it is not what \`npm run freeze\` writes`);
    const before = lines[i - 1];
    if (read.data.previous !== (before === undefined ? null : sha256(before)))
      throw new Error(`${at} (${read.data.snapshot}) does not follow from the line before: one of the two was changed, moved or removed`);
    return read.data;
  });
}

/** Hash of the last line; null for an empty log. */
export function endOfLog(snapshots: string): string | null {
  const last = linesOfLog(snapshots).at(-1);
  return last === undefined ? null : sha256(last);
}

/** Adds a line, in one step. */
export function addToLog(snapshots: string, line: LogLine): void {
  const file = join(snapshots, LOG);
  const text = [...linesOfLog(snapshots), JSON.stringify(line)].map((each) => `${each}\n`).join("");
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
