import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { z } from "zod";
import { DataError } from "../../src/core/errors.ts";
import { expectedOf } from "../../src/i18n/reasons.ts";
import { scanRecord } from "./csv-record.ts";
import { CsvSplitter, DELIMITERS, type Delimiter } from "./csv-splitter.ts";
import { ENCODINGS, type Encoding, readBlocks } from "./decode.ts";
import { detectDelimiter } from "./detect-delimiter.ts";
import { detectEncoding } from "./detect-encoding.ts";
import { type Entry, hasValue, type Reading } from "./entry.ts";
import { Fingerprinting } from "./fingerprint.ts";
import { findHeader, type HeaderSettings, namesOf, type RawRow } from "./header-row.ts";
import type { LayoutOf } from "./layout.ts";
import { countLines } from "./lines.ts";

/** How a CSV file is written; what is `auto` is found in each file. */
export const csvSettings = {
  encoding: z.enum(["auto", ...ENCODINGS]).default("auto"),
  delimiter: z.enum(["auto", ...DELIMITERS]).default("auto"),
};

export type CsvSettings = z.infer<z.ZodObject<typeof csvSettings>> & HeaderSettings;

const CHUNK_BYTES = 64 * 1024;

/** Characters at the start of a file in which its header is looked for. */
const HEAD_CHARACTERS = 1024 * 1024;

/** The first line of files that were made for a spreadsheet: it names the delimiter. */
const SEPARATOR_LINE = /^"?sep=(?<delimiter>[,;\t|])"?\r?\n/i;

/** How a CSV file is written; null when there is not even a header. Throws a DataError when the header cannot be read. */
export async function layoutOfCsv(path: string, settings: CsvSettings): Promise<LayoutOf<"csv"> | null> {
  const encoding = settings.encoding === "auto" ? await detectEncoding(path) : settings.encoding;
  const head = await headOf(path, encoding);
  const separator = SEPARATOR_LINE.exec(head);
  const body = head.slice(separator?.[0].length ?? 0);
  const told = separator?.groups?.["delimiter"] as Delimiter | undefined;
  const delimiter = settings.delimiter === "auto" ? (told ?? detectDelimiter(body)) : settings.delimiter;
  const header = findHeader(rowsOf(body, separator ? 2 : 1, { path, delimiter }), settings, path);
  return header && { format: "csv", encoding, delimiter, header };
}

/** The start of a file, in whole lines. */
async function headOf(path: string, encoding: Encoding): Promise<string> {
  let head = "";
  for await (const { text } of readBlocks(createReadStream(path, { highWaterMark: CHUNK_BYTES }), path, encoding)) {
    head += text;
    if (head.length >= HEAD_CHARACTERS) break;
  }
  return head;
}

/** The rows of a text that say anything. */
function* rowsOf(text: string, firstLine: number, { path, delimiter }: { path: string; delimiter: Delimiter }): Generator<RawRow> {
  let line = firstLine;
  for (let at = 0; at < text.length; ) {
    const { fields, end, fault } = scanRecord(text, at, delimiter);
    if (fault) {
      const issue = { file: path, line, found: fault.found, expected: expectedOf(fault.reason) };
      throw new DataError(`the header of ${path} cannot be read`, [issue]);
    }
    if (hasValue(fields)) yield { line, cells: fields };
    line += countLines(text, at, end);
    at = end;
  }
}

/** Opens a CSV file that is written as its layout says. */
export async function openCsv(path: string, { encoding, delimiter, header }: LayoutOf<"csv">): Promise<Reading> {
  const { size } = await stat(path);
  const taking = new Fingerprinting();
  async function* readChunks(): AsyncGenerator<Buffer, void, undefined> {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
      taking.add(chunk);
      yield chunk;
    }
  }
  const splitter = new CsvSplitter(encoding, delimiter, header);
  async function* readEntries(): AsyncGenerator<Entry[], void, undefined> {
    for await (const block of readBlocks(readChunks(), path, encoding)) {
      const entries = splitter.split(block);
      if (entries.length > 0) yield entries;
    }
  }
  const entries = readEntries();
  const first = (await entries.next()).value ?? [];
  return {
    header: namesOf(first.slice(0, header.rows).map(({ line, fields }) => ({ line, cells: fields.map((name) => name ?? "") }))),
    moments: new Set(),
    fractions: new Map(),
    share: () => (size > 0 ? Math.min(taking.bytes / size, 1) : 1),
    fingerprint: () => taking.fingerprint,
    batches: chain(first.slice(header.rows), entries),
  };
}

async function* chain(early: Entry[], later: AsyncGenerator<Entry[], void, undefined>): AsyncGenerator<Entry[], void, undefined> {
  yield early;
  yield* later;
}
