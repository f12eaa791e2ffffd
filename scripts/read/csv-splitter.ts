import { CsvError, parse } from "csv-parse/sync";
import type { Block, Encoding } from "./decode.ts";
import type { Entry, Fault } from "./entry.ts";
import { countLines, endOfLine, startOfText } from "./lines.ts";

export const DELIMITERS = [",", ";", "\t", "|"] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** A quote that is not closed within this many bytes belongs to a broken record. */
const LONGEST_RECORD = 32 * 1024 * 1024;

const UNCLOSED = "CSV_QUOTE_NOT_CLOSED";

const FAULTS: Readonly<Record<string, Fault>> = {
  INVALID_OPENING_QUOTE: { found: "a quote inside a field that does not start with one", expected: "quotes around a whole field only" },
  CSV_INVALID_CLOSING_QUOTE: { found: "text after a closing quote", expected: "a separator or a line break after a closing quote" },
  [UNCLOSED]: { found: "a quote that is not closed", expected: "a closing quote" },
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
    const firstLine = this.#line + countLines(this.#open, 0, this.#open.length);
    for (const line of block.badLines) this.#badLines.add(firstLine + line);
    const bytes = this.#open.length === 0 ? block.bytes : Buffer.concat([this.#open, block.bytes]);
    this.#open = Buffer.alloc(0);
    const entries: Entry[] = [];
    for (let from = 0; from < bytes.length; ) {
      const stop = this.#parseFrom(bytes, from, entries);
      if (stop === null) break;
      if (stop.code === UNCLOSED && !block.isLast && bytes.length - stop.at < LONGEST_RECORD) {
        this.#open = bytes.subarray(stop.at);
        break;
      }
      from = this.#rejectLine(bytes, stop, entries);
    }
    return entries;
  }

  #parseFrom(bytes: Buffer, from: number, entries: Entry[]): Stop | null {
    const hasNul = bytes.includes(0);
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
          if (span > 1 && this.#hidesRecords(bytes, start, next, fields.length)) throw new RunawayQuote();
          entries.push(this.#entry(bytes, start, next, span, fields, hasNul));
          end = next;
          return null;
        },
      });
    } catch (error) {
      if (error instanceof RunawayQuote) return { at: this.#skipBlank(bytes, end), code: UNCLOSED };
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

  #entry(bytes: Buffer, start: number, end: number, span: number, fields: string[], hasNul: boolean): Entry {
    this.#width ??= fields.length;
    const fault = this.#fault(bytes, start, end, span, fields.length, hasNul);
    const line = this.#line;
    this.#line += span;
    return { line, fields: fault ? [] : fields, fault, text: () => textOf(bytes, start, end) };
  }

  #fault(bytes: Buffer, start: number, end: number, span: number, fields: number, hasNul: boolean): Fault | null {
    if (this.#isBad(span)) return this.#notOfEncoding;
    if (hasNul && bytes.subarray(start, end).includes(0)) return NUL;
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
