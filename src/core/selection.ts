import {
  type FiscalStart,
  isSamePeriod,
  lastComplete,
  type Month,
  type Period,
  parseMonth,
  periodOf,
  periodSpanning,
  yearBefore,
} from "./periods.ts";

/** The members kept, by dimension; a dimension left out keeps all. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/** Periods named by where they lie from the as-of date; all but `this-quarter` are over. */
export const RELATIVE_PERIODS = ["last-month", "last-quarter", "last-year", "last-12-months", "this-quarter"] as const;

export type RelativePeriod = (typeof RELATIVE_PERIODS)[number];

/** A relative period moves on with the data; a fixed one stays. */
export type PeriodChoice = RelativePeriod | Period;

/** What is looked at: a period, and the part of the company. */
export interface Scope {
  period: PeriodChoice;
  filters: Filters;
}

/** All that a reader chose on a page. */
export interface Selection extends Scope {
  /** Dimension that trends are split by. */
  split: string | null;
  /** Figures as drawings, or as tables of their numbers. */
  show: Show;
  /** A second scope to compare with; null is the period before. */
  against: Scope | null;
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

export const isRelative = (choice: PeriodChoice): choice is RelativePeriod => typeof choice === "string";

/** The period that a choice is, with data up to the ISO date. */
export function resolvePeriod(choice: PeriodChoice, asOf: string, fiscalStart: FiscalStart): Period {
  if (!isRelative(choice)) return choice;
  const month = lastComplete(asOf, "month").end;
  const periods: Record<RelativePeriod, () => Period> = {
    "last-month": () => periodOf(month, "month"),
    "last-quarter": () => lastComplete(asOf, "quarter", fiscalStart),
    "last-year": () => lastComplete(asOf, "year", fiscalStart),
    "last-12-months": () => periodSpanning(month - 11, month, fiscalStart),
    "this-quarter": () => periodOf(parseMonth(asOf), "quarter", fiscalStart),
  };
  return periods[choice]();
}

/** The selection with every relative period replaced by the one that it now is. */
export function fixed(selection: Selection, asOf: string, fiscalStart: FiscalStart): Selection {
  const fix = <S extends Scope>(scope: S): S => ({ ...scope, period: resolvePeriod(scope.period, asOf, fiscalStart) });
  return { ...fix(selection), against: selection.against && fix(selection.against) };
}

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

/** What tells the period that a choice is. */
export interface Calendar {
  /** ISO day up to which the data tell. */
  asOf: string;
  fiscalStart: FiscalStart;
}

/**
 * The selection with another period or other filters of its own. A second scope goes along where it was the same, and where its period was
 * the same a year ago; where the reader made it differ, it stays.
 */
export function withScope(selection: Selection, change: Partial<Scope>, calendar: Calendar): Selection {
  const { against } = selection;
  const next: Scope = { period: change.period ?? selection.period, filters: change.filters ?? selection.filters };
  if (!against) return { ...selection, ...next };
  const period = periodAlong(against.period, [selection.period, next.period], calendar);
  return { ...selection, ...next, against: { period, filters: filtersAlong(against.filters, selection.filters, next.filters) } };
}

/** A second period once the first became another. */
function periodAlong(other: PeriodChoice, [before, after]: readonly [PeriodChoice, PeriodChoice], calendar: Calendar): PeriodChoice {
  if (isSameChoice(other, before)) return after;
  const yearAgo = (choice: PeriodChoice) => yearBefore(resolvePeriod(choice, calendar.asOf, calendar.fiscalStart));
  return !isRelative(other) && isSamePeriod(other, yearAgo(before)) ? yearAgo(after) : other;
}

const isSameChoice = (a: PeriodChoice, b: PeriodChoice): boolean => (isRelative(a) || isRelative(b) ? a === b : isSamePeriod(a, b));

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
