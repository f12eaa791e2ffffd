import type { Cell } from "./cell-index.ts";

/** Groups with this pool are in no figure at all; any other pool's figures are in a cell of its own. */
export const LEFT_OUT = "~left-out";

/** Marks of hidden groups among cells: without figures, but with the name of their pool. */
export const isMark = (cell: Cell): boolean => cell["is_hidden"] === true;

/**
 * Whether sums of these cells must not be shown because a hidden group lies among them and its pool does not,
 * or because in a month of it there is nothing else.
 */
export function isHiddenAmong(cells: readonly Cell[]): boolean {
  const marks = cells.filter(isMark);
  const shown = cells.filter((cell) => !isMark(cell));
  const [pools, months] = [new Set(shown.map((cell) => cell["pool"])), new Set(shown.map((cell) => cell["month"]))];
  return marks.some(({ pool, month }) => (pool === LEFT_OUT ? !months.has(month) : !pools.has(pool ?? null)));
}
