import { PARTS_OF_ONE } from "../core/amounts.ts";
import type { Bound } from "../core/bound.ts";

const MINUTES_OF_HOUR = 60;
const MINUTES_OF_DAY = 24 * MINUTES_OF_HOUR;

/** An additive column of a cube: cells of it add up to the same number that SQL gives for the whole. */
export interface Additive {
  kind: "additive";
  /** Column of the cube. */
  id: string;
  /** The fact it is taken from; undefined is the metric's own. */
  of: string | undefined;
  /** Columns and flags that it is made from; `rows` where it counts all rows. */
  reads: readonly string[];
  /** Aggregate over the rows of the fact. */
  sql: string;
  /** Cells hold this many parts of each one that the aggregate gives, whole numbers whose sums are exact; null where sums are of fractions, such as a share of a delay. */
  parts: number | null;
  /** It counts rows, so that cells hold it as a whole number. */
  isCount: boolean;
}

/** How often each value of a column occurs, at display resolution; what an exact quantile of any selection is made from. */
export interface Counts {
  kind: "counts";
  id: string;
  of: string | undefined;
  reads: readonly string[];
  column: string;
  /** Width of one value, in the unit of the column: 0.1 counts tenths. */
  step: number;
}

export type Component = Additive | Counts;

/** The columns beside a column that is published within limits: in how many cells it may in truth be more, and less. */
export const doubtColumns = (id: string): [more: string, less: string] => [`${id}__more`, `${id}__less`];

/** The components of one group of cells, added up. A group without rows gives 0 and an empty map. */
export interface Totals {
  additive(component: Additive): number;
  /** Whether the sum of a component is its own, or rests on cells that are published within limits. */
  bound(component: Additive): Bound;
  /** value, in steps → number of rows */
  counts(component: Counts): ReadonlyMap<number, number>;
}

/** Which rows of a fact a part looks at. */
export interface Of {
  /** Another fact than the metric's own. */
  of?: string;
  /** A flag of the fact that must be true, or several that all must be. */
  where?: string | readonly string[];
}

type Where = Of["where"];

const flagsOf = (where: Where): readonly string[] => (typeof where === "string" ? [where] : (where ?? []));
const filtered = (sql: string, where: Where) => (where ? `${sql} filter (where ${flagsOf(where).join(" and ")})` : sql);
const named = (id: string, where: Where) => [id, ...flagsOf(where)].join("__");

/** A fact's amounts, of money and of hours that were written down, are decimals. */
export const isAmount = (column: string): boolean => column === "hours" || column.endsWith("_cny");

/** Parts of one of a column, which bears its unit: the time from one moment to another is in whole minutes. */
function partsOf(column: string): number | null {
  if (isAmount(column)) return PARTS_OF_ONE;
  if (column.startsWith("hours_to_")) return MINUTES_OF_HOUR;
  return column.startsWith("days_to_") ? MINUTES_OF_DAY : null;
}

export const rowCount = ({ of, where }: Of): Additive => ({
  kind: "additive",
  id: named("count", where),
  of,
  reads: where ? flagsOf(where) : ["rows"],
  sql: filtered("count(*)", where),
  parts: 1,
  isCount: true,
});

export const valueCount = (column: string, { of, where }: Of): Additive => ({
  kind: "additive",
  id: named(`count_${column}`, where),
  of,
  reads: [column, ...flagsOf(where)],
  sql: filtered(`count(${column})`, where),
  parts: 1,
  isCount: true,
});

export const valueSum = (column: string, { of, where }: Of): Additive => ({
  kind: "additive",
  id: named(`sum_${column}`, where),
  of,
  reads: [column, ...flagsOf(where)],
  sql: filtered(`sum(${column})`, where),
  parts: partsOf(column),
  isCount: false,
});

export const valueCounts = (column: string, step: number, of?: string): Counts => ({
  kind: "counts",
  id: `counts_${column}`,
  of,
  reads: [column],
  column,
  step,
});
