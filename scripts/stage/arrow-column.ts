import { batchType, Column, type DataType } from "@uwdata/flechette";

interface Buffers {
  values: Uint8Array | Int32Array | BigInt64Array | Float64Array;
  /** Where each text starts, and where the last one ends. */
  offsets?: Int32Array;
  /** The words of a dictionary; the values are places in it. */
  words?: Column<string>;
}

/** An Arrow column of one batch from its buffers; `missing` are the rows without a value. */
export function arrowColumn(type: DataType, length: number, missing: readonly number[], { words, ...buffers }: Buffers): Column<unknown> {
  if (length === 0) return new Column([], type);
  const batch = new (batchType(type))({ length, nullCount: missing.length, type, validity: validityOf(length, missing), ...buffers });
  return new Column([words ? batch.setDictionary(words) : batch], type);
}

/** A bit per row, 1 where there is a value; empty when no value is missing. */
function validityOf(length: number, missing: readonly number[]): Uint8Array {
  if (missing.length === 0) return new Uint8Array(0);
  const bits = new Uint8Array(Math.ceil(length / 8)).fill(0xff);
  for (const row of missing) bits[row >> 3] = (bits[row >> 3] ?? 0) & ~(1 << (row & 7));
  return bits;
}
