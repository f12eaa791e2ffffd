import type { SeriesPoint } from "../../analysis/series.ts";
import { type AgainstPoint, type TrendPoint, trendChart } from "../../charts/trend.ts";
import { isSamePeriod, isWithin } from "../../core/periods.ts";
import { casesCell, periodCell, remarkCell, valueCell } from "../cells.ts";
import { defineFigure } from "../kind.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { metricSentence } from "../sentences.ts";
import { againstName, againstPointName } from "../slice-names.ts";
import { numeral, type TableData } from "../table.ts";
import { isSignal, judged } from "../verdicts.ts";
import { comparedColumns } from "./compared-columns.ts";
import { eventsColumn, eventsOf, happenedIn } from "./events.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { periodMark } from "./marks.ts";
import { splitTrend } from "./split-trend.ts";
import { benchmarksOf, limitsOf, targetsOf } from "./trend-marks.ts";

/** Points of a series as charts take them; those that the verdict tells of stand out. */
export function trendPoints(page: Page, view: MetricView): TrendPoint[] {
  const verdict = judged(page, view);
  const { span } = verdict;
  const isTold = isSignal(verdict) && span !== null;
  return view.finest.map((point) => ({ ...point, hasSignal: isTold && isWithin(point.period, span) }));
}

/** What is compared with as a chart takes it. */
const againstOf = (page: Page, view: MetricView): AgainstPoint[] =>
  view.beside.map(({ place, point: { value, isComplete, period } }) => ({
    ...{ value, isComplete, period: place },
    name: againstPointName(page, view, period),
  }));

const titleOf = (page: Page, id: string) => page.titled(page.say(page.view(id).metric.label), page.words.trendTitle);

/** A metric over its shortest periods, with all that helps to read it; by the members of a dimension where the reader splits it. */
export function trendFigure(page: Page, id: string, title = titleOf(page, id)): FigureBody | null {
  const view = page.view(id);
  const { metric, finest } = view;
  if (!view.isAvailable) return null;
  const split = page.selection.split;
  if (split && metric.dimensions.includes(split)) return splitTrend(page, view, split);
  const options = {
    limits: limitsOf(view),
    targets: targetsOf(view),
    benchmarks: benchmarksOf(page, view),
    period: page.period,
    againstPeriod: view.isCompared ? view.against.period : undefined,
    against: againstOf(page, view),
    ...eventsOf(page, metric),
  };
  return figureOf(page, view, {
    id: `${metric.id}-trend`,
    title,
    sentence: metricSentence(page, view),
    draw: (told) => trendChart(trendPoints(page, view), { ...told, ...options }),
    isComparing: true,
    marks: () => finest.map((point, i) => marked(page, view, { point, before: finest[i - 1] })),
    table: () => seriesTable(page, view, { caption: title, points: view.series(metric.finest ?? "month") }),
    hasHidden: finest.some(({ isHidden }) => isHidden),
    hasBounds: finest.some(({ bound }) => bound !== "exact"),
    notes:
      split && !metric.dimensions.includes(split)
        ? [page.words.selection.notSplit(page.say(page.dimension(split).label), page.say(metric.label))]
        : [],
  });
}

/** A point, and what is compared with it and what happened then. */
function marked(page: Page, view: MetricView, { point, before }: { point: SeriesPoint; before: SeriesPoint | undefined }) {
  const { metric } = view;
  const mark = periodMark(page, point, { unit: metric.unit, before });
  const other = view.beside.find(({ place }) => place.start === point.period.start)?.point;
  const nameOf = ({ period }: SeriesPoint) =>
    isSamePeriod(view.slice.period, view.against.period) ? againstName(page, view) : againstPointName(page, view, period);
  const compared = other ? [page.titled(nameOf(other), page.shown(other, metric.unit))] : [];
  return { ...mark, lines: [...mark.lines, ...compared, ...happenedIn(page, metric, point.period)] };
}

/** The numbers of a series, newest first. */
export function seriesTable(
  page: Page,
  view: MetricView,
  { caption, points }: { caption: string; points: readonly SeriesPoint[] },
): TableData {
  const { metric, target } = view;
  const { words } = page;
  const hasTarget = points.some(({ period }) => target(period) !== null);
  const events = eventsColumn(
    page,
    metric,
    points.map(({ period }) => period),
  );
  const compared = comparedColumns(page, view, points);
  return {
    caption,
    head: [
      words.period,
      ...compared.head,
      ...(metric.spread?.probabilities ?? []).map((p) => numeral(words.quantile(p))),
      ...(hasTarget ? [numeral(words.target)] : []),
      numeral("n"),
      ...(metric.remark ? [numeral(page.say(metric.remark.label))] : []),
      ...events.head,
    ],
    rows: points
      .toReversed()
      .map((point) => [
        periodCell(page, point.period, point.isComplete),
        ...compared.cells(point),
        ...point.spread.map((quantile) => valueCell(page, quantile, metric.unit)),
        ...(hasTarget ? [valueCell(page, target(point.period), metric.unit)] : []),
        casesCell(page, point),
        ...(metric.remark ? [remarkCell(page, metric.remark, point)] : []),
        ...events.cells(point.period),
      ]),
  };
}

export default defineFigure({
  takes: ["metric"],
  needs: ({ metric }) => [metric],
  make: (page, { metric }) => trendFigure(page, metric),
});
