import type { FileMetaData, RowGroup, SchemaElement } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import { DataError } from "../../src/core/errors.ts";

type Chunk = NonNullable<RowGroup["columns"][number]["meta_data"]>;

/** Row groups that are decoded at once. */
export interface Part {
  rowGroups: number[];
  /** How many, by the footer. */
  rows: number;
  /** Bytes of the decoded values. */
  size: number;
}

const GB = 1024 ** 3;

/** Bytes that reading a file may take. */
const LIMIT = 2 * GB;

/** Parts are about as large as this, so that few of them are in memory and a file is not opened too often. */
const PART_BYTES = GB / 8;

/** A decoded part is there three times for a moment: in the reader, on its way, and here. */
const COPIES = 3;

/** Bytes that a value takes until its table is complete. */
const STAGED_BYTES = 16;

const WIDTHS: Readonly<Partial<Record<Chunk["type"], number>>> = { BOOLEAN: 1, INT32: 4, FLOAT: 4, INT64: 8, DOUBLE: 8, INT96: 12 };

/** How to read a file part by part. Throws a DataError when even so it would take more memory than the limit, before anything is decoded. */
export function planParts(path: string, bytes: Uint8Array, { schema, row_groups }: FileMetaData): Part[] {
  const leaves = schema.filter(({ type }) => type !== undefined);
  const parts: Part[] = [];
  for (const [index, group] of row_groups.entries()) {
    const [size, rows] = [sizeOf(group, leaves, bytes), Number(group.num_rows)];
    const last = parts.at(-1);
    if (!last || last.size + size > PART_BYTES) parts.push({ rowGroups: [index], rows, size });
    else {
      last.rowGroups.push(index);
      last.rows += rows;
      last.size += size;
    }
  }
  checkMemory(path, parts, leaves.length);
  return parts;
}

function checkMemory(path: string, parts: readonly Part[], columns: number): void {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const largest = parts.reduce((most, { size }) => Math.max(most, size), 0);
  const needed = largest * COPIES + rows * columns * STAGED_BYTES;
  if (needed <= LIMIT) return;
  const found = `${rows} rows × ${columns} columns; ${inGb(largest)} are decoded at once`;
  throw new DataError(`读这个文件要的内存太多 · ${path} would take ${inGb(needed)} of memory`, [
    { file: path, found, expected: `a file that takes at most ${inGb(LIMIT)}; split it into several files` },
  ]);
}

const inGb = (bytes: number) => `${(bytes / GB).toFixed(1)} GB`;

function sizeOf({ columns }: RowGroup, leaves: readonly SchemaElement[], bytes: Uint8Array): number {
  return columns.reduce((sum, { meta_data }, place) => sum + (meta_data ? decodedSize(meta_data, leaves[place], bytes) : 0), 0);
}

/** Bytes that the values of a column take once they are decoded, whatever the file makes of repetition. */
function decodedSize(chunk: Chunk, leaf: SchemaElement | undefined, bytes: Uint8Array): number {
  const values = Number(chunk.num_values);
  if (chunk.type !== "BYTE_ARRAY") return values * (WIDTHS[chunk.type] ?? Math.max(16, leaf?.type_length ?? 0));
  const known = chunk.size_statistics?.unencoded_byte_array_data_bytes;
  return known === undefined ? Number(chunk.total_uncompressed_size) + values * wordSize(chunk, bytes) : Number(known) + values * 4;
}

/** Mean bytes of a word of the dictionary of a column; 0 when it has none. */
function wordSize({ dictionary_page_offset, data_page_offset }: Chunk, bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = parquetHeader({ view, offset: Number(dictionary_page_offset || data_page_offset) });
  const words = header.dictionary_page_header?.num_values;
  return words ? header.uncompressed_page_size / words : 0;
}
