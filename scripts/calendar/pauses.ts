import type { Day } from "../stage/span.ts";

/** Records by day. */
export type DayCounts = ReadonlyMap<Day, number>;

/** A year, which holds every holiday once. */
const A_YEAR = 366;

/** The days that have records, from early to late. */
export const daysOf = (counts: DayCounts): Day[] => [...counts.keys()].sort((a, b) => a - b);

/** Days from each day with records to the next one, within the year up to a day. */
export function pausesBefore(counts: DayCounts, end: Day): number[] {
  const days = daysOf(counts).filter((day) => day <= end && day > end - A_YEAR);
  return days.slice(1).map((day, i) => day - (days[i] as Day));
}

/** The same records with time turned round, so that what is before comes after. */
export const reversed = (counts: DayCounts): DayCounts => new Map([...counts].map(([day, records]) => [-day, records]));

/** Records of several tables or files together. */
export function together(parts: readonly DayCounts[]): DayCounts {
  const sum = new Map<Day, number>();
  for (const counts of parts) for (const [day, records] of counts) sum.set(day, (sum.get(day) ?? 0) + records);
  return sum;
}
