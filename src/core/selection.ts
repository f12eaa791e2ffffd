import { dayOf } from "./days.ts";
import {
  type FiscalStart,
  firstDay,
  type Grain,
  isSamePeriod,
  lastComplete,
  lastDay,
  type Month,
  type Period,
  parseMonth,
  periodBefore,
  periodOf,
  periodSpanning,
  yearBefore,
} from "./periods.ts";

/** The members kept, by dimension; a dimension left out keeps all. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/** Periods named by where they lie from the as-of date; all but `this-quarter` are over. */
export const RELATIVE_PERIODS = [
  "last-month",
  "last-quarter",
  "last-year",
  "last-3-months",
  "last-6-months",
  "last-12-months",
  "this-quarter",
] as const;

export type RelativePeriod = (typeof RELATIVE_PERIODS)[number];

/** A relative period moves on with the data; a fixed one stays. */
export type PeriodChoice = RelativePeriod | Period;

/** Periods to compare with, named by where they lie from the one that is looked at, and as long as it: right before it, and a year before. */
export const COMPARED_PERIODS = ["previous", "year-ago"] as const;

export type ComparedPeriod = (typeof COMPARED_PERIODS)[number];

export type ComparedChoice = PeriodChoice | ComparedPeriod;

/** What is looked at: a period, and the part of the company. */
export interface Scope<P = PeriodChoice> {
  period: P;
  filters: Filters;
}

/** All that a reader chose on a page. */
export interface Selection extends Scope {
  /** Dimension that trends are split by. */
  split: string | null;
  /** Figures as drawings, or as tables of their numbers. */
  show: Show;
  /** A second scope to compare with; null is the period before. */
  against: Scope<ComparedChoice> | null;
}

export const SHOWS = ["chart", "table"] as const;

export type Show = (typeof SHOWS)[number];

export const DEFAULT_SELECTION: Selection = { period: "last-quarter", filters: {}, split: null, show: "chart", against: null };

/** What a selection may name on a page. No dimension is called `period`, `split` or `show`, or starts with `vs.`; no id is empty. */
export interface Vocabulary {
  fiscalStart: FiscalStart;
  /** First month that the data reach. */
  first: Month;
  /** Last month that the data reach. */
  last: Month;
  /** In the order in which a selection names them. */
  dimensions: readonly { id: string; members: readonly { id: string }[] }[];
}

export const isRelative = (choice: ComparedChoice): choice is RelativePeriod | ComparedPeriod => typeof choice === "string";

/** What decides which period a choice is. */
export interface Calendar {
  /** ISO day from which data reach. */
  from: string;
  /** ISO day up to which data reach. */
  until: string;
  /** Months in which something happened, in order. */
  months: readonly Month[];
  fiscalStart: FiscalStart;
  /** The snapshot that the data belong to, whose period takes the place of the last complete quarter; none on the live site. */
  frozen?: { period: Period } | undefined;
}

/** How many days of a period data reach. */
function daysReached({ from, until }: Calendar, { start, end }: Period): number {
  const [first, last] = [firstDay(start), lastDay(end)];
  return dayOf(last < until ? last : until) - dayOf(first > from ? first : from) + 1;
}

/**
 * The last period of that grain that is over and in which something happened; without any, the last that is over. Where data reach it in part
 * only, since they begin in it or after it, the one that is running if they reach more days of that.
 */
function lastWithData(calendar: Calendar, grain: Grain): Period {
  const { from, until, months, fiscalStart } = calendar;
  const over = lastComplete(until, grain, fiscalStart);
  const latest = months.findLast((month) => month <= over.end);
  const last = latest === undefined ? over : periodOf(latest, grain, fiscalStart);
  const running = periodOf(parseMonth(until), grain, fiscalStart);
  return firstDay(last.start) < from && daysReached(calendar, running) > daysReached(calendar, last) ? running : last;
}

/** The period that a choice is now. */
export function resolvePeriod(choice: PeriodChoice, calendar: Calendar): Period {
  if (!isRelative(choice)) return choice;
  const { until, fiscalStart, frozen } = calendar;
  const lastMonths = (count: number) => {
    const { end } = lastWithData(calendar, "month");
    return periodSpanning(end - count + 1, end, fiscalStart);
  };
  const periods: Record<RelativePeriod, () => Period> = {
    "last-month": () => lastWithData(calendar, "month"),
    "last-quarter": () => frozen?.period ?? lastWithData(calendar, "quarter"),
    "last-year": () => lastWithData(calendar, "year"),
    "last-3-months": () => lastMonths(3),
    "last-6-months": () => lastMonths(6),
    "last-12-months": () => lastMonths(12),
    "this-quarter": () => periodOf(parseMonth(until), "quarter", fiscalStart),
  };
  return periods[choice]();
}

const BESIDE: Record<ComparedPeriod, (own: Period) => Period> = { previous: (own) => periodBefore(own), "year-ago": yearBefore };

const isCompared = (choice: ComparedChoice): choice is ComparedPeriod => COMPARED_PERIODS.some((known) => known === choice);

/** The two periods of a selection; that of a selection without a second scope is the one before. */
export function resolvePeriods({ period, against }: Selection, calendar: Calendar): { own: Period; other: Period } {
  const own = resolvePeriod(period, calendar);
  const choice = against?.period ?? "previous";
  return { own, other: isCompared(choice) ? BESIDE[choice](own) : resolvePeriod(choice, calendar) };
}

/** The selection with every period that has a name replaced by the one that it now is. */
export function fixed(selection: Selection, calendar: Calendar): Selection {
  const { own, other } = resolvePeriods(selection, calendar);
  return { ...selection, period: own, against: selection.against && { ...selection.against, period: other } };
}

/** Whether a selection looks different when the data move on. */
export const isMoving = ({ period, against }: Selection): boolean =>
  isRelative(period) || (against !== null && isRelative(against.period) && !isCompared(against.period));

/** The filters with these members of a dimension; none of them keeps all. */
export function withFilter(filters: Filters, dimension: string, members: readonly string[]): Filters {
  const { [dimension]: _, ...others } = filters;
  return members.length > 0 ? { ...others, [dimension]: members } : others;
}

/** Filters within others: of a dimension that both filter the members that both keep, which may be none. */
const filtersWithin = (filters: Filters, within: Filters): Filters => ({
  ...filters,
  ...Object.fromEntries(
    Object.entries(within).map(([id, members]) => [id, members.filter((member) => filters[id]?.includes(member) ?? true)]),
  ),
});

/** The selection within a part of the company that the reader cannot leave, in both of its scopes. */
export const withinFilters = (selection: Selection, within: Filters): Selection => ({
  ...selection,
  filters: filtersWithin(selection.filters, within),
  against: selection.against && { ...selection.against, filters: filtersWithin(selection.against.filters, within) },
});

/**
 * The selection with another period or other filters of its own. A second scope goes along where it was the same; where the reader made it
 * differ, it stays.
 */
export function withScope(selection: Selection, change: Partial<Scope>): Selection {
  const { against } = selection;
  const next: Scope = { period: change.period ?? selection.period, filters: change.filters ?? selection.filters };
  if (!against) return { ...selection, ...next };
  const period = isSameChoice(against.period, selection.period) ? next.period : against.period;
  return { ...selection, ...next, against: { period, filters: filtersAlong(against.filters, selection.filters, next.filters) } };
}

const isSameChoice = (a: ComparedChoice, b: PeriodChoice): boolean => (isRelative(a) || isRelative(b) ? a === b : isSamePeriod(a, b));

/** Second filters once the first became others. */
function filtersAlong(other: Filters, before: Filters, after: Filters): Filters {
  const dimensions = [...new Set([before, after, other].flatMap(Object.keys))];
  return dimensions.reduce<Filters>((kept, id) => {
    const members = isSameMembers(other[id], before[id]) ? after[id] : other[id];
    return withFilter(kept, id, members ?? []);
  }, {});
}

const isSameMembers = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((member) => b.includes(member));
