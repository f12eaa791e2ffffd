import type { Bound } from "../core/bound.ts";
import { unknownName } from "../core/errors.ts";
import type { Period } from "../core/periods.ts";
import type { Slice } from "../core/slice.ts";
import type { FactInfo } from "../data/manifest.ts";
import type { Totals } from "./component.ts";
import { coversPeriod } from "./covered.ts";
import type { Cubes } from "./cubes.ts";
import { unknownTo } from "./known.ts";
import { factsOf, type Metric, type MetricDefinition } from "./metric.ts";
import { needsOf } from "./needs.ts";
import type { Fraction } from "./parts.ts";
import { findPlaces, type Place, totalsOf } from "./places.ts";
import { isProvisional } from "./provisional.ts";
import type { Distribution } from "./quantiles.ts";
import type { Query } from "./roll-up.ts";

/** A metric for one period and one member of each dimension split by. */
export interface Result {
  period: Period;
  members: Readonly<Record<string, string>>;
  /** null where there is none or where it is hidden. */
  value: number | null;
  /** Cases that the value rests on; 0 where it is hidden. */
  n: number;
  /** A group too small to be shown lies in it; not the same as missing. */
  isHidden: boolean;
  /** Whether the value is the true one, or no more or no less than it. */
  bound: Bound;
  /** It rests on working days of a year whose days off are not all known yet. */
  isProvisional: boolean;
  /** The number of the metric’s remark; null where it has none, and where it is hidden. */
  remark: number | null;
  /** The quantiles of the metric's spread, in its order; empty without a spread, or where it was not asked for. */
  spread: readonly (number | null)[];
  /** Amount and weight behind the value; null where it has none. */
  fraction: Fraction | null;
}

/** What is asked of a metric. */
export interface MetricQuery extends Query {
  /** With the quantiles of the spread, which need the counts of a file of their own. Default false. */
  hasSpread?: boolean | undefined;
}

/** Whether the facts that a metric needs were built, and what it reads of them is recorded. */
export const isAvailable = (cubes: Cubes, metric: MetricDefinition): boolean =>
  factsOf(metric).every((fact) => cubes.fact(fact)) && unknownTo(cubes, metric).length === 0;

function spreadOf({ spread }: Metric, totals: Totals | null): (number | null)[] {
  if (!spread) return [];
  return spread.probabilities.map((probability) => totals && spread.quantile(totals, probability));
}

/** Fails with the choices when a metric cannot be filtered or split by a dimension. */
function requireDimensions(metric: Metric, { filters = {}, by = [] }: Query): void {
  for (const dimension of [...Object.keys(filters), ...by]) {
    if (!metric.dimensions.includes(dimension)) throw unknownName("dimension", dimension, metric.dimensions, `${metric.id} has`);
  }
}

/** What the cells of a period are read with. */
interface InPeriod extends Pick<Result, "period" | "isProvisional"> {
  hasSpread: boolean;
  isCovered: boolean;
}

function resultOf(metric: Metric, place: Place, { period, hasSpread, isCovered, isProvisional }: InPeriod): Result {
  const groups = [...place.cells.values(), ...place.counts.values()];
  const isShown = isCovered && !groups.some(({ isHidden }) => isHidden);
  const totals = isShown ? totalsOf(place, metric.fact) : null;
  const value = totals && metric.value.finish(totals);
  return {
    period,
    members: place.members,
    value,
    n: totals ? metric.value.cases(totals) : 0,
    // where nothing is left because a side is left out, that is not missing but hidden
    isHidden: totals ? value === null && groups.some(({ hasLeftOut }) => hasLeftOut) : isCovered,
    bound: totals ? metric.value.bound(totals) : "exact",
    isProvisional: isProvisional && value !== null,
    remark: (totals && metric.remark?.value.finish(totals)) ?? null,
    spread: hasSpread ? spreadOf(metric, totals) : [],
    fraction: totals && metric.value.fraction(totals),
  };
}

/**
 * The value of a metric for each period, and for each member of the dimensions in `by` that has cells in any of the periods' facts.
 * Without `by` there is one result per period. A period that a fact does not reach is missing. Members come in no particular order.
 */
export function evaluate(cubes: Cubes, metric: Metric, { hasSpread = false, ...query }: MetricQuery): Result[] {
  requireDimensions(metric, query);
  if (!isAvailable(cubes, metric)) return [];
  const infos = factsOf(metric).map((fact) => cubes.fact(fact) as FactInfo);
  const by = [...(query.by ?? []), ...Object.keys(query.filters ?? {})];
  const periods = query.periods.map(
    (period): InPeriod => ({
      period,
      hasSpread,
      isCovered: infos.every((info) => coversPeriod(info, period)),
      isProvisional: isProvisional(cubes, metric, { period, by }),
    }),
  );
  return findPlaces(cubes, needsOf(metric, hasSpread), query).map((place) => resultOf(metric, place, periods[place.period] as InPeriod));
}

/** How the cases of a metric spread in a period; null where the metric has no spread, its facts were not built, or it is hidden. */
export function distribution(cubes: Cubes, metric: Metric, { period, filters }: Slice): Distribution | null {
  const { spread } = metric;
  if (!spread || !isAvailable(cubes, metric)) return null;
  const [place] = findPlaces(cubes, needsOf(metric, true), { periods: [period], filters });
  const isHidden = [...(place?.counts.values() ?? [])].some((group) => group.isHidden);
  return place && !isHidden ? spread.distribution(totalsOf(place, metric.fact)) : null;
}
