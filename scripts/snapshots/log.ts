import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type LogLine, logLine } from "../../src/data/snapshot-manifest.ts";
import { sha256 } from "../tools/sha256.ts";
import { LOG, waitingIn } from "./places.ts";

/** What befell a file that git, an editor or a copy has rewritten. */
export const otherLineEnds = (path: string): Error =>
  new Error(
    `换行符变了，被 git 或编辑器改写过；用逐字节的备份恢复文件夹 · snapshots/${path} has other line ends (CRLF) than were frozen: git or an editor has rewritten it; bring the folder back from a copy made byte by byte`,
  );

/** The lines of a log, as they stand in it. */
function linesOfLog(snapshots: string): string[] {
  const file = join(snapshots, LOG);
  if (!existsSync(file)) return [];
  const text = readFileSync(file, "utf8");
  if (text.includes("\r\n")) throw otherLineEnds(LOG);
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
      throw new Error(`记录被改过，不是 JSON · ${at} was changed: it is not JSON`, { cause });
    }
    const read = logLine.safeParse(given);
    if (!read.success)
      throw new Error(`记录被改过，不是 npm run freeze 写的样子 · ${at} was changed: it is not what \`npm run freeze\` writes`);
    const before = lines[i - 1];
    if (read.data.previous !== (before === undefined ? null : sha256(before)))
      throw new Error(
        `与上一行接不上，两行中有一行被改过、移过或删掉了 · ${at} (${read.data.snapshot}) does not follow from the line before: one of the two was changed, moved or removed`,
      );
    return read.data;
  });
}

/** Hash of the last line; null for an empty log. */
export function endOfLog(snapshots: string): string | null {
  const last = linesOfLog(snapshots).at(-1);
  return last === undefined ? null : sha256(last);
}

/** Adds a line, in one step, by way of the folder where its snapshot waits. */
export function addToLog(snapshots: string, line: LogLine): void {
  const next = join(waitingIn(snapshots), LOG);
  const text = [...linesOfLog(snapshots), JSON.stringify(line)].map((each) => `${each}\n`).join("");
  writeFileSync(next, text, { flush: true });
  renameSync(next, join(snapshots, LOG));
}
