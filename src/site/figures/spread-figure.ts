import { pointOf } from "../../analysis/series.ts";
import { distributionChart } from "../../charts/distribution.ts";
import { distribution } from "../../cube/evaluate.ts";
import type { Metric } from "../../cube/metric.ts";
import type { Distribution } from "../../cube/quantiles.ts";
import { valueCell } from "../cells.ts";
import { defineFigure } from "../kind.ts";
import type { Page } from "../page.ts";
import { nowName } from "../slice-names.ts";
import { numeral } from "../table.ts";
import { type FigureBody, figureOf, type Mark } from "./figure.ts";

/** For each value, the share of the cases that do not exceed it, and how many those are where they are counted and not estimated. */
function upToEach(page: Page, { counts, all }: Distribution, { unit, spread }: Metric): Mark[] {
  let seen = 0;
  return counts.map(({ value, count }) => {
    seen += count;
    return {
      name: page.words.selection.upTo(page.value(value, unit)),
      lines: [
        page.value(seen / all, "share"),
        spread?.isEstimated ? `n = ${page.count(all)}` : `n = ${page.count(seen)} / ${page.count(all)}`,
      ],
      choice: null,
    };
  });
}

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
  const quantiles = pointOf(cubes, metric, slice, true)?.spread ?? [];
  const quantileAt = (p: number) => quantiles[spread.probabilities.indexOf(p)] ?? null;
  const [median, p90] = [quantileAt(0.5), quantileAt(0.9)];
  return figureOf(page, view, {
    id: `${metric.id}-spread`,
    title,
    sentence:
      median === null || p90 === null ? null : words.sentences.spread(page.value(median, metric.unit), page.value(p90, metric.unit)),
    draw: (told) => distributionChart(spreading.counts, { ...told, median, p90 }),
    marks: () => upToEach(page, spreading, metric),
    table: () => ({
      caption: page.clauses(title, nowName(page, view)),
      head: [words.spreadTitle, numeral(words.value)],
      rows: spread.probabilities.map((p, i) => [words.quantile(p), valueCell(page, quantiles[i] ?? null, metric.unit)]),
    }),
    notes: spread.isEstimated ? [words.estimatedNote] : [],
  });
}

export default defineFigure({
  takes: ["metric"],
  needs: ({ metric }) => [metric],
  make: (page, { metric }) => spreadFigure(page, metric),
  hasSpread: true,
});
