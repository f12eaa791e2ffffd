import type { SeriesPoint } from "../../analysis/series.ts";
import type { LimitSegment, TargetSegment } from "../../charts/trend.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";

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
