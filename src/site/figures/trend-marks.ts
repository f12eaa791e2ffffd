import type { SeriesPoint } from "../../analysis/series.ts";
import type { LimitSegment, TargetSegment, TrendPoint } from "../../charts/trend.ts";
import { isWithin } from "../../core/periods.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { isSignal, judged } from "../ask/verdicts.ts";

/** Points of a series as charts take them; those that the verdict is about stand out. */
export function trendPoints(page: Page, view: MetricView): TrendPoint[] {
  const verdict = judged(page, view);
  const { span } = verdict;
  const isShown = isSignal(verdict) && span !== null;
  return view.finest.map((point) => ({ ...point, hasSignal: isShown && isWithin(point.period, span) }));
}

/** Limits of ordinary variation as stretches of months. */
export const limitsOf = ({ behaviour: { points, segments } }: MetricView): LimitSegment[] =>
  segments.map(({ from, to, lower, centre, upper }) => ({
    start: (points[from] as SeriesPoint).period.start,
    end: (points[to] as SeriesPoint).period.end,
    lower,
    centre,
    upper,
  }));

/** Targets as stretches of months over which they do not change. */
export function targetsOf({ finest, target }: MetricView): TargetSegment[] {
  const segments: TargetSegment[] = [];
  for (const { period } of finest) {
    const value = target(period);
    const last = segments.at(-1);
    if (value === null) continue;
    if (last && last.value === value && last.end === period.start - 1) last.end = period.end;
    else segments.push({ start: period.start, end: period.end, value });
  }
  return segments;
}

/** Averages of the industry that have a comparable number. */
export const benchmarksOf = (page: Page, { metric }: MetricView) =>
  page.site.reference.benchmarks.flatMap(({ metric: id, kind, value }) =>
    id === metric.id && value !== null && kind === "industry" ? [{ value, label: page.words.benchmark[kind] }] : [],
  );
