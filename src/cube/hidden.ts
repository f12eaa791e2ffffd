import type { Cell } from "./cell.ts";

/** Groups with this pool are in no figure at all; any other pool's figures are in a cell of its own. */
export const LEFT_OUT = "~left-out";

/** Marks of hidden groups among cells: without figures, but with the name of their pool. */
export const isMark = (cell: Cell): boolean => cell["is_hidden"] === true;

/**
 * Whether sums of these cells must not be shown because a hidden group lies among them and its pool does not,
 * or because there is nothing else among them.
 */
export function isHiddenAmong(cells: readonly Cell[]): boolean {
  const marks = cells.filter(isMark);
  const pools = new Set(cells.filter((cell) => !isMark(cell)).map((cell) => cell["pool"]));
  const isPartial = marks.some(({ pool }) => pool !== LEFT_OUT && !pools.has(pool ?? null));
  return isPartial || (marks.length > 0 && marks.length === cells.length);
}
