import { type Scanned, scanRecord, UNCLOSED } from "./csv-record.ts";
import type { Block, Encoding } from "./decode.ts";
import { type Entry, type Fault, hasValue } from "./entry.ts";
import type { Header } from "./header-row.ts";
import { countLines, endOfLine, startOfText } from "./lines.ts";

export const DELIMITERS = [",", ";", "\t", "|"] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** A quote that is not closed within this many characters belongs to a broken record. */
const LONGEST_RECORD = 8 * 1024 * 1024;

const RUNAWAY: Fault = { found: "a quote that is not closed on its line", reason: { code: "closing-quote" } };
const NUL: Fault = { found: "a NUL byte", reason: { code: "no-nul" } };

/** A record as it stands in a text. */
interface Piece extends Scanned {
  text: string;
  start: number;
}

/**
 * Takes blocks of a CSV file apart, strictly. A record with broken quotes costs its first physical line only, and reading goes on at
 * the next one, so that it never takes others with it. Lines without any value are no records.
 *
 * The work is in proportion to the text: a record that is not complete is looked at again only when twice as much of it is there, and
 * a line within a record has an even number of quotes, since the open one stays open, so that read by itself it ends where it ends.
 */
export class CsvSplitter {
  readonly #notOfEncoding: Fault;
  readonly #delimiter: Delimiter;
  readonly #header: Header;
  /** Physical line on which the next record starts. */
  #line = 1;
  /** Texts that are not taken apart, from the start of a record. */
  readonly #open = new OpenText();
  /** How many characters must be open before they are looked at. */
  #due = 0;
  readonly #badLines = new Set<number>();

  constructor(encoding: Encoding, delimiter: Delimiter, header: Header) {
    this.#header = header;
    this.#notOfEncoding = { found: `bytes that are not ${encoding}`, reason: { code: "encoding", encoding } };
    this.#delimiter = delimiter;
  }

  split({ text, badLines, isLast }: Block): Entry[] {
    for (const line of badLines) this.#badLines.add(this.#line + this.#open.lines + line);
    if (isLast || this.#open.length + text.length >= this.#due) return this.#records(this.#open.take() + text, isLast);
    this.#open.add(text);
    return [];
  }

  /** The records of a text; one that is not complete stays open, unless nothing follows or it is too long. */
  #records(text: string, isLast: boolean): Entry[] {
    const entries: Entry[] = [];
    const hasNul = text.includes("\0");
    this.#due = 0;
    for (let start = this.#skipBlank(text, this.#skipAbove(text)); start < text.length; ) {
      const scanned = scanRecord(text, start, this.#delimiter);
      if (scanned.fault === UNCLOSED && !isLast && text.length - start < LONGEST_RECORD) {
        this.#open.add(text.slice(start));
        this.#due = Math.min(2 * this.#open.length, LONGEST_RECORD);
        break;
      }
      const piece = this.#withoutRunaway({ text, start, ...scanned });
      const line = this.#line;
      const fault = this.#fault(piece, hasNul);
      this.#line += piece.lines;
      if (fault || hasValue(piece.fields)) entries.push({ line, fields: fault ? [] : piece.fields, fault, text: () => textOf(piece) });
      start = this.#skipBlank(text, piece.end);
    }
    return entries;
  }

  /** The offset of the first line that is not above the header. */
  #skipAbove(text: string): number {
    let at = 0;
    for (; this.#line < this.#header.line && at < text.length; at = endOfLine(text, at)) this.#line += 1;
    return at;
  }

  #skipBlank(text: string, from: number): number {
    const start = startOfText(text, from);
    this.#line += countLines(text, from, start);
    return start;
  }

  /** A record of the wrong width that, read line by line, turns out to hold whole records is cut to its first line. */
  #withoutRunaway(piece: Piece): Piece {
    const { text, start, end, lines, fields, fault } = piece;
    const { width } = this.#header;
    if (fault || lines === 1 || fields.length === width) return piece;
    const firstEnd = endOfLine(text, start);
    const record = text.slice(firstEnd, end);
    for (let at = 0; at < record.length; at = endOfLine(record, at)) {
      const within = scanRecord(record, at, this.#delimiter);
      if (within.fields.length === width && hasValue(within.fields))
        return { text, start, end: firstEnd, lines: 1, fields: [], fault: RUNAWAY };
    }
    return piece;
  }

  #fault({ text, start, end, lines, fields, fault }: Piece, hasNul: boolean): Fault | null {
    if (this.#isBad(lines)) return this.#notOfEncoding;
    if (hasNul && text.slice(start, end).includes("\0")) return NUL;
    if (fault) return fault;
    const { width, names } = this.#header;
    if (!hasValue(fields)) return null;
    if (fields.length !== width) return { found: `${fields.length} fields`, reason: { code: "fields", count: width } };
    const beyond = fields.findIndex((field, place) => place >= names.length && hasValue([field]));
    return beyond === -1
      ? null
      : { found: `a value in column ${beyond + 1}, which has no header`, reason: { code: "fields", count: names.length } };
  }

  /** Whether one of the next lines was not of the encoding. */
  #isBad(lines: number): boolean {
    if (this.#badLines.size === 0) return false;
    return Array.from({ length: lines }, (_, index) => this.#line + index).some((line) => this.#badLines.has(line));
  }
}

/** Texts one after the other, which are joined only when they are needed. */
class OpenText {
  #parts: string[] = [];
  length = 0;
  lines = 0;

  add(text: string): void {
    this.#parts.push(text);
    this.length += text.length;
    this.lines += countLines(text);
  }

  /** All of it, and starts again. */
  take(): string {
    const text = this.#parts.join("");
    this.#parts = [];
    this.length = 0;
    this.lines = 0;
    return text;
  }
}

const textOf = ({ text, start, end }: Piece) => text.slice(start, end).replace(/[\r\n]+$/, "");
