import { type Period, periodBefore } from "../core/periods.ts";
import type { Filters } from "../core/selection.ts";
import type { Cubes } from "../cube/cubes.ts";
import { evaluate, type Result } from "../cube/evaluate.ts";
import type { DimensionInfo } from "../cube/manifest.ts";
import type { Metric } from "../cube/metric.ts";
import { type Contribution, contributionsToRate, contributionsToSum, type MemberChange } from "./contributions.ts";

/** One member of a dimension in a period. */
export interface Row {
  member: string;
  now: Result;
  /** The same member a period earlier; null where it had no cells. */
  before: Result | null;
}

export interface BreakdownOptions {
  period: Period;
  filters?: Filters;
}

const NOTHING = { amount: 0, weight: 0 };

/** A member without a value that is not hidden has no cases of this metric, only of another on the same fact. */
const isThere = ({ value, isHidden }: Result) => value !== null || isHidden;

/** A metric by the members of a dimension that occur in the period, in the dimension's order, each beside the period before. */
export function breakdownOf(cubes: Cubes, metric: Metric, dimension: DimensionInfo, { period, filters = {} }: BreakdownOptions): Row[] {
  const results = evaluate(cubes, metric, { periods: [period, periodBefore(period)], by: [dimension.id], filters });
  const find = (member: string, at: Period) =>
    results.find(({ members, period: { start } }) => members[dimension.id] === member && start === at.start);
  return dimension.members.flatMap(({ id }) => {
    const now = find(id, period);
    const before = find(id, periodBefore(period)) ?? null;
    return now && (isThere(now) || (before && isThere(before))) ? [{ member: id, now, before }] : [];
  });
}

/** A metric by the members of two dimensions at once. */
export const crossingOf = (
  cubes: Cubes,
  metric: Metric,
  pair: readonly [string, string],
  { period, filters = {} }: BreakdownOptions,
): Result[] => evaluate(cubes, metric, { periods: [period], by: pair, filters });

/**
 * Which members of a dimension carried the change from the period before; the parts add up to it.
 * Empty where a metric does not split (a median, a difference), where a period is missing, or where a group is hidden.
 */
export function carriersOf(
  cubes: Cubes,
  metric: Metric,
  dimension: DimensionInfo,
  { period, filters = {} }: BreakdownOptions,
): Contribution[] {
  const query = { periods: [periodBefore(period), period], filters };
  const results = evaluate(cubes, metric, { ...query, by: [dimension.id] });
  if ([...evaluate(cubes, metric, query), ...results].some(({ isHidden, fraction }) => isHidden || fraction === null)) return [];
  const members = Map.groupBy(results, (result) => result.members[dimension.id] as string);
  const changes: MemberChange[] = [...members].map(([member, pair]) => ({
    member,
    before: pair.find(({ period: { start } }) => start < period.start)?.fraction ?? NOTHING,
    after: pair.find(({ period: { start } }) => start === period.start)?.fraction ?? NOTHING,
  }));
  const ordered = changes.sort((a, b) => (a.member < b.member ? -1 : 1));
  return metric.value.isSum ? contributionsToSum(ordered) : contributionsToRate(ordered);
}

/** The contribution that moved the whole most in the direction in which it went. */
export function mainCarrier(contributions: readonly Contribution[]): Contribution | undefined {
  const whole = contributions.reduce((sum, { rate, mix }) => sum + rate + mix, 0);
  return [...contributions].sort((a, b) => (b.rate + b.mix - (a.rate + a.mix)) * Math.sign(whole))[0];
}
