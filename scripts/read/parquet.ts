import { openAsBlob } from "node:fs";
import { type Column, type DataType, tableFromIPC, Type } from "@uwdata/flechette";
import { ParquetFile } from "parquet-wasm/node";
import { DataError } from "../../src/core/errors.ts";
import { stringify } from "csv-stringify/sync";
import type { Entry, Fault, Reading } from "./entry.ts";
import { textOf } from "./parquet-text.ts";

const BATCH_ROWS = 32_768;

const NUL: Fault = { found: "a NUL byte", expected: "text without NUL bytes" };

/** Opens a Parquet file. Throws a DataError when it is no sound Parquet file. */
export async function openParquet(path: string): Promise<Reading> {
  const file = await sound(path, async () => ParquetFile.fromFile(await openAsBlob(path)));
  const { fields } = (await sound(path, async () => tableFromIPC(file.schema().intoIPCStream()))).schema;
  const done = { rows: 0 };
  const rows = file.metadata().fileMetadata().numRows();
  return {
    header: fields.map(({ name }) => name),
    moments: new Set(fields.filter(({ type }) => isMoment(type)).map(({ name }) => name)),
    share: () => (rows > 0 ? done.rows / rows : 1),
    batches: readGroups(path, file, done),
  };
}

const isMoment = ({ typeId }: DataType) => typeId === Type.Date || typeId === Type.Timestamp;

async function* readGroups(path: string, file: ParquetFile, done: { rows: number }): AsyncGenerator<Entry[], void, undefined> {
  for (let group = 0; group < file.metadata().numRowGroups(); group += 1) {
    const read = await sound(path, () => file.read({ rowGroups: [group] }));
    const table = tableFromIPC(read.intoIPCStream(), { useBigInt: true, useDecimalInt: true });
    for (let from = 0; from < table.numRows; from += BATCH_ROWS) {
      yield toEntries(table.children, from, Math.min(from + BATCH_ROWS, table.numRows), done.rows);
    }
    done.rows += table.numRows;
  }
}

function toEntries(columns: readonly Column<unknown>[], from: number, to: number, before: number): Entry[] {
  const writers = columns.map(({ type }) => textOf(type));
  const entries: Entry[] = [];
  for (let row = from; row < to; row += 1) {
    const fields = columns.map((column, index) => {
      const value = column.at(row);
      return value === null ? null : (writers[index]?.(value) ?? null);
    });
    const fault = fields.some((field) => field?.includes("\0")) ? NUL : null;
    entries.push({ line: before + row + 1, fields: fault ? [] : fields, fault, text: () => stringify([fields], { eof: false }) });
  }
  return entries;
}

async function sound<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const found = String(error instanceof Error ? error.message : error);
    throw new DataError(`${path} cannot be read`, [{ file: path, found, expected: "a sound Parquet file" }]);
  }
}
