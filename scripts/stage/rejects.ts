import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { CSV_BOM, csvLines } from "../../src/core/csv.ts";
import type { Reason } from "../../src/core/reason.ts";
import { visible } from "../../src/core/visible.ts";
import { expectedOf } from "../../src/i18n/reasons.ts";

/** A record that failed. */
export interface Reject {
  file: string;
  line: number;
  /** Where that is in a workbook, as its readers see it; default that is none. */
  cell?: string | undefined;
  column: string | null;
  found: string;
  reason: Reason;
  /** The record as it was written. */
  text: string;
}

/** How often a file was refused for one reason. */
export interface CountedReason {
  column: string | null;
  reason: Reason;
  count: number;
}

const HEADER = ["file", "line", "column", "found", "expected", "code", "record"];
const BUFFERED_CHARACTERS = 1024 * 1024;

const rowOf = ({ file, line, column, found, reason, text }: Reject) => [
  ...[file, line, column, visible(found)],
  ...[expectedOf(reason), reason.code, text],
];

/** The rejects of one table, written to a CSV file that a spreadsheet opens without running anything in it. */
export class RejectFile {
  readonly path: string;
  #waiting: Reject[] = [];
  #waitingCharacters = 0;
  #isStarted = false;

  constructor(path: string) {
    this.path = path;
  }

  add(reject: Reject): void {
    this.#waiting.push(reject);
    this.#waitingCharacters += reject.text.length + reject.found.length;
    if (this.#waitingCharacters >= BUFFERED_CHARACTERS) this.flush();
  }

  /** Writes what is waiting. Without rejects there is no file. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    if (!this.#isStarted) {
      mkdirSync(dirname(this.path), { recursive: true });
      writeFileSync(this.path, CSV_BOM + csvLines([HEADER]));
      this.#isStarted = true;
    }
    appendFileSync(this.path, csvLines(this.#waiting.map(rowOf)));
    this.#waiting = [];
    this.#waitingCharacters = 0;
  }
}

/** Counts rejects by column and what was expected. */
export class Reasons {
  readonly #counts = new Map<string, CountedReason>();

  add({ column, reason }: Pick<Reject, "column" | "reason">): void {
    const key = `${column}\0${expectedOf(reason)}`;
    const counted = this.#counts.get(key) ?? { column, reason, count: 0 };
    counted.count += 1;
    this.#counts.set(key, counted);
  }

  /** The most frequent first. */
  list(): CountedReason[] {
    const expected = ({ reason }: CountedReason) => expectedOf(reason);
    return [...this.#counts.values()].sort((a, b) => b.count - a.count || expected(a).localeCompare(expected(b), "en"));
  }
}
