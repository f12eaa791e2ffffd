/** A value that is computed when it is first asked for, and kept. */
export function once<T>(compute: () => T): () => T {
  let kept: { value: T } | undefined;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}

/** What each name stands for, computed when it is first asked for, and kept. */
export function onceEach<T>(compute: (name: string) => T): (name: string) => T {
  const kept = new Map<string, () => T>();
  return (name) => {
    const found = kept.get(name) ?? once(() => compute(name));
    kept.set(name, found);
    return found();
  };
}
