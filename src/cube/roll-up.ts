import type { Table } from "@uwdata/flechette";
import type { Period } from "../core/periods.ts";
import type { Filters } from "../core/selection.ts";
import type { FactInfo } from "../data/manifest.ts";
import { type Cell, type CellIndex, indexOf } from "./cell-index.ts";
import { type Grouping, groupRows, splitGroups, sumGroups } from "./grouping.ts";
import { isHiddenAmong, isMark, LEFT_OUT } from "./hidden.ts";
import { selectRows } from "./select-rows.ts";

export interface Query {
  /** Periods that do not overlap. */
  periods: readonly Period[];
  filters?: Filters;
  /** Dimensions to split by. */
  by?: readonly string[];
}

/** The cells of one period and one member of each dimension split by. */
export interface Group {
  /** Index into the periods of the query. */
  period: number;
  members: Readonly<Record<string, string>>;
  rows: readonly Cell[];
  /** A hidden group lies in it, so that its sums would not be its own. */
  isHidden: boolean;
  /** A group that is in no figure at all would lie in it. */
  hasLeftOut: boolean;
}

/** What distinguishes the cells of hidden groups and their pools, in a fact whose small groups are pooled. */
const POOL_KEYS = ["month", "pool", "is_hidden"];

/** For each group a cell with its members of the keys and its sums of the columns. */
function cellsOf(index: CellIndex, grouping: Grouping, keys: readonly string[], columns: readonly string[] = []): Cell[] {
  const named = keys.map((key) => ({ key, ...index.keys(key) }));
  const summed = columns.map((column) => ({ column, sums: sumGroups(grouping, index.figures(column)) }));
  return grouping.firsts.map((first, group) => {
    const row = grouping.rows[first] as number;
    const cell: Record<string, Cell[string]> = {};
    for (const { key, codes, members } of named) cell[key] = members[codes[row] as number] ?? null;
    for (const { column, sums } of summed) cell[column] = sums[group] as number;
    return cell;
  });
}

/** The cells of finer groups, for each of the coarser ones in which they lie. */
function cellsWithin(outer: Grouping, inner: Grouping, cells: readonly Cell[]): Cell[][] {
  const within: Cell[][] = outer.firsts.map(() => []);
  cells.forEach((cell, group) => {
    within[outer.groups[inner.firsts[group] as number] as number]?.push(cell);
  });
  return within;
}

const pooled = (cells: readonly Cell[]) => ({
  rows: cells.filter((cell) => !isMark(cell)),
  isHidden: isHiddenAmong(cells),
  hasLeftOut: cells.some((cell) => isMark(cell) && cell["pool"] === LEFT_OUT),
});

/** Adds up columns of a fact's cells for every period and member; groups come in no particular order, those without cells not at all. */
export function rollUp(
  fact: FactInfo,
  cells: Table,
  { periods, filters = {}, by = [] }: Query,
  columns: readonly string[],
  keys: readonly string[] = [],
): Group[] {
  const index = indexOf(cells);
  if (index.rowCount === 0) return [];
  const split = (grouping: Grouping, key: string) => splitGroups(grouping, index.keys(key));
  const selected = selectRows(fact, index, periods, filters);
  const byPeriod = groupRows(selected.rows, selected.periods, periods.length);
  const outer = by.reduce(split, byPeriod);
  const innerKeys = fact.pooling ? [...keys, ...POOL_KEYS] : keys;
  const inner = innerKeys.reduce(split, outer);
  const rows = cellsWithin(outer, inner, cellsOf(index, inner, innerKeys, columns));
  return cellsOf(index, outer, by).map((members, group) => ({
    period: selected.periods[outer.firsts[group] as number] as number,
    members: Object.fromEntries(by.map((dimension) => [dimension, String(members[dimension])])),
    ...(fact.pooling ? pooled(rows[group] ?? []) : { rows: rows[group] ?? [], isHidden: false, hasLeftOut: false }),
  }));
}
