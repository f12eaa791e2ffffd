import type { KeyColumn } from "./cell-index.ts";

/** Rows of cells, and the group of each; groups are numbered in the order of their first appearance. */
export interface Grouping {
  /** Rows of the table. */
  rows: Int32Array;
  /** The group of each of `rows`. */
  groups: Int32Array;
  /** The first place of each group in `rows`. */
  firsts: readonly number[];
}

/** Whole numbers below this many times the rows are numbered by an array, others by a map. */
const SPARSE = 8;

/** Numbers whole numbers below `limit` from 0, in the order in which they come. */
function numbering(limit: number, rowCount: number): (key: number) => number {
  const isSparse = limit > SPARSE * (rowCount + SPARSE);
  return isSparse ? numberingByMap() : numberingByArray(limit);
}

function numberingByArray(limit: number): (key: number) => number {
  const numbers = new Int32Array(limit).fill(-1);
  let found = 0;
  return (key) => {
    const number = numbers[key] as number;
    if (number >= 0) return number;
    numbers[key] = found;
    return found++;
  };
}

function numberingByMap(): (key: number) => number {
  const numbers = new Map<number, number>();
  return (key) => {
    const number = numbers.get(key) ?? numbers.size;
    if (number === numbers.size) numbers.set(key, number);
    return number;
  };
}

/** Groups rows by a whole number below `limit` that each of them bears. */
export function groupRows(rows: Int32Array, keys: Int32Array, limit: number): Grouping {
  const numberOf = numbering(limit, rows.length);
  const groups = new Int32Array(rows.length);
  const firsts: number[] = [];
  let [key, group] = [-1, -1];
  for (let place = 0; place < keys.length; place++) {
    // neighbours are mostly alike, since cells are sorted by their keys
    if (keys[place] !== key) {
      key = keys[place] as number;
      group = numberOf(key);
      if (group === firsts.length) firsts.push(place);
    }
    groups[place] = group;
  }
  return { rows, groups, firsts };
}

/** The same rows in groups that also share their member of a column. */
export function splitGroups({ rows, groups, firsts }: Grouping, { codes, members }: KeyColumn): Grouping {
  const keys = new Int32Array(rows.length);
  const width = members.length;
  for (let place = 0; place < rows.length; place++)
    keys[place] = (groups[place] as number) * width + (codes[rows[place] as number] as number);
  return groupRows(rows, keys, firsts.length * width);
}

/** The sum of a column for each group, added up in the order of the rows. */
export function sumGroups({ rows, groups, firsts }: Grouping, figures: Float64Array): Float64Array {
  const sums = new Float64Array(firsts.length);
  let [group, sum] = [0, 0];
  for (let place = 0; place < rows.length; place++) {
    // the sum of a run of rows stays out of memory, which is four times as quick
    if (groups[place] !== group) {
      sums[group] = sum;
      group = groups[place] as number;
      sum = sums[group] as number;
    }
    sum += figures[rows[place] as number] as number;
  }
  if (sums.length > 0) sums[group] = sum;
  return sums;
}
