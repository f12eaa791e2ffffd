import { dayOf } from "./days.ts";

/** How often an export is delivered. */
export const RHYTHMS = ["daily", "weekly", "monthly", "quarterly"] as const;

export type Rhythm = (typeof RHYTHMS)[number];

/** The most days between two deliveries. */
const DAYS: Readonly<Record<Rhythm, number>> = { daily: 1, weekly: 7, monthly: 31, quarterly: 92 };

/** An export: the ISO day of its latest record, null for one without dates, and its rhythm. */
interface Delivered {
  to: string | null;
  rhythm: Rhythm;
}

/** Days by which an export ends too early for its rhythm, given how many rhythms it may be old; 0 while it is fresh, null for one without dates. */
export function daysLate({ to, rhythm }: Delivered, asOf: string, staleAfter: number): number | null {
  if (!to) return null;
  const age = dayOf(asOf) - dayOf(to);
  return age > DAYS[rhythm] * staleAfter ? Math.round(age) : 0;
}
