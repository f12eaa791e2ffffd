interface Order<T> {
  idOf: (item: T) => string;
  /** Ids of the items that have to come before an item; those that are not among the items are passed over. */
  needs: (item: T) => readonly string[];
  /** What to say of items that need each other, by the path of ids that leads back to its beginning. */
  circular: (path: readonly string[]) => string;
}

/** Items such that each comes after those that it needs, else in their order. Throws when items need each other in a circle. */
export function dependencyOrder<T>(items: readonly T[], { idOf, needs, circular }: Order<T>): T[] {
  const byId = new Map(items.map((item) => [idOf(item), item]));
  const ordered = new Set<T>();
  const visit = (item: T, path: readonly string[]): void => {
    const id = idOf(item);
    if (path.includes(id)) throw new Error(circular([...path, id]));
    if (ordered.has(item)) return;
    for (const each of needs(item)) {
      const needed = byId.get(each);
      if (needed) visit(needed, [...path, id]);
    }
    ordered.add(item);
  };
  for (const item of items) visit(item, []);
  return [...ordered];
}
