import type { SeriesPoint } from "../../analysis/series.ts";
import { chartPair } from "../../charts/pair.ts";
import { type LimitSegment, type TargetSegment, type TrendPoint, trendChart } from "../../charts/trend.ts";
import type { Period } from "../../core/periods.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { metricSentence } from "../sentences.ts";
import { store } from "../store.ts";
import { figure } from "../table.ts";
import { casesLine, csvOf, drawingDocument, type FigureData, hiddenNotes, sourceLine } from "./figure.ts";

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
  const { metric, finest, standing } = view;
  const title = page.titled(page.say(metric.label), page.words.trendTitle);
  const sentence = metricSentence(page, view);
  const options = {
    title,
    description: sentence,
    locale: page.locale,
    document: drawingDocument,
    unit: metric.unit,
    fiscalStart: page.fiscalStart,
    limits: limitsOf(view),
    targets: targetsOf(view),
    benchmarks: benchmarksOf(page, view),
    annotations: annotationsOf(page, view),
    accent: metric.effect,
  };
  const id = `${metric.id}-trend`;
  return {
    id,
    title,
    sentence,
    chart: chartPair(id, (size) => trendChart(trendPoints(view), { ...options, ...size })),
    table: seriesTable(page, view, title),
    n: standing ? casesLine(page, metric, standing.point.n) : null,
    source: sourceLine(page, metric),
    csv: csvOf(metric),
    notes: hiddenNotes(
      page,
      finest.some(({ isHidden }) => isHidden),
    ),
  };
}

const periodCell = (page: Page, period: Period, isComplete: boolean) =>
  `${page.periodName(period)}${isComplete ? "" : `(${page.words.unfinished})`}`;

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
      figure(words.value),
      ...quantiles.map((p) => figure(words.quantile(p))),
      ...(hasTarget ? [figure(words.target)] : []),
      figure("n"),
    ],
    rows: points
      .toReversed()
      .map(({ period, value, n, isHidden, isComplete, spread }) => [
        periodCell(page, period, isComplete),
        figure(isHidden ? words.hidden : page.value(value, metric.unit)),
        ...spread.map((quantile) => figure(page.value(quantile, metric.unit))),
        ...(hasTarget ? [figure(page.value(target(period), metric.unit))] : []),
        figure(isHidden ? words.hidden : page.value(n, "count", { isBare: true })),
      ]),
  };
}
