import { OTHERS } from "../../analysis/breakdown.ts";
import { partLargest } from "../../analysis/largest.ts";
import { linesChart } from "../../charts/lines.ts";
import { periodBefore, periodOf } from "../../core/periods.ts";
import { evaluate, type Result } from "../../cube/evaluate.ts";
import { valueCell } from "../cells.ts";
import { defineFigure } from "../kind.ts";
import type { Page } from "../page.ts";
import { numeral, sorted } from "../table.ts";
import { type FigureBody, figureOf, type Mark } from "./figure.ts";
import { namedNote } from "./shown-members.ts";

/** Launches of so many quarters are compared. */
const QUARTERS = 8;

const LINE = "product_line";

interface Curve {
  member: string;
  months: { month: number; value: number | null }[];
}

/** A curve that is drawn. */
interface NamedCurve extends Curve {
  name: string;
}

const monthOf = ({ members }: Result) => Number(members["month_since_launch"]);

/** Sales in every period together by a dimension and the month since launch: amounts added up, divided by the launches that got so far. */
function curvesOf(results: readonly Result[], dimension: string): Curve[] {
  const members = Map.groupBy(results, (result) => result.members[dimension] as string);
  return [...members].map(([member, own]) => ({
    member,
    months: [...Map.groupBy(own, monthOf)].map(([month, cells]) => {
      const sum = (part: "amount" | "weight") => cells.reduce((all, { fraction }) => all + (fraction?.[part] ?? 0), 0);
      return { month, value: sum("weight") === 0 ? null : sum("amount") / sum("weight") };
    }),
  }));
}

/** The curves of the product lines; where there are many, of those with the most sales, and of the others together. */
function drawnCurves(page: Page, results: readonly Result[]): NamedCurve[] {
  const lines = [...Map.groupBy(results, ({ members }) => members[LINE] ?? "")].map(([member, own]) => ({ member, own }));
  const sizeOf = ({ own }: (typeof lines)[number]) => own.reduce((sum, { fraction }) => sum + (fraction?.amount ?? 0), 0);
  const { named, others } = partLargest(lines, { sizeOf });
  const curves = curvesOf(
    named.flatMap(({ own }) => own),
    LINE,
  ).map((curve) => ({ ...curve, name: page.member(LINE, curve.member) }));
  const together = others.flatMap(({ own }) => own.map((result) => ({ ...result, members: { ...result.members, [LINE]: OTHERS } })));
  const name = page.words.others.name(page.count(others.length));
  return [...curves, ...curvesOf(together, LINE).map((curve) => ({ ...curve, name }))];
}

const valueAt = ({ months }: Curve, nth: number) => months.find(({ month }) => month === nth)?.value ?? null;

/** For every step of every line, what all lines say there; then each line with its last value, to choose it. */
function marksOf(page: Page, curves: readonly NamedCurve[], rows: readonly { x: number }[]): Mark[] {
  const label = page.say(page.dimension("month_since_launch").label);
  const steps = rows.map(({ x }) => ({
    name: page.titled(label, String(x)),
    lines: curves.map((curve) => page.titled(curve.name, page.value(valueAt(curve, x), "cny"))),
    choice: null,
  }));
  const members = curves.map((curve) => {
    const last = curve.months.toSorted((a, b) => a.month - b.month).findLast(({ value }) => value !== null);
    return {
      name: curve.name,
      lines: last ? [page.titled(page.titled(label, String(last.month)), page.value(last.value, "cny"))] : [],
      choice: curve.member === OTHERS ? null : { members: { [LINE]: curve.member } },
    };
  });
  return [...steps, ...members];
}

/** Mean sales per launch by month since launch, a line per product line and, in the table, a row per product; null without launches. */
function launchesFigure(page: Page): FigureBody | null {
  const view = page.view("launch-sales");
  const { metric, slice } = view;
  const { words, site } = page;
  const last = periodOf(slice.period.end, "quarter", page.fiscalStart);
  const periods = Array.from({ length: QUARTERS }, (_, i) => periodBefore(last, i));
  const ask = (dimension: string) =>
    evaluate(site.cubes, metric, { periods, by: [dimension, "month_since_launch"], filters: slice.filters });
  const byLine = ask(LINE);
  const curves = curvesOf(byLine, LINE);
  const drawn = drawnCurves(page, byLine);
  const first = (curve: Curve) => valueAt(curve, 1);
  const ranked = curves.filter((curve) => first(curve) !== null).sort((a, b) => (first(b) ?? 0) - (first(a) ?? 0));
  const [best, lowest] = [ranked[0], ranked.at(-1)];
  if (!best || !lowest) return null;
  const title = words.particular.launches;
  const xLabel = page.say(page.dimension("month_since_launch").label);
  const nth = page.dimension("month_since_launch").members.map(({ id }) => Number(id));
  const rows = drawn.flatMap(({ name, member, months }) =>
    months.map(({ month, value }) => ({ series: name, x: month, value, emphasis: [best.member, lowest.member].includes(member) })),
  );
  return figureOf(page, view, {
    id: "launches",
    title,
    sentence: words.particular.launchesSentence(page.member(LINE, best.member), page.value(first(best), metric.unit)),
    draw: (told) => linesChart(rows, { ...told, xLabel }),
    marks: () => marksOf(page, drawn, rows),
    table: () => ({
      caption: title,
      head: [page.say(page.dimension("product").label), ...nth.map((month) => numeral(String(month)))],
      rows: curvesOf(ask("product"), "product").map((curve) => [
        sorted(page.member("product", curve.member), curve.member),
        ...nth.map((month) => valueCell(page, valueAt(curve, month), metric.unit)),
      ]),
    }),
    n: byLine.reduce((cases, { n }) => cases + n, 0),
    notes: [words.particular.launchesNote(QUARTERS), ...namedNote(page, curves.length, null)],
  });
}

export default defineFigure({
  needs: ["launch-sales"],
  make: launchesFigure,
});
