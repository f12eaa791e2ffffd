import { bool, columnFromArray, type DataType, dateDay, decimal, float64, int32, TimeUnit, timestamp } from "@uwdata/flechette";
import { toParts } from "../../src/core/amounts.ts";
import type { ColumnKind, Staged } from "../../src/core/columns.ts";
import { GrowingNumbers } from "../read/growing.ts";
import { arrowColumn } from "./arrow-column.ts";
import type { ColumnBuilder } from "./column-builder.ts";
import { textBuilder } from "./text-builder.ts";

/** Starts a column of the Arrow type in which a kind is staged. */
export function startColumn(kind: ColumnKind): ColumnBuilder {
  switch (kind) {
    case "date":
      return numberBuilder(dateDay(), (values) => Int32Array.from(values));
    case "timestamp":
      return numberBuilder(timestamp(TimeUnit.MILLISECOND), (values) => BigInt64Array.from(values, BigInt));
    case "integer":
      return numberBuilder(int32(), (values) => Int32Array.from(values));
    case "number":
      return numberBuilder(float64(), (values) => values);
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
  amounts.forEach((amount, row) => {
    const parts = toParts(amount);
    halves[2 * row] = BigInt(parts);
    halves[2 * row + 1] = parts < 0 ? -1n : 0n;
  });
  return halves;
}

type Packed = Int32Array | BigInt64Array | Float64Array;

/** A missing number is kept as NaN, which no staged number is. */
function numberBuilder(type: DataType, pack: (values: Float64Array) => Packed): ColumnBuilder {
  const values = new GrowingNumbers();
  return {
    add: (value) => values.push(value === null ? Number.NaN : Number(value)),
    at: (row) => {
      const value = values.at(row);
      return Number.isNaN(value) ? null : value;
    },
    finish: () => {
      const filled = values.values.map((value) => (Number.isNaN(value) ? 0 : value));
      return arrowColumn(type, values.length, missingOf(values.values), { values: pack(filled) });
    },
  };
}

function missingOf(values: Float64Array): number[] {
  const missing: number[] = [];
  for (let row = 0; row < values.length; row += 1) if (Number.isNaN(values[row])) missing.push(row);
  return missing;
}

function flagBuilder(): ColumnBuilder {
  const values: (Staged | null)[] = [];
  return { add: (value) => values.push(value), at: (row) => values[row] ?? null, finish: () => columnFromArray(values, bool()) };
}
