import { readFile } from "node:fs/promises";
import { type Batch, type Column, type DataType, Type, tableFromIPC } from "@uwdata/flechette";
import { stringify } from "csv-stringify/sync";
import { readParquet, readSchema } from "parquet-wasm/node";
import { DataError } from "../../src/core/errors.ts";
import type { Entry, Fault, Reading } from "./entry.ts";
import { textOf } from "./parquet-text.ts";

const BATCH_ROWS = 32_768;

const NUL: Fault = { found: "a NUL byte", expected: "text without NUL bytes" };

/** Opens a Parquet file. Throws a DataError when it is no sound Parquet file. */
export async function openParquet(path: string): Promise<Reading> {
  const bytes = await readFile(path);
  const { fields } = sound(path, () => tableFromIPC(readSchema(bytes).intoIPCStream())).schema;
  const done = { share: 0 };
  return {
    header: fields.map(({ name }) => name),
    moments: new Set(fields.filter(({ type }) => isMoment(type)).map(({ name }) => name)),
    share: () => done.share,
    batches: readRows(path, bytes, done),
  };
}

const isMoment = ({ typeId }: DataType) => typeId === Type.Date || typeId === Type.Timestamp;

async function* readRows(path: string, bytes: Uint8Array, done: { share: number }): AsyncGenerator<Entry[], void, undefined> {
  const read = () => tableFromIPC(readParquet(bytes, { batchSize: BATCH_ROWS }).intoIPCStream(), { useBigInt: true, useDecimalInt: true });
  const { children, numRows } = sound(path, read);
  let before = 0;
  for (const batch of children[0]?.data.keys() ?? []) {
    const entries = toEntries(children, batch, before);
    before += entries.length;
    done.share = before / numRows;
    yield entries;
  }
  if (before !== numRows) throw new Error(`${path}: ${before} of ${numRows} rows read`);
}

function toEntries(columns: readonly Column<unknown>[], batch: number, before: number): Entry[] {
  const texts = columns.map(({ type, data }) => textsOf(type, data[batch]));
  const hasNul = texts.some((column) => column.some((text) => text?.includes("\0")));
  const entries: Entry[] = [];
  for (let row = 0; row < (texts[0]?.length ?? 0); row += 1) {
    const entry = new Row(before + row + 1, texts, row);
    entries.push(hasNul && entry.fields.some((field) => field?.includes("\0")) ? withoutFields(entry) : entry);
  }
  return entries;
}

/** An entry that is written as text only when asked. */
class Row implements Entry {
  readonly line: number;
  readonly fields: (string | null)[];
  readonly fault = null;

  constructor(line: number, columns: readonly (readonly (string | null)[])[], row: number) {
    this.line = line;
    this.fields = new Array(columns.length);
    for (let place = 0; place < columns.length; place += 1) this.fields[place] = columns[place]?.[row] ?? null;
  }

  text(): string {
    return stringify([this.fields], { eof: false });
  }
}

const withoutFields = (row: Row): Entry => ({ line: row.line, fields: [], fault: NUL, text: () => row.text() });

function textsOf(type: DataType, batch: Batch<unknown> | undefined): (string | null)[] {
  const write = textOf(type);
  const texts: (string | null)[] = [];
  for (let row = 0; row < (batch?.length ?? 0); row += 1) {
    const value = batch?.at(row) ?? null;
    texts.push(value === null ? null : write(value));
  }
  return texts;
}

/** A broken file makes the reader throw, or stop dead, which it tells as an error of its own; never a promise that is not kept. */
function sound<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new DataError(`${path} cannot be read`, [{ file: path, found, expected: "a sound Parquet file" }]);
  }
}
