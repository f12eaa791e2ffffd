import { distributionChart } from "../../charts/distribution.ts";
import { chartPair } from "../../charts/pair.ts";
import { distribution } from "../../cube/evaluate.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { store } from "../store.ts";
import { figure } from "../table.ts";
import { casesLine, csvOf, drawingDocument, type FigureData, sourceLine } from "./figure.ts";

/** How the cases of the page's period spread around the value; null for a metric without a spread or without cases. */
export function spreadFigure(page: Page, view: MetricView): FigureData | null {
  const { metric, standing } = view;
  const counts = distribution(store.cubes, metric, { periods: [page.period] });
  if (!metric.spread || !standing || counts.length === 0) return null;
  const { words } = page;
  const title = page.titled(page.say(metric.label), words.spreadTitle);
  const quantileAt = (p: number) => standing.point.spread[metric.spread?.probabilities.indexOf(p) ?? -1] ?? null;
  const [median, p90] = [quantileAt(0.5), quantileAt(0.9)];
  const sentence = words.sentence.spread(page.value(median, metric.unit), page.value(p90, metric.unit));
  const options = {
    title,
    description: sentence,
    locale: page.locale,
    document: drawingDocument,
    unit: metric.unit,
    median,
    p90,
    accent: metric.effect,
  };
  const id = `${metric.id}-spread`;
  const rows = metric.spread.probabilities.map((p, i) => [
    words.quantile(p),
    figure(page.value(standing.point.spread[i] ?? null, metric.unit)),
  ]);
  return {
    id,
    title,
    sentence,
    chart: chartPair(id, (size) => distributionChart(counts, { ...options, ...size })),
    table: { caption: `${title}, ${page.periodName(page.period)}`, head: [words.share, figure(words.value)], rows },
    n: casesLine(page, metric, standing.point.n),
    source: sourceLine(page, metric),
    csv: csvOf(metric),
    notes: [],
  };
}
