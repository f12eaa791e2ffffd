import { CsvError, parse } from "csv-parse/sync";
import type { Block, Encoding } from "./decode.ts";
import type { Entry, Fault } from "./entry.ts";
import { countLines, endOfLine, startOfText } from "./lines.ts";

export const DELIMITERS = [",", ";", "\t", "|"] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** A quote that is not closed within this many bytes belongs to a broken record. */
const LONGEST_RECORD = 8 * 1024 * 1024;

const QUOTE = '"';
const LINE_BREAK = /\r\n|\n|\r/;

const UNCLOSED = "CSV_QUOTE_NOT_CLOSED";
const RUNAWAY = "runaway";

const FAULTS: Readonly<Record<string, Fault>> = {
  INVALID_OPENING_QUOTE: { found: "a quote inside a field that does not start with one", expected: "quotes around a whole field only" },
  CSV_INVALID_CLOSING_QUOTE: { found: "text after a closing quote", expected: "a separator or a line break after a closing quote" },
  [UNCLOSED]: { found: "a quote that is not closed", expected: "a closing quote" },
  [RUNAWAY]: { found: "a quote that is not closed on its line", expected: "a closing quote" },
};

const NUL: Fault = { found: "a NUL byte", expected: "text without NUL bytes" };

/** Stops the parser at a record whose quote ran over the records after it. */
class RunawayQuote extends Error {}

/** Where a record starts that the parser could not take apart, and why. */
interface Stop {
  at: number;
  code: string;
}

/**
 * Takes blocks of a CSV file apart, strictly. A record with broken quotes costs its first physical line only, and reading goes on at
 * the next one, so that it never takes others with it. Lines without a single character are no records.
 */
export class CsvSplitter {
  readonly #notOfEncoding: Fault;
  readonly #delimiter: Delimiter;
  /** Fields of the header. */
  #width: number | null = null;
  /** Physical line on which the next record starts. */
  #line = 1;
  /** The start of a record that goes on in the next block. */
  #open: Buffer = Buffer.alloc(0);
  readonly #badLines = new Set<number>();

  constructor(encoding: Encoding, delimiter: Delimiter) {
    this.#notOfEncoding = { found: `bytes that are not ${encoding}`, expected: `text in ${encoding}` };
    this.#delimiter = delimiter;
  }

  split(block: Block): Entry[] {
    const isPlain = !block.bytes.includes(QUOTE);
    if (isPlain && this.#open.length === 0) return this.#splitPlain(block);
    const bytes = this.#joinOpen(block);
    if (isPlain && !block.isLast && bytes.length < LONGEST_RECORD) {
      this.#open = bytes;
      return [];
    }
    return this.#splitQuoted(bytes, block.isLast);
  }

  /** The block behind the open record, if there is one. */
  #joinOpen({ bytes, badLines }: Block): Buffer {
    const firstLine = this.#line + countLines(this.#open, 0, this.#open.length);
    for (const line of badLines) this.#badLines.add(firstLine + line);
    const joined = this.#open.length === 0 ? bytes : Buffer.concat([this.#open, bytes]);
    this.#open = Buffer.alloc(0);
    return joined;
  }

  /** Without a single quote every line is a record and every separator ends a field, so that no parser is needed. */
  #splitPlain({ bytes, badLines }: Block): Entry[] {
    for (const line of badLines) this.#badLines.add(this.#line + line);
    const hasNul = bytes.includes(0);
    const entries: Entry[] = [];
    const lines = bytes.toString("utf8").split(LINE_BREAK);
    for (const text of lines) {
      if (text !== "") entries.push(this.#entry(text.split(this.#delimiter), 1, hasNul && text.includes("\0"), () => text));
      else this.#line += 1;
    }
    if (lines.at(-1) === "") this.#line -= 1;
    return entries;
  }

  #splitQuoted(bytes: Buffer, isLast: boolean): Entry[] {
    const entries: Entry[] = [];
    const hasNul = bytes.includes(0);
    for (let from = 0; from < bytes.length; ) {
      const stop = this.#parseFrom(bytes, from, entries, hasNul);
      if (stop === null) break;
      if (stop.code === UNCLOSED && !isLast && bytes.length - stop.at < LONGEST_RECORD) {
        this.#open = bytes.subarray(stop.at);
        break;
      }
      from = this.#rejectLine(bytes, stop, entries);
    }
    return entries;
  }

  /** Parses as far as records are sound. */
  #parseFrom(bytes: Buffer, from: number, entries: Entry[], hasNul: boolean): Stop | null {
    let end = from;
    let lines = 0;
    try {
      parse(bytes.subarray(from), {
        ...this.#options(),
        on_record: (fields: string[], info) => {
          const start = this.#skipBlank(bytes, end);
          const next = from + info.bytes;
          const span = info.lines - lines === 1 && start === end ? 1 : countLines(bytes, start, next);
          lines = info.lines;
          end = start;
          if (span > 1 && this.#hidesRecords(bytes, start, next, fields.length)) throw new RunawayQuote();
          const isNul = hasNul && bytes.subarray(start, next).includes(0);
          entries.push(this.#entry(fields, span, isNul, () => textOf(bytes, start, next)));
          end = next;
          return null;
        },
      });
    } catch (error) {
      if (error instanceof RunawayQuote) return { at: end, code: RUNAWAY };
      if (error instanceof CsvError) return { at: this.#skipBlank(bytes, end), code: error.code };
      throw error;
    }
    this.#skipBlank(bytes, end);
    return null;
  }

  #options() {
    return { delimiter: this.#delimiter, record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true, skip_empty_lines: true };
  }

  #skipBlank(bytes: Buffer, from: number): number {
    const start = startOfText(bytes, from);
    if (start > from) this.#line += countLines(bytes, from, start);
    return start;
  }

  /** The next record, which is `span` lines long. */
  #entry(fields: string[], span: number, hasNul: boolean, text: () => string): Entry {
    this.#width ??= fields.length;
    const fault = this.#fault(fields.length, span, hasNul);
    const line = this.#line;
    this.#line += span;
    return { line, fields: fault ? [] : fields, fault, text };
  }

  #fault(fields: number, span: number, hasNul: boolean): Fault | null {
    if (this.#isBad(span)) return this.#notOfEncoding;
    if (hasNul) return NUL;
    if (fields !== this.#width) return { found: `${fields} fields`, expected: `${this.#width} fields` };
    return null;
  }

  /** Whether one of the lines of the next record was not of the encoding. */
  #isBad(span: number): boolean {
    if (this.#badLines.size === 0) return false;
    return Array.from({ length: span }, (_, index) => this.#line + index).some((line) => this.#badLines.has(line));
  }

  /** Whether a record of the wrong width, when read line by line, turns out to hold whole records. */
  #hidesRecords(bytes: Buffer, start: number, end: number, fields: number): boolean {
    if (this.#width === null || fields === this.#width) return false;
    for (let at = endOfLine(bytes, start); at < end; at = endOfLine(bytes, at)) {
      if (this.#widthAt(bytes.subarray(at, end)) === this.#width) return true;
    }
    return false;
  }

  #widthAt(bytes: Buffer): number | null {
    try {
      return (parse(bytes, { ...this.#options(), to: 1 }) as string[][])[0]?.length ?? null;
    } catch (error) {
      if (error instanceof CsvError) return null;
      throw error;
    }
  }

  /** Rejects the line at which the parser stopped; the offset of the next one. */
  #rejectLine(bytes: Buffer, { at, code }: Stop, entries: Entry[]): number {
    const end = endOfLine(bytes, at);
    const fault = this.#isBad(1) ? this.#notOfEncoding : FAULTS[code];
    if (!fault) throw new Error(`unknown fault of the CSV parser: ${code}`);
    entries.push({ line: this.#line, fields: [], fault, text: () => textOf(bytes, at, end) });
    this.#line += 1;
    return end;
  }
}

const textOf = (bytes: Buffer, start: number, end: number) => bytes.toString("utf8", start, end).replace(/[\r\n]+$/, "");
