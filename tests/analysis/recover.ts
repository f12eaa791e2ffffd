/** How much of each group's figure a published number holds: 1 for the groups that it adds up, 0 for the rest. */
export type Indicator = readonly number[];

const EPSILON = 1e-9;

/** Number of independent rows, by Gaussian elimination with the largest pivot. */
export function rank(rows: readonly Indicator[]): number {
  const left = rows.map((row) => [...row]);
  const width = left[0]?.length ?? 0;
  let found = 0;
  for (let column = 0; column < width; column++) {
    const rest = left.slice(found);
    const pivot = rest.sort((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0))[0];
    if (!pivot || Math.abs(pivot[column] ?? 0) < EPSILON) continue;
    const reduced = rest
      .slice(1)
      .map((row) => row.map((value, i) => value - ((row[column] ?? 0) / (pivot[column] ?? 1)) * (pivot[i] ?? 0)));
    left.splice(found, rest.length, pivot, ...reduced);
    found++;
  }
  return found;
}

/** Whether the figure of one group follows from published sums over groups: whether it is a combination of them. */
export function isRecoverable(published: readonly Indicator[], group: number, groups: number): boolean {
  const own = Array.from({ length: groups }, (_, i) => Number(i === group));
  return rank([...published, own]) === rank(published);
}
