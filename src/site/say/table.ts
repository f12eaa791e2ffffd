import type { Bound } from "../../core/bound.ts";

/** A table as a page shows it and a reader takes it away. */
export interface TableData {
  caption: string;
  head: readonly TableCell[];
  rows: readonly (readonly TableCell[])[];
  /** A phone shows a list of its rows, of which each says its heads. Default false: a table that scrolls sideways. */
  isListed?: boolean;
}

/** Text, or what stands for something that sorts and is taken away by another form: a number, a period. */
export type TableCell = string | Figured;

interface Figured {
  /** As it is shown. */
  text: string;
  /** As it sorts and is taken away: a number in the metric's unit, the id of a period; null where it is missing or hidden. */
  raw: string | number | null;
  /** Numbers stand to the right. */
  isNumber: boolean;
  /** What the number says of the true one. */
  bound: Bound;
  /** Address of what explains it. */
  href?: string;
}

/** A number as it is shown, and as it is; in a head, what stands over numbers. */
export const numeral = (text: string, raw: number | null = null, bound: Bound = "exact"): TableCell => ({
  text,
  raw,
  isNumber: true,
  bound,
});

/** A text that sorts by another. */
export const sorted = (text: string, raw: string): TableCell => ({ text, raw, isNumber: false, bound: "exact" });

/** A text that leads to what explains it. */
export const linked = (text: string, href: string): TableCell => ({ text, raw: text, isNumber: false, bound: "exact", href });

export const textOf = (cell: TableCell): string => (typeof cell === "string" ? cell : cell.text);

export const isNumber = (cell: TableCell): boolean => typeof cell !== "string" && cell.isNumber;

/** What a cell's number says of the true one. */
export const boundOfCell = (cell: TableCell): Bound => (typeof cell === "string" ? "exact" : cell.bound);

export const hrefOf = (cell: TableCell): string | undefined => (typeof cell === "string" ? undefined : cell.href);

/** What the cell is beyond how it is shown. */
export const rawOf = (cell: TableCell): string | number | null => (typeof cell === "string" ? cell : cell.raw);
