import {
  type Column as ArrowColumn,
  bool,
  columnFromArray,
  type DataType,
  dateDay,
  decimal,
  float64,
  int32,
  TimeUnit,
  timestamp,
} from "@uwdata/flechette";
import { toParts } from "../../src/core/amounts.ts";
import type { ColumnKind } from "../../src/core/contract.ts";
import { arrowColumn } from "./arrow-column.ts";
import { GrowingNumbers } from "./growing.ts";
import type { Staged } from "./read-value.ts";
import { textBuilder } from "./text-builder.ts";

/** Gathers the values of a column, row by row, and makes an Arrow column of them. */
export interface ColumnBuilder {
  add: (value: Staged | null) => void;
  finish: () => ArrowColumn<unknown>;
}

/** Starts a column of the Arrow type in which a kind is staged. */
export function columnBuilder(kind: ColumnKind): ColumnBuilder {
  switch (kind) {
    case "date":
      return numberBuilder(dateDay(), (values) => Int32Array.from(values));
    case "timestamp":
      return numberBuilder(timestamp(TimeUnit.MILLISECOND), (values) => BigInt64Array.from(values, BigInt));
    case "integer":
      return numberBuilder(int32(), (values) => Int32Array.from(values));
    case "number":
      return numberBuilder(float64(), (values) => values.slice());
    case "amount":
      return numberBuilder(decimal(18, 4), partsOf);
    case "flag":
      return flagBuilder();
    default:
      return textBuilder();
  }
}

/** The parts of amounts as the 128 bits of a decimal each, the lower half first. */
function partsOf(amounts: Float64Array): BigInt64Array {
  const halves = new BigInt64Array(2 * amounts.length);
  amounts.forEach((yuan, row) => {
    const parts = toParts(yuan);
    halves[2 * row] = BigInt(parts);
    halves[2 * row + 1] = parts < 0 ? -1n : 0n;
  });
  return halves;
}

type Packed = Int32Array | BigInt64Array | Float64Array;

function numberBuilder(type: DataType, pack: (values: Float64Array) => Packed): ColumnBuilder {
  const values = new GrowingNumbers();
  const missing: number[] = [];
  return {
    add: (value) => {
      if (value === null) missing.push(values.length);
      values.push(Number(value));
    },
    finish: () => arrowColumn(type, values.length, missing, { values: pack(values.values) }),
  };
}

function flagBuilder(): ColumnBuilder {
  const values: (Staged | null)[] = [];
  return { add: (value) => values.push(value), finish: () => columnFromArray(values, bool()) };
}
