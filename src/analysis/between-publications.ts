/** A sum that is published: over which groups, and its figures, cases among them. */
export interface PublishedSum {
  of: readonly string[];
  figures: Readonly<Record<string, number>>;
}

/** Sums that are over the same groups when they are added up, in each of two publications; each as small as can be. */
function comparable(before: readonly PublishedSum[], after: readonly PublishedSum[]): { before: PublishedSum[]; after: PublishedSum[] }[] {
  const parts: { of: Set<string>; before: PublishedSum[]; after: PublishedSum[] }[] = [];
  for (const [side, sums] of Object.entries({ before, after }) as ["before" | "after", readonly PublishedSum[]][])
    for (const sum of sums) {
      const touched = parts.filter(({ of }) => sum.of.some((group) => of.has(group)));
      const joined = { of: new Set(sum.of), before: [] as PublishedSum[], after: [] as PublishedSum[] };
      for (const part of touched) {
        parts.splice(parts.indexOf(part), 1);
        for (const group of part.of) joined.of.add(group);
        joined.before.push(...part.before);
        joined.after.push(...part.after);
      }
      joined[side].push(sum);
      parts.push(joined);
    }
  return parts;
}

const total = (sums: readonly PublishedSum[], name: string) => sums.reduce((sum, { figures }) => sum + (figures[name] ?? 0), 0);

/**
 * The fewest cases whose own figures follow from two publications of the same groups by subtraction; Infinity where they say the same.
 * `counts` are the figures that count cases. A figure that was corrected, of as many cases as before, gives none away.
 */
export function fewestBetween(before: readonly PublishedSum[], after: readonly PublishedSum[], counts: readonly string[]): number {
  const added = comparable(before, after).flatMap((part) =>
    counts.map((name) => Math.abs(total(part.after, name) - total(part.before, name))),
  );
  return Math.min(...added.filter((count) => count > 0), Number.POSITIVE_INFINITY);
}
