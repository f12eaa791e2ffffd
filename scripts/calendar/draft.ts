import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CSV_BOM, csvLines } from "../../src/core/csv.ts";
import { yearFile } from "../read/table-file.ts";
import { noticeOf } from "./national.ts";
import { FIRST_STATUTORY_YEAR, statutoryDays } from "./statutory.ts";

/** The days off of a year by statute, each marked as provisional, in the form of `calendar-2027.csv`. */
export const draftText = (year: number): string =>
  CSV_BOM +
  csvLines([
    ["day", "is_working", "zh", "en", "is_provisional"],
    ...[...statutoryDays(year)].map(([day, { zh, en }]) => [day, 0, zh, en, 1]),
  ]);

/** A year as a command line has it. Throws when it has a notice already, or is no year to which the rules apply. */
function draftYear(given: string): number {
  if (!/^\d{4}$/.test(given) || Number(given) < FIRST_STATUTORY_YEAR)
    throw new Error(
      `--calendar 要写 ${FIRST_STATUTORY_YEAR} 年或以后的年份 · --calendar expects a year from ${FIRST_STATUTORY_YEAR} on, found ${given}`,
    );
  if (noticeOf(given))
    throw new Error(
      `${given} 年的国务院放假通知已知，不需要文件 · --calendar ${given}: the State Council's notice of ${given} is known, so no file is needed`,
    );
  return Number(given);
}

/** Writes the draft of a year into `reference/` of a data folder, to be completed from the State Council's notice; gives its path. Throws where a file is there. */
export function writeDraft(dataDir: string, given: string): string {
  const year = draftYear(given);
  const folder = join(dataDir, "reference");
  const path = join(folder, yearFile("calendar", given));
  if (existsSync(path)) throw new Error(`文件已经有了，不改动 · --calendar ${given}: there is a file already, which is kept: ${path}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, draftText(year));
  return path;
}
