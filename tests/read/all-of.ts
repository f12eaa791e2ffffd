/** All that comes in batches, in one list. */
export async function allOf<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: (readonly T[])[] = [];
  for await (const batch of batches) all.push(batch);
  return all.flat();
}
