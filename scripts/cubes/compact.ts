import {
  bool,
  type Column,
  columnFromArray,
  columnFromValues,
  dictionary,
  float64,
  int32,
  type Table,
  Type,
  tableFromColumns,
  utf8,
} from "@uwdata/flechette";
import { arrowColumn } from "../stage/arrow-column.ts";
import { textCodes } from "./text-codes.ts";

/** A column of keys: by its ranks rows are put in order, in which it is then written. */
interface Key {
  /** The place of each row's value among all values, from 0; what is missing comes last. */
  ranks: Int32Array;
  /** Ranks are below this. */
  limit: number;
  write: (order: Int32Array) => Column<unknown>;
}

/** Numbers that lie further apart than this, or than there are rows, are ranked by a sort. */
const NEAR = 100_000;

/** Ranks of whole numbers: the distance to the least of them or, where they lie far apart, the place among those there are. */
function ranksOf(numbers: Int32Array): Pick<Key, "ranks" | "limit"> {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  if (most - least <= Math.max(NEAR, numbers.length))
    return { ranks: numbers.map((number) => number - least), limit: Math.max(0, most - least + 1) };
  const distinct = new Int32Array(new Set(numbers)).sort();
  const places = new Map(Array.from(distinct, (number, place) => [number, place]));
  return { ranks: numbers.map((number) => places.get(number) as number), limit: distinct.length };
}

function numberKey(column: Column<unknown>): Key {
  const isFlag = column.type.typeId === Type.Bool;
  const given = column.toArray() as ArrayLike<number | boolean>;
  const numbers = new Int32Array(column.length);
  for (let row = 0; row < numbers.length; row++) numbers[row] = Number(given[row]);
  const write = (order: Int32Array) => {
    const values = order.map((row) => numbers[row] as number);
    return isFlag ? columnFromValues(values, bool()) : arrowColumn(int32(), values.length, [], { values });
  };
  return { ...ranksOf(numbers), write };
}

function textKey(column: Column<unknown>): Key {
  const { codes, words } = textCodes(column);
  const write = (order: Int32Array) => {
    const [type, values, missing] = [utf8(), order.map((row) => codes[row] as number), [] as number[]];
    for (let row = values.indexOf(words.length); row !== -1; row = values.indexOf(words.length, row + 1)) {
      missing.push(row);
      values[row] = 0;
    }
    // a dictionary without words is none that a reader of Arrow could open
    if (words.length === 0) return columnFromArray<string>(Array(values.length).fill(null), type);
    return arrowColumn(dictionary(type, int32()), values.length, missing, { values, words: columnFromArray<string>([...words], type) });
  };
  return { ranks: codes, limit: words.length + 1, write };
}

/** Rows in the order of their keys: sorted by the last key first, as each later pass leaves the order of equals alone. */
function orderOf(keys: readonly Key[], rowCount: number): Int32Array {
  let order = Int32Array.from({ length: rowCount }, (_, row) => row);
  for (const { ranks, limit } of keys.toReversed()) {
    const next = new Int32Array(limit + 1);
    for (const rank of ranks) next[rank + 1] = (next[rank + 1] as number) + 1;
    for (let rank = 0; rank < limit; rank++) next[rank + 1] = (next[rank + 1] as number) + (next[rank] as number);
    const sorted = new Int32Array(rowCount);
    for (const row of order) {
      const rank = ranks[row] as number;
      sorted[next[rank] as number] = row;
      next[rank] = (next[rank] as number) + 1;
    }
    order = sorted;
  }
  return order;
}

function figureColumn(column: Column<unknown>, order: Int32Array): Column<unknown> {
  const isWhole = column.type.typeId === Type.Int;
  const given = column.toArray() as ArrayLike<number>;
  const values = isWhole ? new Int32Array(order.length) : new Float64Array(order.length);
  for (let place = 0; place < values.length; place++) values[place] = given[order[place] as number] as number;
  return arrowColumn(isWhole ? int32() : float64(), values.length, [], { values });
}

/** A cube as compact Arrow in the order of its keys, which is quicker to find here than in SQL: texts as dictionaries, all else in the types that it has. */
export function compact(table: Table, keys: readonly string[]): Table {
  const keyOf = (name: string): Key => {
    const column = table.getChild(name);
    const isNumber = column.type.typeId === Type.Int || column.type.typeId === Type.Bool;
    return isNumber ? numberKey(column) : textKey(column);
  };
  const sorting = new Map(keys.map((name) => [name, keyOf(name)]));
  const order = orderOf([...sorting.values()], table.numRows);
  const write = (name: string) => sorting.get(name)?.write(order) ?? figureColumn(table.getChild(name), order);
  return tableFromColumns(table.names.map((name) => [name, write(name)]));
}
