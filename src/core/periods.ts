/** Months are counted from January of year 0, so that arithmetic on them is plain: 2026-09 is 2026 × 12 + 8. */
export type Month = number;

/** How long a period is. Quarters and years are fiscal, as `site.yaml` configures them. */
export type Grain = "month" | "quarter" | "year";

/** A month, quarter or year; `start` and `end` are its first and last month, both within it. */
export interface Period {
  grain: Grain;
  start: Month;
  end: Month;
}

const LENGTH: Record<Grain, number> = { month: 1, quarter: 3, year: 12 };

/** 1 to 12: the month in which the fiscal year starts. A fiscal year bears the number of the calendar year in which it starts. */
export type FiscalStart = number;

export const monthOf = (year: number, month: number): Month => year * 12 + month - 1;

/** `"2026-09"` or `"2026-09-30"` → month. Throws on anything else. */
export function parseMonth(text: string): Month {
  const match = /^(\d{4})-(0[1-9]|1[0-2])(?:-\d{2})?$/.exec(text);
  if (!match) throw new Error(`not a month: ${text}; expected like 2026-09`);
  return monthOf(Number(match[1]), Number(match[2]));
}

/** `"2026-09"` */
export const formatMonth = (month: Month): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

/** First day of the month as an ISO date. */
export const firstDay = (month: Month): string => `${formatMonth(month)}-01`;

/** Last day of the month as an ISO date. */
export const lastDay = (month: Month): string => new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);

/** The period of that grain in which a month lies. */
export function periodOf(month: Month, grain: Grain, fiscalStart: FiscalStart = 1): Period {
  const length = LENGTH[grain];
  const offset = fiscalStart - 1;
  const start = Math.floor((month - offset) / length) * length + offset;
  return { grain, start, end: start + length - 1 };
}

/** The period `count` before (or, negative, after) this one, of the same grain. */
export function periodBefore({ grain, start, end }: Period, count = 1): Period {
  const shift = LENGTH[grain] * count;
  return { grain, start: start - shift, end: end - shift };
}

/** The same period a year ago. */
export const yearBefore = (period: Period): Period => periodBefore(period, 12 / LENGTH[period.grain]);

/** Every period of that grain that touches `first` to `last`, oldest first. */
export function periodsBetween(first: Month, last: Month, grain: Grain, fiscalStart: FiscalStart = 1): Period[] {
  const periods: Period[] = [];
  for (let period = periodOf(first, grain, fiscalStart); period.start <= last; period = periodBefore(period, -1)) periods.push(period);
  return periods;
}

/** The stable name of a period: `2026-09`, `2026Q3` or `2026`. */
export function periodId({ grain, start }: Period, fiscalStart: FiscalStart = 1): string {
  if (grain === "month") return formatMonth(start);
  const since = start - (fiscalStart - 1);
  const year = String(Math.floor(since / 12));
  return grain === "year" ? year : `${year}Q${Math.floor((since % 12) / 3) + 1}`;
}

/** The reverse of `periodId`. Throws on a text that names no period. */
export function parsePeriod(id: string, fiscalStart: FiscalStart = 1): Period {
  const quarter = /^(\d{4})Q([1-4])$/.exec(id);
  if (quarter) return periodOf(monthOf(Number(quarter[1]), 1) + (Number(quarter[2]) - 1) * 3 + fiscalStart - 1, "quarter", fiscalStart);
  if (/^\d{4}$/.test(id)) return periodOf(monthOf(Number(id), fiscalStart), "year", fiscalStart);
  if (/^\d{4}-\d{2}$/.test(id)) return periodOf(parseMonth(id), "month");
  throw new Error(`not a period: ${id}; expected like 2026-09, 2026Q3 or 2026`);
}

/** Whether the whole period lies on or before an ISO date. */
export const isComplete = (period: Period, asOf: string): boolean => lastDay(period.end) <= asOf;

/** The last period of that grain that is over on the ISO date. */
export function lastComplete(asOf: string, grain: Grain, fiscalStart: FiscalStart = 1): Period {
  const current = periodOf(parseMonth(asOf), grain, fiscalStart);
  return isComplete(current, asOf) ? current : periodBefore(current);
}
