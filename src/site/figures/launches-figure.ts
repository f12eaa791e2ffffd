import { OTHERS } from "../../analysis/breakdown.ts";
import { partLargest } from "../../analysis/largest.ts";
import { linesChart } from "../../charts/lines.ts";
import { periodBefore, periodOf } from "../../core/periods.ts";
import type { Unit } from "../../core/units.ts";
import { evaluate, type Result } from "../../cube/evaluate.ts";
import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { valueCell } from "../say/cells.ts";
import { numeral, sorted } from "../say/table.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { rowsOf } from "./rows.ts";
import { namedNote } from "./shown-members.ts";

/** Launches of so many quarters are compared. */
const QUARTERS = 8;

const LINE = "product_line";
const MONTH = "month_since_launch";

interface Curve {
  member: string;
  months: { month: number; value: number | null }[];
}

/** A curve that is drawn. */
interface NamedCurve extends Curve {
  name: string;
}

const monthOf = ({ members }: Result) => Number(members[MONTH]);

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

/** The months since launch, a column per curve in their tips; each curve with its last value, to choose it. */
function monthRows(page: Page, { caption, curves, unit }: { caption: string; curves: readonly NamedCurve[]; unit: Unit }) {
  const label = page.say(page.dimension(MONTH).label);
  const nth = (month: number | string) => page.titled(label, String(month));
  const markOf = ({ member, months }: Curve) => {
    const last = months.toSorted((a, b) => a.month - b.month).findLast(({ value }) => value !== null);
    return {
      lines: last ? [page.titled(nth(last.month), page.value(last.value, unit))] : [],
      choice: member === OTHERS ? null : { members: { [LINE]: member } },
    };
  };
  const months = new Set(curves.flatMap((curve) => curve.months.map(({ month }) => month)));
  return rowsOf<number>(page, {
    caption,
    columns: () => [
      { head: label, cell: String },
      ...curves.map((curve) => ({
        head: numeral(curve.name),
        cell: (month: number) => valueCell(page, valueAt(curve, month), unit),
        mark: () => markOf(curve),
      })),
    ],
    rows: () => [...months].sort((a, b) => a - b),
    tipName: nth,
  });
}

/** Mean sales per launch by month since launch, a line per product line and, in the table, a row per product; null without launches. */
function launchesFigure(page: Page): FigureBody | null {
  const view = page.view("launch-sales");
  const { metric, slice } = view;
  const { launches: title, launchesNote, launchesSentence } = page.words.particular;
  const last = periodOf(slice.period.end, "quarter", page.fiscalStart);
  const periods = Array.from({ length: QUARTERS }, (_, i) => periodBefore(last, i));
  const ask = (dimension: string) => evaluate(page.site.cubes, metric, { periods, by: [dimension, MONTH], filters: slice.filters });
  const byLine = ask(LINE);
  const curves = curvesOf(byLine, LINE);
  const drawn = drawnCurves(page, byLine);
  const first = (curve: Curve) => valueAt(curve, 1);
  const ranked = curves.filter((curve) => first(curve) !== null).sort((a, b) => (first(b) ?? 0) - (first(a) ?? 0));
  const [best, lowest] = [ranked[0], ranked.at(-1)];
  if (!best || !lowest) return null;
  const { label, members } = page.dimension(MONTH);
  const nth = members.map(({ id }) => Number(id));
  const rows = drawn.flatMap(({ name, member, months }) =>
    months.map(({ month, value }) => ({ series: name, x: month, value, emphasis: [best.member, lowest.member].includes(member) })),
  );
  return figureOf(page, view, {
    id: "launches",
    title,
    sentence: launchesSentence(page.member(LINE, best.member), page.value(first(best), metric.unit)),
    draw: (common) => linesChart(rows, { ...common, xLabel: page.say(label) }),
    ...monthRows(page, { caption: title, curves: drawn, unit: metric.unit }),
    // a row per product, not per month
    table: () => ({
      caption: title,
      head: [page.say(page.dimension("product").label), ...nth.map((month) => numeral(String(month)))],
      rows: curvesOf(ask("product"), "product").map((curve) => [
        sorted(page.member("product", curve.member), curve.member),
        ...nth.map((month) => valueCell(page, valueAt(curve, month), metric.unit)),
      ]),
    }),
    n: byLine.reduce((cases, { n }) => cases + n, 0),
    notes: [launchesNote(QUARTERS), ...namedNote(page, curves.length, null)],
  });
}

export default defineFigure({
  needs: ["launch-sales"],
  by: () => [LINE],
  make: launchesFigure,
});
