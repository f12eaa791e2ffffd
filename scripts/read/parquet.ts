import { readFile } from "node:fs/promises";
import { type Column, type DataType, type Table, Type, tableFromIPC } from "@uwdata/flechette";
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
  const table = sound(path, () => tableFromIPC(readParquet(bytes).intoIPCStream(), { useBigInt: true, useDecimalInt: true }));
  for (let from = 0; from < table.numRows; from += BATCH_ROWS) {
    const to = Math.min(from + BATCH_ROWS, table.numRows);
    done.share = to / table.numRows;
    yield toEntries(table, from, to);
  }
}

function toEntries({ children }: Table, from: number, to: number): Entry[] {
  const columns = children.map((column) => textsOf(column, from, to));
  return Array.from({ length: to - from }, (_, index) => {
    const fields = columns.map((texts) => texts[index] ?? null);
    const fault = fields.some((field) => field?.includes("\0")) ? NUL : null;
    return { line: from + index + 1, fields: fault ? [] : fields, fault, text: () => stringify([fields], { eof: false }) };
  });
}

function textsOf(column: Column<unknown>, from: number, to: number): (string | null)[] {
  const write = textOf(column.type);
  return Array.from({ length: to - from }, (_, index) => {
    const value = column.at(from + index);
    return value === null ? null : write(value);
  });
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
