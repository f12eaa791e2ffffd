import { type Coverage, type FiscalStart, type Grain, isComplete, type Period, periodsBetween } from "../core/periods.ts";
import type { Filters } from "../core/selection.ts";
import type { Slice } from "../core/slice.ts";
import type { Cubes } from "../cube/cubes.ts";
import { evaluate, type Result } from "../cube/evaluate.ts";
import { factsOf, type Metric } from "../cube/metric.ts";
import type { FactInfo } from "../data/manifest.ts";

/** A metric in one period of a series. */
export interface SeriesPoint extends Pick<Result, "period" | "value" | "n" | "isHidden" | "bound" | "isProvisional" | "remark" | "spread"> {
  /** The data cover the whole period. */
  isComplete: boolean;
  /** It counts what is there at the end of the period; much of that was there at the end of the one before. */
  isStock: boolean;
}

/** The last point with a value, preferably of a complete period; undefined where none has one. */
export function lastKnown<Point extends Pick<SeriesPoint, "value" | "isComplete">>(points: readonly Point[]): Point | undefined {
  const known = points.filter(({ value }) => value !== null);
  return known.findLast(({ isComplete }) => isComplete) ?? known.at(-1);
}

export interface SeriesOptions {
  grain: Grain;
  fiscalStart: FiscalStart;
  filters?: Filters;
  /** With the quantiles of each period. */
  hasSpread?: boolean;
}

/** The first month that all facts of a metric reach and the last that any of them does; null when one was not built or is empty. */
export function reachOf(cubes: Cubes, metric: Metric): { first: number; last: number } | null {
  const facts = factsOf(metric).map((id) => cubes.fact(id));
  if (facts.some((fact) => !fact || fact.rows === 0)) return null;
  const [first, last] = [Math.max(...facts.map((fact) => fact?.first ?? 0)), Math.max(...facts.map((fact) => fact?.last ?? 0))];
  return first <= last ? { first, last } : null;
}

/** A metric over every period that its data touch, oldest first. */
export function seriesOf(cubes: Cubes, metric: Metric, { grain, fiscalStart, ...asked }: SeriesOptions): SeriesPoint[] {
  const reach = reachOf(cubes, metric);
  return reach ? pointsOf(cubes, metric, { ...asked, periods: periodsBetween(reach.first, reach.last, grain, fiscalStart) }) : [];
}

/** A metric in one slice; null where its facts were not built or are empty. */
export const pointOf = (cubes: Cubes, metric: Metric, { period, filters }: Slice, hasSpread = false): SeriesPoint | null =>
  pointsOf(cubes, metric, { periods: [period], filters, hasSpread })[0] ?? null;

/** The days that all facts cover. */
const coverageOf = (facts: readonly FactInfo[]): Coverage =>
  facts
    .map(({ from, until }): Coverage => ({ from, until }))
    .reduce((all, { from, until }) => ({ from: from > all.from ? from : all.from, until: until < all.until ? until : all.until }));

/** Whether a metric counts what is there at the end of a period. */
export const isOfStock = (cubes: Cubes, metric: Metric): boolean => factsOf(metric).every((id) => cubes.fact(id)?.over === "stock");

/** What a point of a series has of a result. */
const toldBy = ({ period, value, n, isHidden, bound, isProvisional, remark, spread }: Result) => ({
  ...{ period, value, n, isHidden, bound, isProvisional },
  ...{ remark, spread },
});

function pointsOf(
  cubes: Cubes,
  metric: Metric,
  query: { periods: readonly Period[]; filters?: Filters; hasSpread?: boolean },
): SeriesPoint[] {
  const reach = reachOf(cubes, metric);
  if (!reach) return [];
  const coverage = coverageOf(factsOf(metric).flatMap((id) => cubes.fact(id) ?? []));
  // a stock shows a period at its end, so that the first months of the period need no data
  const isStock = isOfStock(cubes, metric);
  const toldOf = (period: Period) => (isStock ? { ...period, start: period.end } : period);
  return evaluate(cubes, metric, query)
    .sort((a, b) => a.period.start - b.period.start)
    .map((result) => ({ ...toldBy(result), isStock, isComplete: isComplete(toldOf(result.period), coverage) }));
}

/** The series of every member of a dimension that has cells, from one evaluation of all: for each what `seriesOf` gives of it alone. */
export function seriesByMember(
  cubes: Cubes,
  metric: Metric,
  dimension: string,
  { grain, fiscalStart, filters = {} }: Omit<SeriesOptions, "hasSpread">,
): Map<string, SeriesPoint[]> {
  // where a member has no cells, a sum of it is 0, and a rate is missing
  const without = seriesOf(cubes, metric, { grain, fiscalStart, filters: { ...filters, [dimension]: [] } });
  const results = evaluate(cubes, metric, { periods: without.map(({ period }) => period), filters, by: [dimension] });
  const byMember = Map.groupBy(results, ({ members }) => members[dimension] ?? "");
  const seriesOfResults = (own: readonly Result[]) => {
    const found = new Map(own.map((result) => [result.period.start, result]));
    return without.map((point) => {
      const result = found.get(point.period.start);
      return result ? { ...point, ...toldBy(result) } : point;
    });
  };
  return new Map([...byMember].map(([member, own]) => [member, seriesOfResults(own)]));
}
