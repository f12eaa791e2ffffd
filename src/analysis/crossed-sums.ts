/** For each subset of the columns the sum of a row over it, and over the rest. */
const sides = (row: readonly number[], subset: number): [number, number] => {
  const inside = row.reduce((sum, count, column) => sum + ((subset >> column) & 1) * count, 0);
  return [inside, row.reduce((sum, count) => sum + count, 0) - inside];
};

/** The fewest cases, but some, that lie on the other side than their row when each row takes one side of a subset of the columns. */
function fewestAcross(rows: readonly (readonly number[])[], subset: number): number {
  const split = rows.map((row) => sides(row, subset));
  const fewest = split.reduce((sum, [inside, outside]) => sum + Math.min(inside, outside), 0);
  return fewest > 0
    ? fewest
    : Math.min(...split.map(([inside, outside]) => inside + outside).filter((count) => count > 0), Number.POSITIVE_INFINITY);
}

/**
 * The smallest number of cases whose own figure can be worked out from sums, where the sum of every row and every column of a table of
 * counts is published; Infinity where there are no cases. Rows and columns are the nodes of a graph whose edges are the cells: a combination
 * of their sums that is 0 in all other cells is a cut, so this is the least cut that is not empty. Columns are few: every subset is tried.
 */
export function fewestBehindSums(rows: readonly (readonly number[])[]): number {
  const columns = rows[0]?.length ?? 0;
  return Math.min(...Array.from({ length: 2 ** columns }, (_, subset) => fewestAcross(rows, subset)), Number.POSITIVE_INFINITY);
}
