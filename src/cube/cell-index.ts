import type { ColumnTable } from "arquero";
import { unknownName } from "../core/errors.ts";
import { onceEach } from "../core/once.ts";
import type { Cell } from "./cell.ts";

/** The member of a dimension, a month, a flag or a counted value. */
type Member = Cell[string];

/** A column of keys as whole numbers: row i has `members[codes[i]]`. */
export interface KeyColumn {
  codes: Int32Array;
  members: readonly Member[];
}

/** The columns of a table of cells as plain arrays, each made when it is first asked for. */
export interface CellIndex {
  rowCount: number;
  /** Throws on a column that the cells lack. */
  keys(column: string): KeyColumn;
  /** An additive column; what is missing adds 0. Throws on a column that the cells lack. */
  figures(column: string): Float64Array;
}

/** A column of arquero; one read from an Arrow dictionary tells its codes. */
interface Column {
  length: number;
  at(row: number): Member | undefined;
  groups?(names: readonly string[]): { keys: ArrayLike<number>; size: number; get: ((code: number) => Member)[] };
}

/** The members in the order of their first appearance. */
function codesOf(column: Column): KeyColumn {
  const places = new Map<Member, number>();
  const codes = new Int32Array(column.length);
  for (let row = 0; row < codes.length; row++) {
    const member = column.at(row) ?? null;
    const place = places.get(member) ?? places.size;
    if (place === places.size) places.set(member, place);
    codes[row] = place;
  }
  return { codes, members: [...places.keys()] };
}

function keyColumn(column: Column): KeyColumn {
  const dictionary = column.groups?.([]);
  const memberAt = dictionary?.get[0];
  if (!dictionary || !memberAt) return codesOf(column);
  const members = Array.from({ length: dictionary.size }, (_, code) => memberAt(code));
  return { codes: new Int32Array(dictionary.keys).subarray(0, column.length), members };
}

/** NaN is missing too, as it is to arquero. */
function figureColumn(column: Column): Float64Array {
  const figures = new Float64Array(column.length);
  for (let row = 0; row < figures.length; row++) figures[row] = Number(column.at(row)) || 0;
  return figures;
}

function indexCells(cells: ColumnTable): CellIndex {
  const columnOf = (name: string): Column => {
    const column = cells.column(name);
    if (!column) throw unknownName("column", name, cells.columnNames());
    return column;
  };
  return {
    rowCount: cells.numRows(),
    keys: onceEach((name) => keyColumn(columnOf(name))),
    figures: onceEach((name) => figureColumn(columnOf(name))),
  };
}

const indexes = new WeakMap<ColumnTable, CellIndex>();

/** The index of a whole table of cells, kept as long as the table; tables do not change. */
export function indexOf(cells: ColumnTable): CellIndex {
  const index = indexes.get(cells) ?? indexCells(cells);
  indexes.set(cells, index);
  return index;
}
