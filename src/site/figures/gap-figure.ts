import { crossingOf } from "../../analysis/breakdown.ts";
import { type GapRow, gapBound, gapChart } from "../../charts/gap.ts";
import { lifted } from "../../core/slice.ts";
import { casesCell, shownCell } from "../cells.ts";
import { defineFigure } from "../kind.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { nowName } from "../slice-names.ts";
import { numeral, sorted } from "../table.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { isKept } from "./shown-members.ts";

const ASKED = ["process-satisfaction", "mechanism-satisfaction"] as const;
const PAIR = ["item", "side"] as const;

type Item = GapRow & { id: string };

/** What each side answers to each item. */
function itemsOf(page: Page): Item[] {
  const answers = ASKED.map((id) => page.view(id))
    .filter(({ isAvailable }) => isAvailable)
    .flatMap(({ metric, slice }) => crossingOf(page.site.cubes, metric, { slice: lifted(slice, PAIR), pair: PAIR }));
  const scoreOf = (item: string, side: string) =>
    answers.find(({ members, n, isHidden }) => members["item"] === item && members["side"] === side && (n > 0 || isHidden));
  return (answers.length > 0 ? page.dimension("item").members : []).map(({ id, label }) => {
    const [sales, rnd] = [scoreOf(id, "sales"), scoreOf(id, "rnd")];
    const isHidden = Boolean(sales?.isHidden || rnd?.isHidden);
    const values = {
      a: rnd?.value ?? null,
      b: sales?.value ?? null,
      aBound: rnd?.bound,
      bBound: sales?.bound,
      aN: rnd?.n ?? 0,
      bN: sales?.n ?? 0,
    };
    return { id, label: page.say(label), ...values, isHidden, isSelected: isKept(page, "item", id) };
  });
}

/** How sales and R&D answer each item in the page's slice, and how far apart they are; null without answers. */
function gapFigure(page: Page): FigureBody | null {
  // the items are asked by department, as the two satisfaction metrics are and the gap between the sides is not
  const [view] = ASKED.map((id) => page.view(id)) as [MetricView, ...MetricView[]];
  const rows = itemsOf(page);
  if (rows.length === 0) return null;
  const { words } = page;
  const { gap: title, gapHead, gapSentence, item } = words.particular;
  const gapOf = ({ a, b }: Item) => (a === null || b === null ? null : b - a);
  const gapWords = (row: Item) => page.value(gapOf(row), "points", { bound: gapBound(row) });
  const widest = rows.filter((row) => gapOf(row) !== null).sort((a, b) => Math.abs(gapOf(b) ?? 0) - Math.abs(gapOf(a) ?? 0))[0];
  const sides = { a: page.member("side", "rnd"), b: page.member("side", "sales") };
  const scoreA = ({ a: value, aBound: bound, isHidden }: Item) => ({ value, bound, isHidden });
  const scoreB = ({ b: value, bBound: bound, isHidden }: Item) => ({ value, bound, isHidden });
  return figureOf(page, view, {
    id: "gap-by-item",
    title,
    sentence: widest ? gapSentence(widest.label, gapWords(widest)) : null,
    draw: (told) => gapChart(rows, { ...told, sides }),
    marks: () =>
      rows.map((row) => ({
        name: row.label,
        lines: row.isHidden
          ? [words.hidden]
          : [
              page.titled(sides.a, page.clauses(page.shown(scoreA(row), "score"), `n = ${row.aN}`)),
              page.titled(sides.b, page.clauses(page.shown(scoreB(row), "score"), `n = ${row.bN}`)),
              page.titled(gapHead, gapWords(row)),
            ],
        choice: { members: { item: row.id } },
      })),
    table: () => ({
      caption: page.clauses(title, nowName(page, view)),
      head: [item, numeral(sides.a), numeral("n"), numeral(sides.b), numeral("n"), numeral(gapHead)],
      rows: rows.map((row) => [
        sorted(row.label, row.id),
        shownCell(page, scoreA(row), "score"),
        casesCell(page, { n: row.aN, isHidden: row.isHidden }),
        shownCell(page, scoreB(row), "score"),
        casesCell(page, { n: row.bN, isHidden: row.isHidden }),
        numeral(gapWords(row), gapOf(row), gapBound(row)),
      ]),
    }),
    n: rows.filter(({ isHidden }) => !isHidden).reduce((sum, { aN, bN }) => sum + aN + bN, 0),
    hasHidden: rows.some(({ isHidden }) => isHidden),
    hasBounds: rows.some((row) => gapBound(row) !== "exact"),
  });
}

export default defineFigure({
  needs: [...ASKED, "perception-gap"],
  make: gapFigure,
});
