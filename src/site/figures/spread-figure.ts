import { distributionChart } from "../../charts/distribution.ts";
import { distribution } from "../../cube/evaluate.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { store } from "../store.ts";
import { numeral } from "../table.ts";
import { type FigureData, figureOf } from "./figure.ts";

/** How the cases of the page's period spread around the value; null for a metric without a spread or without cases. */
export function spreadFigure(page: Page, view: MetricView): FigureData | null {
  const { metric, standing } = view;
  const counts = distribution(store.cubes, metric, { periods: [page.period] });
  if (!metric.spread || !standing || counts.length === 0) return null;
  const { words } = page;
  const title = page.titled(page.say(metric.label), words.spreadTitle);
  const quantileAt = (p: number) => standing.point.spread[metric.spread?.probabilities.indexOf(p) ?? -1] ?? null;
  const [median, p90] = [quantileAt(0.5), quantileAt(0.9)];
  const rows = metric.spread.probabilities.map((p, i) => [
    words.quantile(p),
    numeral(page.value(standing.point.spread[i] ?? null, metric.unit)),
  ]);
  return figureOf(page, view, {
    id: `${metric.id}-spread`,
    title,
    sentence: words.sentence.spread(page.value(median, metric.unit), page.value(p90, metric.unit)),
    draw: (told) => distributionChart(counts, { ...told, median, p90 }),
    table: { caption: `${title}, ${page.periodName(page.period)}`, head: [words.spreadTitle, numeral(words.value)], rows },
  });
}
