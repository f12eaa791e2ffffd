import { NO_MEMBER } from "../../analysis/breakdown.ts";
import { contributionChart } from "../../charts/contributions.ts";
import { changeCell } from "../cells.ts";
import type { Page } from "../page.ts";
import { carriedBy } from "../sentences.ts";
import { numeral, sorted } from "../table.ts";
import { type FigureData, figureOf, type Mark } from "./figure.ts";
import { isKept } from "./marks.ts";

/** Which members carried the change to the page's slice, split into their own change and that of the mix; null where nothing splits. */
export default function carriersFigure(page: Page, id: string): FigureData | null {
  const view = page.view(id);
  const { metric, carriers, standing } = view;
  if (!carriers || !standing?.change) return null;
  const { words } = page;
  const { dimension, main } = carriers;
  const label = page.say(page.dimension(dimension).label);
  const title = page.titled(page.say(metric.label), words.carriersTitle(label));
  const rows = carriers.contributions
    .map(({ member, rate, mix }) => ({
      member,
      label: page.member(dimension, member),
      rate,
      mix,
      isSelected: isKept(page, dimension, member),
    }))
    .sort((a, b) => Math.abs(b.rate + b.mix) - Math.abs(a.rate + a.mix));
  const total = rows.reduce((all, { rate, mix }) => all + rate + mix, 0);
  const shown = (value: number) => changeCell(page, value, metric.unit);
  const sum = (part: "rate" | "mix") => rows.reduce((all, row) => all + row[part], 0);
  const markOf = ({ member, label: name, rate, mix }: (typeof rows)[number]): Mark => ({
    name,
    lines: [
      page.change(rate + mix, metric.unit),
      page.titled(words.rateEffect, page.change(rate, metric.unit)),
      page.titled(words.mixEffect, page.change(mix, metric.unit)),
    ],
    choice: member === NO_MEMBER ? null : { members: { [dimension]: member } },
  });
  return figureOf(page, view, {
    id: `${metric.id}-carriers`,
    title,
    sentence: page.change(main.rate + main.mix, metric.unit) === page.change(0, metric.unit) ? null : carriedBy(page, metric, carriers),
    draw: (told) => contributionChart(rows, { ...told, total, better: metric.better }),
    isComparing: true,
    marks: () => rows.map(markOf),
    table: () => ({
      caption: title,
      head: [label, numeral(words.rateEffect), numeral(words.mixEffect), numeral(words.total)],
      rows: [
        ...rows.map((row) => [sorted(row.label, row.member), shown(row.rate), shown(row.mix), shown(row.rate + row.mix)]),
        [words.total, shown(sum("rate")), shown(sum("mix")), shown(total)],
      ],
    }),
  });
}
