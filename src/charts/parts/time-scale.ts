import type { Period } from "../../core/periods.ts";

/** Months since the start of year 0 at which a period is drawn: its middle. */
export const middleOf = ({ start, end }: Period): number => (start + end + 1) / 2;

/** The beginning of an ISO date on the same scale, or its end. */
export function monthFraction(iso: string, isEnd = false): number {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year * 12 + month - 1 + (day - (isEnd ? 0 : 1)) / days;
}
