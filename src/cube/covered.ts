import type { Period } from "../core/periods.ts";
import type { FactInfo } from "../data/manifest.ts";

const MONTHS = 3;

/** Whether a fact covers a period: it reaches into it and, where it has quarters only, the period is made of them and one of them is over. */
export function coversPeriod({ first, last, isQuarterly }: FactInfo, { start, end }: Period): boolean {
  if (end < first || start > last) return false;
  const after = (month: number) => (((month - first) % MONTHS) + MONTHS) % MONTHS;
  const latest = Math.min(end, last);
  return !isQuarterly || (after(end) === 0 && after(start) === 1 && latest - after(latest) >= start);
}
