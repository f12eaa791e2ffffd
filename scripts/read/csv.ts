import { stat } from "node:fs/promises";
import { DataError } from "../../src/core/errors.ts";
import { CsvSplitter, type Delimiter } from "./csv-splitter.ts";
import { type Encoding, readBlocks } from "./decode.ts";
import type { Entry, Reading } from "./entry.ts";

interface CsvOptions {
  encoding: Encoding;
  delimiter: Delimiter;
}

/** Opens a CSV file; null when there is not even a header. Throws a DataError when the header cannot be read. */
export async function openCsv(path: string, { encoding, delimiter }: CsvOptions): Promise<Reading | null> {
  const { size } = await stat(path);
  let bytesRead = 0;
  const splitter = new CsvSplitter(encoding, delimiter);
  async function* readEntries(): AsyncGenerator<Entry[], void, undefined> {
    for await (const block of readBlocks(path, encoding)) {
      bytesRead = block.bytesRead;
      const entries = splitter.split(block);
      if (entries.length > 0) yield entries;
    }
  }
  const entries = readEntries();
  const [header, ...early] = (await entries.next()).value ?? [];
  if (header === undefined) return null;
  if (header.fault) throw new DataError(`the header of ${path} cannot be read`, [{ file: path, line: header.line, ...header.fault }]);
  const share = () => (size > 0 ? bytesRead / size : 1);
  return { header: header.fields.map((name) => name ?? ""), moments: new Set(), share, batches: chain(early, entries) };
}

async function* chain(early: Entry[], later: AsyncGenerator<Entry[], void, undefined>): AsyncGenerator<Entry[], void, undefined> {
  yield early;
  yield* later;
}
