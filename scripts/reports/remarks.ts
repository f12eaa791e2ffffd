/** A remark of the build on how many of something there are in all, and in each file; none where there are none. */
export function countedByFile(what: string, counted: readonly { file: string; count: number }[]): string[] {
  const some = counted.filter(({ count }) => count > 0);
  if (some.length === 0) return [];
  const total = some.reduce((sum, { count }) => sum + count, 0);
  return [`${what}: ${total}`, ...some.map(({ file, count }) => `  ${file}: ${count}`)];
}
