import { crossingOf } from "../../analysis/breakdown.ts";
import { type GapRow, gapBound, gapChart } from "../../charts/gap.ts";
import type { Bounded } from "../../core/bound.ts";
import { lifted } from "../../core/slice.ts";
import type { Result } from "../../cube/evaluate.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { casesCell, shownCell } from "../say/cells.ts";
import { nowName } from "../say/slice-names.ts";
import { numeral, sorted } from "../say/table.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { type Column, inTableOnly, rowsOf } from "./rows.ts";
import { isKept } from "./shown-members.ts";

const ASKED = ["process-satisfaction", "mechanism-satisfaction"] as const;
const PAIR = ["item", "side"] as const;

type Item = GapRow & { id: string };

/** What a side answers to an item. */
type Score = Bounded & Pick<Result, "n" | "isHidden">;

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

/** The score of a side and its n, which are one line of a tip. */
function sideColumns(page: Page, side: string, scoreOf: (row: Item) => Score): Column<Item>[] {
  return [
    {
      head: numeral(side),
      cell: (row) => shownCell(page, scoreOf(row), "score"),
      tip: (text, row) => page.titled(side, row.isHidden ? text : page.clauses(text, `n = ${page.cases(scoreOf(row))}`)),
    },
    { head: numeral("n"), cell: (row) => casesCell(page, scoreOf(row)), tip: inTableOnly },
  ];
}

/** How sales and R&D answer each item in the page's slice, and how far apart they are; null without answers. */
function gapFigure(page: Page): FigureBody | null {
  // the items are asked by department, as the two satisfaction metrics are and the gap between the sides is not
  const [view] = ASKED.map((id) => page.view(id)) as [MetricView, ...MetricView[]];
  const rows = itemsOf(page);
  if (rows.length === 0) return null;
  const { gap: title, gapHead, gapSentence, item } = page.words.particular;
  const gapOf = ({ a, b }: Item) => (a === null || b === null ? null : b - a);
  const gapWords = (row: Item) => page.value(gapOf(row), "points", { bound: gapBound(row) });
  const widest = rows.filter((row) => gapOf(row) !== null).sort((a, b) => Math.abs(gapOf(b) ?? 0) - Math.abs(gapOf(a) ?? 0))[0];
  const sides = { a: page.member("side", "rnd"), b: page.member("side", "sales") };
  return figureOf(page, view, {
    id: "gap-by-item",
    title,
    sentence: widest ? gapSentence(widest.label, gapWords(widest)) : null,
    draw: (common) => gapChart(rows, { ...common, sides }),
    ...rowsOf<Item>(page, {
      caption: page.clauses(title, nowName(page, view)),
      columns: () => [
        { head: item, cell: ({ label, id }) => sorted(label, id) },
        ...sideColumns(page, sides.a, ({ a, aBound, aN, isHidden }) => ({ value: a, bound: aBound, n: aN, isHidden })),
        ...sideColumns(page, sides.b, ({ b, bBound, bN, isHidden }) => ({ value: b, bound: bBound, n: bN, isHidden })),
        { head: numeral(gapHead), cell: (row) => numeral(gapWords(row), gapOf(row), gapBound(row)) },
      ],
      rows: () => rows,
      choice: ({ id }) => ({ members: { item: id } }),
    }),
    n: rows.filter(({ isHidden }) => !isHidden).reduce((sum, { aN, bN }) => sum + aN + bN, 0),
    hasHidden: rows.some(({ isHidden }) => isHidden),
    hasBounds: rows.some((row) => gapBound(row) !== "exact"),
  });
}

export default defineFigure({
  needs: [...ASKED, "perception-gap"],
  by: () => PAIR,
  make: gapFigure,
});
