import { readFile } from "node:fs/promises";
import { type Batch, type DataType, type FloatType, Type, tableFromIPC } from "@uwdata/flechette";
import { stringify } from "csv-stringify/sync";
import { asyncBufferFromFile, type FileMetaData, parquetMetadata, parquetMetadataAsync, parquetSchema } from "hyparquet";
import { readParquet, readSchema } from "parquet-wasm/node";
import { DataError } from "../../src/core/errors.ts";
import { type Entry, type Fault, hasValue, type Reading } from "./entry.ts";
import { checkParquet } from "./file-kind.ts";
import { Fingerprinting } from "./fingerprint.ts";
import type { LayoutOf } from "./layout.ts";
import { checkPages } from "./parquet-checksums.ts";
import { int96Columns, readInt96 } from "./parquet-int96.ts";
import { type Part, planParts } from "./parquet-plan.ts";
import { textOf } from "./parquet-text.ts";

const BATCH_ROWS = 32_768;

/** Whole numbers, decimals and times as they are stored. */
const EXACT = { useBigInt: true, useDecimalInt: true, useBigIntTimestamp: true };

const NUL: Fault = { found: "a NUL byte", reason: { code: "no-nul" } };

interface File {
  path: string;
  bytes: Uint8Array;
  footer: FileMetaData;
}

/** The texts of some rows, column by column. */
type Texts = readonly (readonly (string | null)[])[];

/** The names in the footer of a Parquet file, which alone is read. Throws a DataError when there is none. */
export async function layoutOfParquet(path: string): Promise<LayoutOf<"parquet">> {
  await checkParquet(path);
  const footer = await sound(path, async () => parquetMetadataAsync(await asyncBufferFromFile(path)));
  const names = parquetSchema(footer).children.map(({ element }) => element.name);
  return { format: "parquet", header: { titles: [], names, width: names.length, line: 0, rows: 0 } };
}

/** Opens a Parquet file. Throws a DataError when it is no sound Parquet file, or would take too much memory. */
export async function openParquet(path: string): Promise<Reading> {
  const bytes = await readFile(path);
  const { footer, fields } = await sound(path, () => ({
    footer: parquetMetadata(bytes),
    fields: tableFromIPC(readSchema(bytes).intoIPCStream()).schema.fields,
  }));
  const parts = await sound(path, () => planParts(path, bytes, footer));
  const done = { share: 0 };
  const taking = new Fingerprinting();
  taking.add(bytes);
  return {
    header: fields.map(({ name }) => name),
    moments: new Set(fields.filter(({ type }) => isMoment(type)).map(({ name }) => name)),
    fractions: new Map(fields.flatMap(({ name, type }) => (type.typeId === Type.Float ? [[name, largestWhole(type as FloatType)]] : []))),
    share: () => done.share,
    fingerprint: () => taking.fingerprint,
    batches: readRows({ path, bytes, footer }, parts, done),
  };
}

/** Bits that a fraction has for its digits: of half, single and double precision. */
const FRACTION_BITS = [11, 24, 53] as const;

const largestWhole = ({ precision }: FloatType): number => 2 ** FRACTION_BITS[precision] - 1;

const isMoment = ({ typeId }: DataType) => typeId === Type.Date || typeId === Type.Timestamp;

async function* readRows(file: File, parts: readonly Part[], done: { share: number }): AsyncGenerator<Entry[], void, undefined> {
  const expected = Number(file.footer.num_rows);
  let before = 0;
  for (const part of parts) {
    for await (const texts of readPart(file, part, before)) {
      const rows = texts[0]?.length ?? 0;
      yield toEntries(texts, rows, before);
      before += rows;
      done.share = before / expected;
    }
  }
  if (before === expected) return;
  const issue = { file: file.path, found: `${before} rows that can be read`, expected: `the ${expected} rows that its footer counts` };
  throw new DataError(`文件读不完整 · ${file.path} cannot be read in full`, [issue]);
}

/** The texts of a part, batch by batch; `before` is how many rows come before it. */
async function* readPart({ path, bytes, footer }: File, part: Part, before: number): AsyncGenerator<Texts, void, undefined> {
  const { rowGroups, rows } = part;
  await sound(path, () =>
    checkPages(
      path,
      bytes,
      footer.row_groups.filter((_, index) => rowGroups.includes(index)),
    ),
  );
  const { children, names } = await sound(path, () =>
    tableFromIPC(readParquet(bytes, { batchSize: BATCH_ROWS, rowGroups }).intoIPCStream(), EXACT),
  );
  const outdated = int96Columns(footer);
  const exact = outdated.length > 0 ? await sound(path, () => readInt96(bytes, footer, { rowStart: before, rowEnd: before + rows })) : [];
  const uuids = new Set(footer.schema.filter(({ logical_type }) => logical_type?.type === "UUID").map(({ name }) => name));
  let from = 0;
  for (const batch of children[0]?.data.keys() ?? []) {
    const to = from + (children[0]?.data[batch]?.length ?? 0);
    yield children.map(({ type, data }, place) => {
      const name = names[place] ?? "";
      if (outdated.includes(name)) return exact.slice(from, to).map((row) => row[name] ?? null);
      return textsOf(textOf(type, { isUuid: uuids.has(name) }), data[batch]);
    });
    from = to;
  }
}

/** Rows without any value are no records. */
function toEntries(columns: Texts, rows: number, before: number): Entry[] {
  const hasNul = columns.some((column) => column.some((text) => text?.includes("\0")));
  const entries: Entry[] = [];
  for (let row = 0; row < rows; row += 1) {
    const entry = new Row(before + row + 1, columns, row);
    if (hasValue(entry.fields)) entries.push(hasNul && entry.fields.some((field) => field?.includes("\0")) ? withoutFields(entry) : entry);
  }
  return entries;
}

/** An entry that is written as text only when asked. */
class Row implements Entry {
  readonly line: number;
  readonly fields: (string | null)[];
  readonly fault = null;

  constructor(line: number, columns: Texts, row: number) {
    this.line = line;
    this.fields = new Array(columns.length);
    for (let place = 0; place < columns.length; place += 1) this.fields[place] = columns[place]?.[row] ?? null;
  }

  text(): string {
    return stringify([this.fields], { eof: false });
  }
}

const withoutFields = (row: Row): Entry => ({ line: row.line, fields: [], fault: NUL, text: () => row.text() });

function textsOf(write: (value: unknown) => string, batch: Batch<unknown> | undefined): (string | null)[] {
  const texts: (string | null)[] = [];
  for (let row = 0; row < (batch?.length ?? 0); row += 1) {
    const value = batch?.at(row) ?? null;
    texts.push(value === null ? null : write(value));
  }
  return texts;
}

/** A broken file makes a reader throw, or stop dead, which becomes an error of its own; never a promise that is not kept. */
async function sound<T>(path: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof DataError) throw cause;
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new DataError(`文件读不了 · ${path} cannot be read`, [{ file: path, found, expected: "a sound Parquet file" }]);
  }
}
