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
import { type Entry, hasValue, type Reading, withoutHeader } from "./entry.ts";
import { checkCsv } from "./file-kind.ts";
import { Fingerprinting } from "./fingerprint.ts";
import { findHeader, type HeaderSettings, namesOf, type RawRow, SEARCHED_ROWS } from "./header-row.ts";
import type { LayoutOf } from "./layout.ts";
import { countLines, endOfLine } from "./lines.ts";

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
  const { encoding, delimiter, head, firstLine } = await startOfCsv(path, settings);
  const header = findHeader(rowsOf(head, [settings.header_row ?? firstLine].flat()[0] as number, { path, delimiter }), settings, path);
  if (header === null) return null;
  const titles = head
    .split("\n", header.line - 1)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return { format: "csv", encoding, delimiter, header: { ...header, titles } };
}

/** The rows at the start of a CSV file, titles above its header among them, up to one that cannot be taken apart. */
export async function firstRowsOfCsv(path: string, settings: CsvSettings): Promise<RawRow[]> {
  const { delimiter, head, firstLine } = await startOfCsv(path, settings);
  const rows: RawRow[] = [];
  try {
    for (const row of rowsOf(head, firstLine, { path, delimiter })) if (rows.push(row) === SEARCHED_ROWS) break;
  } catch (error) {
    if (!(error instanceof DataError) || rows.length === 0) throw error;
  }
  return rows;
}

async function startOfCsv(path: string, settings: CsvSettings) {
  await checkCsv(path);
  const encoding = settings.encoding === "auto" ? await detectEncoding(path) : settings.encoding;
  const head = await headOf(path, encoding);
  const separator = SEPARATOR_LINE.exec(head);
  const body = head.slice(separator?.[0].length ?? 0);
  const told = separator?.groups?.["delimiter"] as Delimiter | undefined;
  const delimiter = settings.delimiter === "auto" ? (told ?? detectDelimiter(body)) : settings.delimiter;
  return { encoding, delimiter, head, firstLine: separator ? 2 : 1 };
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

/** The rows of a text from a line on that say anything. Above it may stand what is no CSV. */
function* rowsOf(text: string, from: number, { path, delimiter }: { path: string; delimiter: Delimiter }): Generator<RawRow> {
  let line = 1;
  let at = 0;
  for (; line < from && at < text.length; line += 1) at = endOfLine(text, at);
  while (at < text.length) {
    const { fields, end, fault } = scanRecord(text, at, delimiter);
    if (fault) {
      const issue = { file: path, line, found: fault.found, expected: expectedOf(fault.reason) };
      throw new DataError(`表头读不了 · the header of ${path} cannot be read`, [issue]);
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
  const found = await withoutHeader(readEntries(), header.rows);
  return {
    ...found,
    header: namesOf(found.header.map(({ fields }) => fields)),
    moments: new Set(),
    fractions: new Map(),
    share: () => (size > 0 ? Math.min(taking.bytes / size, 1) : 1),
    fingerprint: () => taking.fingerprint,
  };
}
