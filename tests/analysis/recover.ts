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

/** Every choice of things whose sizes add up to less than a limit. */
function choicesBelow(sizes: readonly number[], limit: number, from = 0): number[][] {
  return sizes.flatMap((size, i) =>
    i < from || size >= limit ? [] : [[i], ...choicesBelow(sizes, limit - size, i + 1).map((more) => [i, ...more])],
  );
}

/**
 * The fewest people, if fewer than the minimum, of whom published sums over people give a figure that nobody else is in: there is a
 * combination of the sums that is 0 everywhere else. Null where there is none.
 */
export function recoverableBelow(published: readonly Indicator[], minimum: number): number[] | null {
  const columns = (published[0] ?? []).map((_, person) => published.map((row) => row[person] ?? 0));
  const alike = [...Map.groupBy(columns.keys(), (person) => JSON.stringify(columns[person])).values()];
  const rows = published.map((row) => alike.map(([first = 0]) => row[first] ?? 0));
  const whole = rank(rows);
  const isLaidOpen = (choice: readonly number[]) => rank(rows.map((row) => row.filter((_, i) => !choice.includes(i)))) < whole;
  const sizes = alike.map(({ length }) => length);
  const found = choicesBelow(sizes, minimum).find(isLaidOpen);
  return found ? found.flatMap((i) => alike[i] ?? []).sort((a, b) => a - b) : null;
}
