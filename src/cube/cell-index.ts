import { type Column, type Table, Type } from "@uwdata/flechette";
import { unknownName } from "../core/errors.ts";
import { onceEach } from "../core/once.ts";

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

/** The members in the order of their first appearance. */
function codesOf(column: Column<Member>): KeyColumn {
  const places = new Map<Member, number>();
  const codes = Int32Array.from(column, (member) => {
    const place = places.get(member) ?? places.size;
    if (place === places.size) places.set(member, place);
    return place;
  });
  return { codes, members: [...places.keys()] };
}

/** A dictionary of one batch, as the build writes it, holds the codes already; what is missing has the code after the last member. */
function keyColumn(column: Column<Member>): KeyColumn {
  const [batch, ...others] = column.data;
  if (column.type.typeId !== Type.Dictionary || !batch || others.length > 0) return codesOf(column);
  const { dictionary, values } = batch as unknown as { dictionary: Column<Member>; values: Int32Array };
  const members: readonly Member[] = [...dictionary];
  const codes = Int32Array.from(values);
  if (batch.nullCount === 0) return { codes, members };
  for (let row = 0; row < codes.length; row++) if (!batch.isValid(row)) codes[row] = members.length;
  return { codes, members: [...members, null] };
}

const figureColumn = (column: Column<number | null>): Float64Array => Float64Array.from(column, (figure) => figure ?? 0);

function indexCells(cells: Table): CellIndex {
  const columnOf = (name: string) => {
    if (!cells.names.includes(name)) throw unknownName("column", name, cells.names);
    return cells.getChild(name);
  };
  return {
    rowCount: cells.numRows,
    keys: onceEach((name) => keyColumn(columnOf(name))),
    figures: onceEach((name) => figureColumn(columnOf(name))),
  };
}

const indexes = new WeakMap<Table, CellIndex>();

/** The index of a whole table of cells, kept as long as the table; tables do not change. */
export function indexOf(cells: Table): CellIndex {
  const index = indexes.get(cells) ?? indexCells(cells);
  indexes.set(cells, index);
  return index;
}

/** One row of a cube: its month, its members, and its components. */
export type Cell = Readonly<Record<string, number | string | boolean | null>>;
