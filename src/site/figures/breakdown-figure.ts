import { barChart } from "../../charts/bars.ts";
import { chartPair } from "../../charts/pair.ts";
import type { MetricView } from "../metric-view.ts";
import { type Page, previousOf } from "../page.ts";
import { breakdownSentence } from "../sentences.ts";
import { figure } from "../table.ts";
import { casesLine, csvOf, drawingDocument, type FigureData, hiddenNotes, sourceLine } from "./figure.ts";

/** A metric by the members of a dimension in the page's period, each beside the period before; null without members. */
export function breakdownFigure(page: Page, view: MetricView, dimension: string): FigureData | null {
  const { metric, standing } = view;
  const rows = view.breakdown(dimension);
  if (rows.length === 0) return null;
  const { words } = page;
  const title = page.titled(page.say(metric.label), words.by(page.say(page.dimension(dimension).label)));
  const sentence = breakdownSentence(page, metric, dimension, rows);
  const whole = metric.value.isSum ? null : (standing?.point.value ?? null);
  const options = {
    title,
    description: sentence ?? title,
    locale: page.locale,
    document: drawingDocument,
    unit: metric.unit,
    reference: whole === null ? undefined : { value: whole, label: words.whole },
    accent: metric.effect,
  };
  const bars = rows.map(({ member, now, before }) => ({
    label: page.member(dimension, member),
    value: now.value,
    n: now.n,
    previous: before?.value ?? null,
    isHidden: now.isHidden,
  }));
  const id = `${metric.id}-by-${dimension.replaceAll("_", "-")}`;
  const isAnyHidden = rows.some(({ now }) => now.isHidden);
  return {
    id,
    title,
    sentence,
    chart: chartPair(id, (size) => barChart(bars, { ...options, ...size })),
    table: {
      caption: `${title}, ${page.periodName(page.period)}`,
      head: [
        page.say(page.dimension(dimension).label),
        figure(page.periodName(page.period)),
        figure(page.periodName(previousOf(page))),
        figure(words.change),
        figure("n"),
      ],
      rows: rows.map(({ member, now, before }) => [
        page.member(dimension, member),
        figure(now.isHidden ? words.hidden : page.value(now.value, metric.unit)),
        figure(before?.isHidden ? words.hidden : page.value(before?.value ?? null, metric.unit)),
        figure(now.value === null || before?.value == null ? words.missing : page.change(now.value - before.value, metric.unit)),
        figure(now.isHidden ? words.hidden : page.value(now.n, "count", { isBare: true })),
      ]),
    },
    n: standing ? casesLine(page, metric, standing.point.n) : null,
    source: sourceLine(page, metric),
    csv: csvOf(metric),
    notes: hiddenNotes(page, isAnyHidden),
  };
}
