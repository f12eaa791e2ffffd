import type { SeriesPoint } from "../../analysis/series.ts";
import { type TrendPoint, trendChart } from "../../charts/trend.ts";
import { casesCell, changeCell, periodCell, shownCell, valueCell } from "../cells.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { metricSentence } from "../sentences.ts";
import { againstName, nowName } from "../slice-names.ts";
import { numeral, type TableData } from "../table.ts";
import { eventsColumn, eventsOf, happenedIn } from "./events.ts";
import { type FigureData, figureOf } from "./figure.ts";
import { periodMark } from "./marks.ts";
import { splitTrend } from "./split-trend.ts";
import { benchmarksOf, limitsOf, targetsOf } from "./trend-marks.ts";

/** Points of a series as charts take them; a signal is not one of a comparison. */
export function trendPoints({ finest, behaviour: { points, signals } }: MetricView): TrendPoint[] {
  const signalled = new Set(signals.map(({ at }) => points[at]?.period.start));
  return finest.map((point) => ({ ...point, hasSignal: signalled.has(point.period.start) }));
}

const without = (points: readonly SeriesPoint[]): TrendPoint[] => points.map((point) => ({ ...point, hasSignal: false }));

const titleOf = (page: Page, id: string) => page.titled(page.say(page.view(id).metric.label), page.words.trendTitle);

/** A metric over its shortest periods, with all that helps to read it; by the members of a dimension where the reader splits it. */
export default function trendFigure(page: Page, id: string, title = titleOf(page, id)): FigureData | null {
  const view = page.view(id);
  const { metric, finest, finestAgainst } = view;
  if (!view.isAvailable) return null;
  const split = page.selection.split;
  if (split && metric.dimensions.includes(split)) return splitTrend(page, view, split);
  const options = {
    limits: limitsOf(view),
    targets: targetsOf(view),
    benchmarks: benchmarksOf(page, view),
    period: page.period,
    against: finestAgainst ? { points: without(finestAgainst), label: againstName(page, view) } : undefined,
    ...eventsOf(page, metric),
  };
  return figureOf(page, view, {
    id: `${metric.id}-trend`,
    title,
    sentence: metricSentence(page, view),
    draw: (told) => trendChart(trendPoints(view), { ...told, ...options }),
    isComparing: true,
    marks: () => finest.map((point, i) => marked(page, view, { point, before: finest[i - 1] })),
    table: () => seriesTable(page, view, { caption: title, points: view.series(metric.finest ?? "month") }),
    hasHidden: finest.some(({ isHidden }) => isHidden),
    notes:
      split && !metric.dimensions.includes(split)
        ? [page.words.selection.notSplit(page.say(page.dimension(split).label), page.say(metric.label))]
        : [],
  });
}

/** A point, and what is compared with it and what happened then. */
function marked(page: Page, view: MetricView, { point, before }: { point: SeriesPoint; before: SeriesPoint | undefined }) {
  const { metric, finestAgainst } = view;
  const mark = periodMark(page, point, { unit: metric.unit, before });
  const other = finestAgainst?.find(({ period }) => period.start === point.period.start);
  const compared = other ? [page.titled(againstName(page, view), page.shown(other, metric.unit))] : [];
  return { ...mark, lines: [...mark.lines, ...compared, ...happenedIn(page, metric, point.period)] };
}

/** The numbers of a series, newest first. */
export function seriesTable(
  page: Page,
  view: MetricView,
  { caption, points }: { caption: string; points: readonly SeriesPoint[] },
): TableData {
  const { metric, target, finestAgainst } = view;
  const { words } = page;
  const hasTarget = points.some(({ period }) => target(period) !== null);
  const events = eventsColumn(
    page,
    metric,
    points.map(({ period }) => period),
  );
  const others = new Map(finestAgainst?.map((point) => [point.period.start, point]));
  const isCompared = finestAgainst !== null && finestAgainst[0]?.period.grain === points[0]?.period.grain;
  const compared = (point: SeriesPoint) => {
    const other = others.get(point.period.start);
    const isBoth = point.value !== null && other?.value != null;
    const difference = isBoth ? (point.value ?? 0) - (other.value ?? 0) : null;
    return [shownCell(page, other, metric.unit), changeCell(page, difference, metric.unit)];
  };
  return {
    caption,
    head: [
      words.period,
      numeral(isCompared ? nowName(page, view) : words.value),
      ...(isCompared ? [numeral(againstName(page, view)), numeral(words.selection.difference)] : []),
      ...(metric.spread?.probabilities ?? []).map((p) => numeral(words.quantile(p))),
      ...(hasTarget ? [numeral(words.target)] : []),
      numeral("n"),
      ...events.head,
    ],
    rows: points
      .toReversed()
      .map((point) => [
        periodCell(page, point.period, point.isComplete),
        shownCell(page, point, metric.unit),
        ...(isCompared ? compared(point) : []),
        ...point.spread.map((quantile) => valueCell(page, quantile, metric.unit)),
        ...(hasTarget ? [valueCell(page, target(point.period), metric.unit)] : []),
        casesCell(page, point),
        ...events.cells(point.period),
      ]),
  };
}
