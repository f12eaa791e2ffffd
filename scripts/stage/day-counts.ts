import type { Day } from "../../src/core/days.ts";
/** Records by day. */
export type DayCounts = ReadonlyMap<Day, number>;

/** Records of a table up to this many are always few; of a larger table one in `ONE_IN` is. */
const ALWAYS_FEW = 3;
const ONE_IN = 200;

/** The days that have records, from early to late. */
export const daysOf = (counts: DayCounts): Day[] => [...counts.keys()].sort((a, b) => a - b);

/** How many records the days have that are asked for; by default all. */
export const recordsIn = (counts: DayCounts, isAsked: (day: Day) => boolean = () => true): number =>
  [...counts].reduce((sum, [day, records]) => (isAsked(day) ? sum + records : sum), 0);

/** So few records of a table, far from all others, may be slips of the pen, given how many it has in all. */
export const fewOf = (records: number): number => Math.max(ALWAYS_FEW, Math.floor(records / ONE_IN));

/** The last day on or after which there are more than `few` records; null when there are no more. */
export function crowdedEnd(counts: DayCounts, few = fewOf(recordsIn(counts))): Day | null {
  let later = 0;
  for (const day of daysOf(counts).reverse()) {
    later += counts.get(day) ?? 0;
    if (later > few) return day;
  }
  return null;
}

/** The same records with time turned round, so that what is before comes after. */
export const reversed = (counts: DayCounts): DayCounts => new Map([...counts].map(([day, records]) => [-day, records]));

/** Records of several tables or files together. */
export function together(parts: readonly DayCounts[]): DayCounts {
  const sum = new Map<Day, number>();
  for (const counts of parts) for (const [day, records] of counts) sum.set(day, (sum.get(day) ?? 0) + records);
  return sum;
}
