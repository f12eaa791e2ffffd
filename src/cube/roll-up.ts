import { type ColumnTable, escape as closure, op } from "arquero";
import type { Month, Period } from "../core/periods.ts";
import type { Filters } from "../core/selection.ts";
import type { Cell } from "./cell.ts";
import { isHiddenAmong, isMark, LEFT_OUT } from "./hidden.ts";
import type { FactInfo } from "./manifest.ts";

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

/** Which cells count for which period: by how the fact adds up over time (see `OVER_TIME`). */
function periodIndex({ over, first, last }: FactInfo, periods: readonly Period[]): (month: Month, isEntry: boolean) => number | undefined {
  const index = new Map<Month, number>();
  periods.forEach(({ start, end }, i) => {
    const [from, to] = [Math.max(start, first), Math.min(end, last)];
    for (let month = over === "stock" ? to : from; month <= to; month++) index.set(month, i);
  });
  const starts = new Set(periods.map(({ start }) => Math.max(start, first)));
  if (over !== "presence") return (month) => index.get(month);
  return (month, isEntry) => (isEntry || starts.has(month) ? index.get(month) : undefined);
}

/** Adds up columns of a fact's cells for every period and member; groups come in no particular order, those without cells not at all. */
export function rollUp(
  fact: FactInfo,
  cells: ColumnTable,
  { periods, filters = {}, by = [] }: Query,
  columns: readonly string[],
  keys: readonly string[] = [],
): Group[] {
  const periodAt = periodIndex(fact, periods);
  const wanted = Object.entries(filters).map(([dimension, members]) => [dimension, new Set<unknown>(members)] as const);
  const groupKeys = ["period", ...by, ...keys, ...(fact.isProtected ? ["month", "pool", "is_hidden"] : [])];
  const sums = Object.fromEntries(columns.map((column) => [column, op.sum(column)]));
  const isWanted = (cell: Cell) => wanted.every(([dimension, members]) => members.has(cell[dimension]));
  const rows = (wanted.length > 0 ? cells.filter(closure(isWanted)) : cells)
    .derive({ period: closure((cell: Cell) => periodAt(Number(cell["month"]), cell["is_entry"] === true) ?? -1) })
    .filter(closure((cell: Cell) => cell["period"] !== -1))
    .groupby(...groupKeys)
    .rollup(sums)
    .objects() as Cell[];
  return [...Map.groupBy(rows, (row) => JSON.stringify(["period", ...by].map((key) => row[key]))).values()].map((group) => ({
    period: Number(group[0]?.["period"]),
    members: Object.fromEntries(by.map((dimension) => [dimension, String(group[0]?.[dimension])])),
    rows: group.filter((row) => !isMark(row)),
    isHidden: fact.isProtected && isHiddenAmong(group),
    hasLeftOut: group.some((row) => isMark(row) && row["pool"] === LEFT_OUT),
  }));
}
