import { isoDay } from "./days.ts";
/** Months are counted from January of year 0, so that arithmetic on them is plain: 2026-09 is 2026 × 12 + 8. */
export type Month = number;

/** How long a period of the calendar is. Quarters and years are fiscal, as `site.yaml` configures them. */
export type Grain = "month" | "quarter" | "year";

/** A month, quarter or year, or a range of whole months; `start` and `end` are its first and last month, both within it. */
export interface Period {
  grain: Grain | "range";
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
export const lastDay = (month: Month): string => isoDay(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0));

/** The period of that grain in which a month lies. */
export function periodOf(month: Month, grain: Grain, fiscalStart: FiscalStart = 1): Period {
  const length = LENGTH[grain];
  const offset = fiscalStart - 1;
  const start = Math.floor((month - offset) / length) * length + offset;
  return { grain, start, end: start + length - 1 };
}

const GRAINS: readonly Grain[] = ["month", "quarter", "year"];

/** The months from `start` to `end`, both within: a month, quarter or year if they are exactly one, else a range. */
export function periodSpanning(start: Month, end: Month, fiscalStart: FiscalStart = 1): Period {
  const periods = GRAINS.map((grain) => periodOf(start, grain, fiscalStart));
  return periods.find((period) => period.start === start && period.end === end) ?? { grain: "range", start, end };
}

const monthsEarlier = ({ grain, start, end }: Period, months: number): Period => ({ grain, start: start - months, end: end - months });

/** The period `count` before (or, negative, after) this one, as long as it. */
export const periodBefore = (period: Period, count = 1): Period => monthsEarlier(period, (period.end - period.start + 1) * count);

/** The same period a year ago. */
export const yearBefore = (period: Period): Period => monthsEarlier(period, 12);

/** Every period of that grain that touches `first` to `last`, oldest first. */
export function periodsBetween(first: Month, last: Month, grain: Grain, fiscalStart: FiscalStart = 1): Period[] {
  const periods: Period[] = [];
  for (let period = periodOf(first, grain, fiscalStart); period.start <= last; period = periodBefore(period, -1)) periods.push(period);
  return periods;
}

/** The stable name of a period: `2026-09`, `2026Q3`, `2026` or `2026-01..2026-06`. */
export function periodId({ grain, start, end }: Period, fiscalStart: FiscalStart = 1): string {
  if (grain === "month") return formatMonth(start);
  if (grain === "range") return `${formatMonth(start)}..${formatMonth(end)}`;
  const since = start - (fiscalStart - 1);
  const year = String(Math.floor(since / 12));
  return grain === "year" ? year : `${year}Q${Math.floor((since % 12) / 3) + 1}`;
}

/** The reverse of `periodId`; a range that is exactly a month, quarter or year is that. Throws on a text that names no period. */
export function parsePeriod(id: string, fiscalStart: FiscalStart = 1): Period {
  const quarter = /^(\d{4})Q([1-4])$/.exec(id);
  if (quarter) return periodOf(monthOf(Number(quarter[1]), 1) + (Number(quarter[2]) - 1) * 3 + fiscalStart - 1, "quarter", fiscalStart);
  if (/^\d{4}$/.test(id)) return periodOf(monthOf(Number(id), fiscalStart), "year", fiscalStart);
  if (/^\d{4}-\d{2}$/.test(id)) return periodOf(parseMonth(id), "month");
  const [start, end] = /^\d{4}-\d{2}\.\.\d{4}-\d{2}$/.test(id) ? id.split("..").map(parseMonth) : [];
  if (start === undefined || end === undefined)
    throw new Error(`not a period: ${id}; expected like 2026-09, 2026Q3, 2026 or 2026-01..2026-06`);
  if (end < start) throw new Error(`not a period: ${id}; it ends before it starts`);
  return periodSpanning(start, end, fiscalStart);
}

/** Whether the whole period lies on or before an ISO date. */
export const isOver = (period: Period, day: string): boolean => lastDay(period.end) <= day;

/** The first and last ISO date that data cover in full. */
export interface Coverage {
  from: string;
  until: string;
}

/** Whether data cover the whole period; one that they do not is unfinished, be it the last or the first. */
export const isComplete = (period: Period, { from, until }: Coverage): boolean => firstDay(period.start) >= from && isOver(period, until);

/** The last period of that grain that is over on the ISO date. */
export function lastComplete(asOf: string, grain: Grain, fiscalStart: FiscalStart = 1): Period {
  const current = periodOf(parseMonth(asOf), grain, fiscalStart);
  return isOver(current, asOf) ? current : periodBefore(current);
}

/** Months of a period. */
export const lengthOf = ({ start, end }: Period): number => end - start + 1;

/** Whether two periods are of the same months. */
export const isSamePeriod = (a: Period, b: Period): boolean => a.start === b.start && a.end === b.end;

/** Whether all months of a period lie in another. */
export const isWithin = (inner: Period, outer: Period): boolean => inner.start >= outer.start && inner.end <= outer.end;
