import { contributionChart } from "../../charts/contributions.ts";
import { chartPair } from "../../charts/pair.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { carriedBy } from "../sentences.ts";
import { figure } from "../table.ts";
import { casesLine, csvOf, drawingDocument, type FigureData, sourceLine } from "./figure.ts";

/** Which members carried the change to the page's period, split into their own change and that of the mix; null where nothing splits. */
export function carriersFigure(page: Page, view: MetricView): FigureData | null {
  const { metric, carriers, standing } = view;
  if (!carriers || !standing?.change) return null;
  const { words } = page;
  const label = page.say(page.dimension(carriers.dimension).label);
  const title = page.titled(page.say(metric.label), words.carriersTitle(label));
  const sentence = carriedBy(page, metric, carriers);
  const rows = carriers.contributions
    .map(({ member, rate, mix }) => ({ label: page.member(carriers.dimension, member), rate, mix }))
    .sort((a, b) => Math.abs(b.rate + b.mix) - Math.abs(a.rate + a.mix));
  const options = {
    title,
    description: sentence,
    locale: page.locale,
    document: drawingDocument,
    unit: metric.unit,
    total: standing.change.absolute,
    better: metric.better,
  };
  const id = `${metric.id}-carriers`;
  const shown = (value: number) => figure(page.change(value, metric.unit));
  return {
    id,
    title,
    sentence,
    chart: chartPair(id, (size) => contributionChart(rows, { ...options, ...size })),
    table: {
      caption: title,
      head: [label, figure(words.rateEffect), figure(words.mixEffect), figure(words.total)],
      rows: [
        ...rows.map((row) => [row.label, shown(row.rate), shown(row.mix), shown(row.rate + row.mix)]),
        [
          words.total,
          shown(rows.reduce((sum, { rate }) => sum + rate, 0)),
          shown(rows.reduce((sum, { mix }) => sum + mix, 0)),
          shown(standing.change.absolute),
        ],
      ],
    },
    n: casesLine(page, metric, standing.point.n),
    source: sourceLine(page, metric),
    csv: csvOf(metric),
    notes: [],
  };
}
