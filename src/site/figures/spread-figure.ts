import { pointOf } from "../../analysis/series.ts";
import { distributionChart } from "../../charts/distribution.ts";
import { distribution } from "../../cube/evaluate.ts";
import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { nowName } from "../say/slice-names.ts";
import { cumulativeRows } from "./cumulative-rows.ts";
import { type FigureBody, figureOf } from "./figure.ts";

/** How the cases of the page's slice spread around the value; null for a metric without a spread or without cases. */
function spreadFigure(page: Page, id: string): FigureBody | null {
  const view = page.view(id);
  const { metric, slice } = view;
  const { cubes } = page.site;
  const { spread } = metric;
  const spreading = distribution(cubes, metric, slice);
  if (!spread || !spreading || spreading.counts.length === 0) return null;
  const { words } = page;
  const title = page.titled(page.say(metric.label), words.spreadTitle);
  const caption = page.clauses(title, nowName(page, view));
  const quantiles = pointOf(cubes, metric, slice, true)?.spread ?? [];
  const quantileAt = (p: number) => quantiles[spread.probabilities.indexOf(p)] ?? null;
  const [median, p90] = [quantileAt(0.5), quantileAt(0.9)];
  return figureOf(page, view, {
    id: `${metric.id}-spread`,
    title,
    sentence:
      median === null || p90 === null ? null : words.sentences.spread(page.value(median, metric.unit), page.value(p90, metric.unit)),
    draw: (common) => distributionChart(spreading.counts, { ...common, median, p90 }),
    ...cumulativeRows(page, { ...spreading, caption, unit: metric.unit, isEstimated: spread.isEstimated }),
    notes: spread.isEstimated ? [words.estimatedNote] : [],
  });
}

export default defineFigure({
  takes: ["metric"],
  needs: ({ metric }) => [metric],
  make: (page, { metric }) => spreadFigure(page, metric),
  hasSpread: true,
});
