/** As many members of a dimension have a place of their own in a drawing; the others share one. */
export const MOST_NAMED = 20;

/** What is named on its own, and the others. */
export interface Parted<T> {
  named: T[];
  others: T[];
}

interface PartOptions<T> {
  /** The larger are named first; of equals the earlier. */
  sizeOf: (each: T) => number;
  /** Those that are named before any larger one; by default none. */
  isChosen?: (each: T) => boolean;
}

/** The largest, with what is chosen among them, apart from the others, both in their own order. Of one too many none is set apart, since it needs as much room. */
export function partLargest<T>(all: readonly T[], { sizeOf, isChosen = () => false }: PartOptions<T>): Parted<T> {
  if (all.length <= MOST_NAMED + 1) return { named: [...all], others: [] };
  const ranked = all
    .map((each, place) => ({ place, size: sizeOf(each), isFirst: isChosen(each) }))
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.size - a.size || a.place - b.place);
  const places = new Set(ranked.slice(0, MOST_NAMED).map(({ place }) => place));
  return { named: all.filter((_, place) => places.has(place)), others: all.filter((_, place) => !places.has(place)) };
}
