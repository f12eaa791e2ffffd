import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { DataError } from "../../src/core/errors.ts";
import { expectedOf } from "../../src/i18n/reasons.ts";
import { CsvSplitter, type Delimiter } from "./csv-splitter.ts";
import { type Encoding, readBlocks } from "./decode.ts";
import type { Entry, Reading } from "./entry.ts";
import { Fingerprinting } from "./fingerprint.ts";

interface CsvOptions {
  encoding: Encoding;
  delimiter: Delimiter;
}

/** Small, since the header of every file is looked at before any file is read. */
const CHUNK_BYTES = 64 * 1024;

/** Opens a CSV file; null when there is not even a header. Throws a DataError when the header cannot be read. */
export async function openCsv(path: string, { encoding, delimiter }: CsvOptions): Promise<Reading | null> {
  const { size } = await stat(path);
  const taking = new Fingerprinting();
  async function* readChunks(): AsyncGenerator<Buffer, void, undefined> {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
      taking.add(chunk);
      yield chunk;
    }
  }
  const splitter = new CsvSplitter(encoding, delimiter);
  async function* readEntries(): AsyncGenerator<Entry[], void, undefined> {
    for await (const block of readBlocks(readChunks(), path, encoding)) {
      const entries = splitter.split(block);
      if (entries.length > 0) yield entries;
    }
  }
  const entries = readEntries();
  const [header, ...early] = (await entries.next()).value ?? [];
  if (header === undefined) return null;
  if (header.fault) {
    const { found, reason } = header.fault;
    throw new DataError(`the header of ${path} cannot be read`, [{ file: path, line: header.line, found, expected: expectedOf(reason) }]);
  }
  return {
    header: header.fields.map((name) => name ?? ""),
    moments: new Set(),
    fractions: new Map(),
    share: () => (size > 0 ? Math.min(taking.bytes / size, 1) : 1),
    fingerprint: () => taking.fingerprint,
    batches: chain(early, entries),
  };
}

async function* chain(early: Entry[], later: AsyncGenerator<Entry[], void, undefined>): AsyncGenerator<Entry[], void, undefined> {
  yield early;
  yield* later;
}
