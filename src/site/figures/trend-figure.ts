import type { SeriesPoint } from "../../analysis/series.ts";
import { type LimitSegment, type TargetSegment, type TrendPoint, trendChart } from "../../charts/trend.ts";
import type { Period } from "../../core/periods.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { metricSentence } from "../sentences.ts";
import { store } from "../store.ts";
import { numeral } from "../table.ts";
import { type FigureData, figureOf } from "./figure.ts";

/** Limits of ordinary variation as stretches of months. */
export const limitsOf = ({ behaviour: { points, segments } }: MetricView): LimitSegment[] =>
  segments.map(({ from, to, lower, centre, upper }) => ({
    start: (points[from] as SeriesPoint).period.start,
    end: (points[to] as SeriesPoint).period.end,
    lower,
    centre,
    upper,
  }));

/** Points of the finest series as charts take them. */
export function trendPoints({ finest, behaviour: { points, signals } }: MetricView): TrendPoint[] {
  const signalled = new Set(signals.map(({ at }) => points[at]?.period.start));
  return finest.map((point) => ({ ...point, hasSignal: signalled.has(point.period.start) }));
}

/** Targets as stretches of months over which they do not change. */
function targetsOf({ finest, target }: MetricView): TargetSegment[] {
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

const annotationsOf = (page: Page, { metric }: MetricView) =>
  store.reference.annotations
    .filter((annotation) => (annotation.metric ?? metric.id) === metric.id)
    .map(({ on, label }) => ({ date: on, label: page.say(label) }));

/** Averages of the industry, and published cases that have a comparable number. */
const benchmarksOf = (page: Page, { metric }: MetricView) =>
  store.reference.benchmarks.flatMap(({ metric: id, kind, value }) =>
    id === metric.id && value !== null && kind === "industry" ? [{ value, label: page.words.benchmark[kind] }] : [],
  );

/** A metric over its shortest periods, with all that helps to read it. */
export function trendFigure(page: Page, view: MetricView): FigureData {
  const title = page.titled(page.say(view.metric.label), page.words.trendTitle);
  const options = {
    limits: limitsOf(view),
    targets: targetsOf(view),
    benchmarks: benchmarksOf(page, view),
    annotations: annotationsOf(page, view),
  };
  return figureOf(page, view, {
    id: `${view.metric.id}-trend`,
    title,
    sentence: metricSentence(page, view),
    draw: (told) => trendChart(trendPoints(view), { ...told, ...options }),
    table: seriesTable(page, view, title),
    hasHidden: view.finest.some(({ isHidden }) => isHidden),
  });
}

export const periodCell = (page: Page, period: Period, isComplete: boolean) =>
  isComplete ? page.periodName(period) : page.noted(page.periodName(period), page.words.unfinished);

/** The numbers of a trend, newest first. */
export function seriesTable(page: Page, view: MetricView, caption: string, points = view.finest) {
  const { metric, target } = view;
  const { words } = page;
  const hasTarget = points.some(({ period }) => target(period) !== null);
  const quantiles = metric.spread?.probabilities ?? [];
  return {
    caption,
    head: [
      words.period,
      numeral(words.value),
      ...quantiles.map((p) => numeral(words.quantile(p))),
      ...(hasTarget ? [numeral(words.target)] : []),
      numeral("n"),
    ],
    rows: points
      .toReversed()
      .map((point) => [
        periodCell(page, point.period, point.isComplete),
        numeral(page.shown(point, metric.unit)),
        ...point.spread.map((quantile) => numeral(page.value(quantile, metric.unit))),
        ...(hasTarget ? [numeral(page.value(target(point.period), metric.unit))] : []),
        numeral(page.cases(point)),
      ]),
  };
}
