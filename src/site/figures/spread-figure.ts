import { pointOf } from "../../analysis/series.ts";
import { distributionChart } from "../../charts/distribution.ts";
import { distribution } from "../../cube/evaluate.ts";
import { valueCell } from "../cells.ts";
import type { Page } from "../page.ts";
import { nowName } from "../slice-names.ts";
import { numeral } from "../table.ts";
import { type FigureData, figureOf, type Mark } from "./figure.ts";

interface Counted {
  value: number;
  count: number;
}

/** For each value, how many cases do not exceed it. */
function upToEach(page: Page, counts: readonly Counted[], write: (value: number) => string): Mark[] {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  let seen = 0;
  return counts.map(({ value, count }) => {
    seen += count;
    return {
      name: page.words.selection.upTo(write(value)),
      lines: [page.value(seen / all, "share"), `n = ${page.count(seen)} / ${page.count(all)}`],
      choice: null,
    };
  });
}

/** How the cases of the page's slice spread around the value; null for a metric without a spread or without cases. */
export default function spreadFigure(page: Page, id: string): FigureData | null {
  const view = page.view(id);
  const { metric, slice, isAvailable } = view;
  const { cubes } = page.site;
  const counts = isAvailable ? distribution(cubes, metric, { periods: [slice.period], filters: slice.filters }) : [];
  const { spread } = metric;
  if (!spread || counts.length === 0) return null;
  const { words } = page;
  const title = page.titled(page.say(metric.label), words.spreadTitle);
  const quantiles = pointOf(cubes, metric, slice, true)?.spread ?? [];
  const quantileAt = (p: number) => quantiles[spread.probabilities.indexOf(p)] ?? null;
  const [median, p90] = [quantileAt(0.5), quantileAt(0.9)];
  return figureOf(page, view, {
    id: `${metric.id}-spread`,
    title,
    sentence: words.sentences.spread(page.value(median, metric.unit), page.value(p90, metric.unit)),
    draw: (told) => distributionChart(counts, { ...told, median, p90 }),
    marks: () => upToEach(page, counts, (value) => page.value(value, metric.unit)),
    table: () => ({
      caption: page.clauses(title, nowName(page, view)),
      head: [words.spreadTitle, numeral(words.value)],
      rows: spread.probabilities.map((p, i) => [words.quantile(p), valueCell(page, quantiles[i] ?? null, metric.unit)]),
    }),
  });
}
