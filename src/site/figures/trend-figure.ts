import { type AgainstPoint, trendChart } from "../../charts/trend.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { metricSentence } from "../say/sentences.ts";
import { againstPointName } from "../say/slice-names.ts";
import { eventsNote, eventsOf } from "./events.ts";
import { festivalsOf } from "./festivals.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { seriesRows } from "./series-rows.ts";
import { dotsNote } from "./special-points.ts";
import { splitTrend } from "./split-trend.ts";
import { benchmarksOf, limitsOf, targetsOf, trendPoints } from "./trend-marks.ts";

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
  const events = eventsOf(page, metric, finest);
  const points = trendPoints(page, view);
  const options = {
    limits: limitsOf(view),
    targets: targetsOf(view),
    benchmarks: benchmarksOf(page, view),
    period: page.period,
    againstPeriod: view.isCompared ? view.against.period : undefined,
    against: againstOf(page, view),
    events,
    festivals: festivalsOf(page, finest),
  };
  return figureOf(page, view, {
    id: `${metric.id}-trend`,
    title,
    sentence: metricSentence(page, view),
    draw: (common) => trendChart(points, { ...common, ...options }),
    isComparing: true,
    ...seriesRows(page, view, { caption: title, points: finest, listed: () => view.series(metric.finest ?? "month") }),
    hasHidden: finest.some(({ isHidden }) => isHidden),
    hasBounds: finest.some(({ bound }) => bound !== "exact"),
    hasProvisional: finest.some((point) => point.isProvisional),
    notes: [
      ...eventsNote(page, events),
      ...dotsNote(page, points),
      ...(split && !metric.dimensions.includes(split)
        ? [page.words.selection.notSplit(page.say(page.dimension(split).label), page.say(metric.label))]
        : []),
    ],
  });
}

export default defineFigure({
  takes: ["metric"],
  needs: ({ metric }) => [metric],
  make: (page, { metric }) => trendFigure(page, metric),
});
