import type { Row } from "../../analysis/breakdown.ts";
import { type BarRow, barChart } from "../../charts/bars.ts";
import type { MetricView } from "../metric-view.ts";
import { type Page, previousOf } from "../page.ts";
import { breakdownSentence } from "../sentences.ts";
import { numeral } from "../table.ts";
import { type FigureData, figureOf } from "./figure.ts";

/** The rows of a breakdown as bars. */
export const barsOf = (page: Page, dimension: string, rows: readonly Row[]): BarRow[] =>
  rows.map(({ member, now, before }) => ({
    label: page.member(dimension, member),
    value: now.value,
    n: now.n,
    previous: before?.value ?? null,
    isHidden: now.isHidden,
  }));

/** A metric by the members of a dimension in the page's period, each beside the period before; null without members. */
export function breakdownFigure(page: Page, view: MetricView, dimension: string): FigureData | null {
  const { metric, standing } = view;
  const rows = view.breakdown(dimension);
  if (rows.length === 0) return null;
  const { words } = page;
  const title = page.titled(page.say(metric.label), words.by(page.say(page.dimension(dimension).label)));
  const whole = metric.value.isSum ? null : (standing?.point.value ?? null);
  const reference = whole === null ? undefined : { value: whole, label: words.whole };
  return figureOf(page, view, {
    id: `${metric.id}-by-${dimension.replaceAll("_", "-")}`,
    title,
    sentence: breakdownSentence(page, metric, dimension, rows),
    draw: (told) => barChart(barsOf(page, dimension, rows), { ...told, reference }),
    table: {
      caption: `${title}, ${page.periodName(page.period)}`,
      head: [
        page.say(page.dimension(dimension).label),
        numeral(page.periodName(page.period)),
        numeral(page.periodName(previousOf(page))),
        numeral(words.change),
        numeral("n"),
      ],
      rows: rows.map(({ member, now, before }) => [
        page.member(dimension, member),
        numeral(page.shown(now, metric.unit)),
        numeral(page.shown(before, metric.unit)),
        numeral(now.value === null || before?.value == null ? words.missing : page.change(now.value - before.value, metric.unit)),
        numeral(page.cases(now)),
      ]),
    },
    hasHidden: rows.some(({ now }) => now.isHidden),
  });
}
