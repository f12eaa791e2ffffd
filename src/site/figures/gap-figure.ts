import { crossingOf } from "../../analysis/breakdown.ts";
import { gapChart } from "../../charts/gap.ts";
import { viewOf } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { metricOf } from "../registry.ts";
import { store } from "../store.ts";
import { numeral } from "../table.ts";
import { type FigureData, figureOf } from "./figure.ts";

/** How sales and R&D answer each item in the page's period, and how far apart they are; null without answers. */
export function gapFigure(page: Page): FigureData | null {
  const view = viewOf(metricOf("perception-gap"));
  const answers = ["process-satisfaction", "mechanism-satisfaction"].flatMap((id) =>
    crossingOf(store.cubes, metricOf(id), ["item", "side"], page),
  );
  const scoreOf = (item: string, side: string) =>
    answers.find(({ members, n, isHidden }) => members["item"] === item && members["side"] === side && (n > 0 || isHidden));
  const rows = (answers.length > 0 ? page.dimension("item").members : []).map(({ id, label }) => {
    const [sales, rnd] = [scoreOf(id, "sales"), scoreOf(id, "rnd")];
    const isHidden = Boolean(sales?.isHidden || rnd?.isHidden);
    return { label: page.say(label), a: rnd?.value ?? null, b: sales?.value ?? null, aN: rnd?.n ?? 0, bN: sales?.n ?? 0, isHidden };
  });
  if (rows.length === 0) return null;
  const { words } = page;
  const gapOf = ({ a, b }: Pick<(typeof rows)[number], "a" | "b">) => (a === null || b === null ? null : b - a);
  const widest = [...rows].sort((a, b) => Math.abs(gapOf(b) ?? 0) - Math.abs(gapOf(a) ?? 0))[0];
  const sentence = widest ? words.particular.gapSentence(widest.label, page.value(gapOf(widest), "points")) : null;
  const title = words.particular.gap;
  const sides = { a: page.member("side", "rnd"), b: page.member("side", "sales") };
  const count = (n: number, isHidden: boolean) => numeral(isHidden ? words.hidden : page.count(n));
  return figureOf(page, view, {
    id: "gap-by-item",
    title,
    sentence,
    draw: (told) => gapChart(rows, { ...told, sides }),
    table: {
      caption: `${title}, ${page.periodName(page.period)}`,
      head: [words.particular.item, numeral(sides.a), numeral("n"), numeral(sides.b), numeral("n"), numeral(words.particular.gapHead)],
      rows: rows.map(({ isHidden, ...row }) => [
        row.label,
        numeral(page.shown({ value: row.a, isHidden }, "score")),
        count(row.aN, isHidden),
        numeral(page.shown({ value: row.b, isHidden }, "score")),
        count(row.bN, isHidden),
        numeral(page.value(gapOf(row), "points")),
      ]),
    },
    hasHidden: rows.some(({ isHidden }) => isHidden),
  });
}
