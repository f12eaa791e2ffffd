import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { CSV_BOM, csvLines } from "../../src/core/csv.ts";
import type { Issue } from "../../src/core/errors.ts";
import { visible } from "../../src/core/visible.ts";

/** A record that failed. */
export interface Reject {
  file: string;
  line: number;
  column: string | null;
  found: string;
  expected: string;
  /** The record as it was written. */
  text: string;
}

/** How often a file was refused for one reason. */
export interface Reason {
  column: string | null;
  expected: string;
  count: number;
}

const HEADER = ["file", "line", "column", "found", "expected", "record"];
const BUFFERED_CHARACTERS = 1024 * 1024;
const FIRST = 3;
const SHOWN_CHARACTERS = 80;

const shortened = (text: string) => (text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text);

/** The rejects of one table, written to a CSV file that a spreadsheet opens without running anything in it. */
export class RejectFile {
  readonly path: string;
  /** The first few, for messages. */
  readonly first: Issue[] = [];
  #waiting: Reject[] = [];
  #waitingCharacters = 0;
  #isStarted = false;

  constructor(path: string) {
    this.path = path;
  }

  add(reject: Reject): void {
    this.#waiting.push(reject);
    if (this.first.length < FIRST) this.first.push({ ...reject, column: reject.column ?? undefined, found: shortened(reject.found) });
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
    const rows = this.#waiting.map(({ file, line, column, found, expected, text }) => [file, line, column, visible(found), expected, text]);
    appendFileSync(this.path, csvLines(rows));
    this.#waiting = [];
    this.#waitingCharacters = 0;
  }
}

/** Counts rejects by column and what was expected. */
export class Reasons {
  readonly #counts = new Map<string, Reason>();

  add({ column, expected }: Pick<Reject, "column" | "expected">): void {
    const key = `${column}\0${expected}`;
    const reason = this.#counts.get(key) ?? { column, expected, count: 0 };
    reason.count += 1;
    this.#counts.set(key, reason);
  }

  /** The most frequent first. */
  list(): Reason[] {
    return [...this.#counts.values()].sort((a, b) => b.count - a.count || a.expected.localeCompare(b.expected, "en"));
  }
}
