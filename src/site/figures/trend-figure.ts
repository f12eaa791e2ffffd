import { changeBetween } from "../../analysis/comparison.ts";
import type { SeriesPoint } from "../../analysis/series.ts";
import { type AgainstPoint, type TrendPoint, trendChart } from "../../charts/trend.ts";
import { isWithin } from "../../core/periods.ts";
import type { Remark } from "../../cube/metric.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { isSignal, judged } from "../ask/verdicts.ts";
import { defineFigure } from "../kind.ts";
import { changeCell, remarkCell, valueCell } from "../say/cells.ts";
import { metricSentence } from "../say/sentences.ts";
import { againstPointName } from "../say/slice-names.ts";
import { numeral } from "../say/table.ts";
import { comparedColumns } from "./compared-columns.ts";
import { eventsColumn, eventsOf } from "./events.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { periodRows } from "./period-rows.ts";
import { type Column, casesColumn, inTableOnly } from "./rows.ts";
import { splitTrend } from "./split-trend.ts";
import { benchmarksOf, limitsOf, targetsOf } from "./trend-marks.ts";

/** Points of a series as charts take them; those that the verdict is about stand out. */
export function trendPoints(page: Page, view: MetricView): TrendPoint[] {
  const verdict = judged(page, view);
  const { span } = verdict;
  const isShown = isSignal(verdict) && span !== null;
  return view.finest.map((point) => ({ ...point, hasSignal: isShown && isWithin(point.period, span) }));
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
    draw: (common) => trendChart(trendPoints(page, view), { ...common, ...options }),
    isComparing: true,
    ...seriesRows(page, view, { caption: title, points: finest, listed: () => view.series(metric.finest ?? "month") }),
    hasHidden: finest.some(({ isHidden }) => isHidden),
    hasBounds: finest.some(({ bound }) => bound !== "exact"),
    hasProvisional: finest.some((point) => point.isProvisional),
    notes:
      split && !metric.dimensions.includes(split)
        ? [page.words.selection.notSplit(page.say(page.dimension(split).label), page.say(metric.label))]
        : [],
  });
}

/** The change from the point before, where both are over. */
function changeColumn(page: Page, { metric: { unit } }: MetricView, points: readonly SeriesPoint[]): Column<SeriesPoint> {
  const before = new Map(points.map((point, i) => [point.period.start, points[i - 1]]));
  return {
    head: numeral(page.words.change),
    cell(point) {
      const other = before.get(point.period.start);
      return changeCell(page, point.isComplete && other?.isComplete ? changeBetween(point, other) : null, unit);
    },
    isInTipOnly: true,
  };
}

/** The numbers of a series; `listed` with its quantiles. */
export function seriesRows(
  page: Page,
  view: MetricView,
  { caption, points, listed }: { caption: string; points: readonly SeriesPoint[]; listed: () => readonly SeriesPoint[] },
) {
  const { metric, target } = view;
  const { words } = page;
  const inTable = (head: string, cell: Column<SeriesPoint>["cell"]): Column<SeriesPoint> => ({
    head: numeral(head),
    cell,
    tip: inTableOnly,
  });
  return periodRows<SeriesPoint>(page, {
    caption,
    columns: () => [
      ...comparedColumns(page, view, points),
      changeColumn(page, view, points),
      ...(metric.spread?.probabilities ?? []).map((p, i) =>
        inTable(words.quantile(p), ({ spread }) => valueCell(page, spread[i] ?? null, metric.unit)),
      ),
      ...(points.some(({ period }) => target(period) !== null)
        ? [inTable(words.target, ({ period }) => valueCell(page, target(period), metric.unit))]
        : []),
      casesColumn(page, (point) => point),
      ...(metric.remark ? [inTable(page.say(metric.remark.label), (point) => remarkCell(page, metric.remark as Remark, point))] : []),
      ...eventsColumn(page, metric, points),
    ],
    rows: () => points,
    listed,
  });
}

export default defineFigure({
  takes: ["metric"],
  needs: ({ metric }) => [metric],
  make: (page, { metric }) => trendFigure(page, metric),
});
