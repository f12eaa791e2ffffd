import { contributionChart } from "../../charts/contributions.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { carriedBy } from "../sentences.ts";
import { numeral } from "../table.ts";
import { type FigureData, figureOf } from "./figure.ts";

/** Which members carried the change to the page's period, split into their own change and that of the mix; null where nothing splits. */
export function carriersFigure(page: Page, view: MetricView): FigureData | null {
  const { metric, carriers, standing } = view;
  if (!carriers || !standing?.change) return null;
  const { words } = page;
  const label = page.say(page.dimension(carriers.dimension).label);
  const title = page.titled(page.say(metric.label), words.carriersTitle(label));
  const rows = carriers.contributions
    .map(({ member, rate, mix }) => ({ label: page.member(carriers.dimension, member), rate, mix }))
    .sort((a, b) => Math.abs(b.rate + b.mix) - Math.abs(a.rate + a.mix));
  const total = standing.change.absolute;
  const shown = (value: number) => numeral(page.change(value, metric.unit));
  const sum = (part: "rate" | "mix") => rows.reduce((all, row) => all + row[part], 0);
  return figureOf(page, view, {
    id: `${metric.id}-carriers`,
    title,
    sentence: carriedBy(page, metric, carriers),
    draw: (told) => contributionChart(rows, { ...told, total, better: metric.better }),
    table: {
      caption: title,
      head: [label, numeral(words.rateEffect), numeral(words.mixEffect), numeral(words.total)],
      rows: [
        ...rows.map((row) => [row.label, shown(row.rate), shown(row.mix), shown(row.rate + row.mix)]),
        [words.total, shown(sum("rate")), shown(sum("mix")), shown(total)],
      ],
    },
  });
}
