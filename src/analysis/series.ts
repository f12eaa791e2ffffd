import { type FiscalStart, type Grain, isComplete, type Period, periodBefore, periodsBetween } from "../core/periods.ts";
import type { Filters } from "../core/selection.ts";
import type { Cubes } from "../cube/cubes.ts";
import { evaluate, type Result } from "../cube/evaluate.ts";
import { factsOf, type Metric } from "../cube/metric.ts";

/** A metric in one period of a series. */
export interface SeriesPoint extends Pick<Result, "period" | "value" | "n" | "isHidden" | "spread"> {
  /** The period is over and the data reach over all of it. */
  isComplete: boolean;
}

export interface SeriesOptions {
  grain: Grain;
  fiscalStart: FiscalStart;
  filters?: Filters;
}

/** The first month that all facts of a metric reach and the last that any of them does; null when one was not built or is empty. */
export function reachOf(cubes: Cubes, metric: Metric): { first: number; last: number } | null {
  const facts = factsOf(metric).map((id) => cubes.fact(id));
  if (facts.some((fact) => !fact || fact.rows === 0)) return null;
  const [first, last] = [Math.max(...facts.map((fact) => fact?.first ?? 0)), Math.max(...facts.map((fact) => fact?.last ?? 0))];
  return first <= last ? { first, last } : null;
}

/** A metric over every period that its data touch, oldest first. */
export function seriesOf(cubes: Cubes, metric: Metric, { grain, fiscalStart, filters = {} }: SeriesOptions): SeriesPoint[] {
  const reach = reachOf(cubes, metric);
  if (!reach) return [];
  const periods = periodsBetween(reach.first, reach.last, grain, fiscalStart);
  const results = evaluate(cubes, metric, { periods, filters }).sort((a, b) => a.period.start - b.period.start);
  const until =
    factsOf(metric)
      .flatMap((id) => cubes.fact(id)?.until ?? [])
      .sort()[0] ?? cubes.manifest.asOf;
  return results.map(({ period, value, n, isHidden, spread }) => ({
    period,
    value,
    n,
    isHidden,
    spread,
    isComplete:
      isComplete(period, until) &&
      (period.start >= reach.first ||
        (grain === "quarter" && period.end === reach.first && isToldAtItsEnd(cubes, metric)) ||
        isStock(cubes, metric)),
  }));
}

/** Rows bear the last day of what they tell of. */
const isToldAtItsEnd = (cubes: Cubes, metric: Metric) => factsOf(metric).every((id) => cubes.fact(id)?.time === "last_day");

/** A stock tells of a period at its end, so that the first months of the period need no data. */
const isStock = (cubes: Cubes, metric: Metric) => factsOf(metric).every((fact) => cubes.fact(fact)?.over === "stock");

/** The point of a series `count` periods before another. */
export function pointBefore(series: readonly SeriesPoint[], period: Period, count: number): SeriesPoint | undefined {
  const { start } = periodBefore(period, count);
  return series.find((point) => point.period.start === start && point.isComplete);
}
