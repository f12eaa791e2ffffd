import { linesChart } from "../../charts/lines.ts";
import { periodBefore } from "../../core/periods.ts";
import { evaluate, type Result } from "../../cube/evaluate.ts";
import { viewOf } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { metricOf } from "../registry.ts";
import { store } from "../store.ts";
import { numeral } from "../table.ts";
import { type FigureData, figureOf } from "./figure.ts";

/** Launches of so many quarters are compared. */
const QUARTERS = 8;

const monthOf = ({ members }: Result) => Number(members["month_since_launch"]);

/** Sales in every period together by a dimension and the month since launch: amounts added up, divided by the launches that got so far. */
function curvesOf(results: readonly Result[], dimension: string): { member: string; months: { month: number; value: number | null }[] }[] {
  const members = Map.groupBy(results, (result) => result.members[dimension] as string);
  return [...members].map(([member, own]) => ({
    member,
    months: [...Map.groupBy(own, monthOf)].map(([month, cells]) => {
      const sum = (part: "amount" | "weight") => cells.reduce((all, { fraction }) => all + (fraction?.[part] ?? 0), 0);
      return { month, value: sum("weight") === 0 ? null : sum("amount") / sum("weight") };
    }),
  }));
}

/** Mean sales per launch by month since launch, a line per product line and, in the table, a row per product; null without launches. */
export function launchesFigure(page: Page): FigureData | null {
  const view = viewOf(metricOf("launch-sales"));
  const { metric } = view;
  const periods = Array.from({ length: QUARTERS }, (_, i) => periodBefore(page.period, i));
  const byLine = evaluate(store.cubes, metric, { periods, by: ["product_line", "month_since_launch"] });
  const curves = curvesOf(byLine, "product_line");
  const first = (curve: (typeof curves)[number]) => curve.months.find(({ month }) => month === 1)?.value ?? null;
  const ranked = curves.filter((curve) => first(curve) !== null).sort((a, b) => (first(b) ?? 0) - (first(a) ?? 0));
  const [best, last] = [ranked[0], ranked.at(-1)];
  if (!best || !last) return null;
  const { words } = page;
  const sentence = words.particular.launchesSentence(page.member("product_line", best.member), page.value(first(best), metric.unit));
  const rows = curves.flatMap((curve) =>
    curve.months.map(({ month, value }) => ({
      series: page.member("product_line", curve.member),
      x: month,
      value,
      emphasis: curve === best || curve === last,
    })),
  );
  const title = words.particular.launches;
  const xLabel = page.say(page.dimension("month_since_launch").label);
  const nth = page.dimension("month_since_launch").members.map(({ id }) => Number(id));
  const products = curvesOf(evaluate(store.cubes, metric, { periods, by: ["product", "month_since_launch"] }), "product");
  return figureOf(page, view, {
    id: "launches",
    title,
    sentence,
    draw: (told) => linesChart(rows, { ...told, xLabel }),
    table: {
      caption: title,
      head: [page.say(page.dimension("product").label), ...nth.map((month) => numeral(String(month)))],
      rows: products.map(({ member, months }) => [
        member,
        ...nth.map((n) => numeral(page.value(months.find(({ month }) => month === n)?.value ?? null, metric.unit))),
      ]),
    },
    n: byLine.reduce((cases, { n }) => cases + n, 0),
    notes: [words.particular.launchesNote(QUARTERS)],
  });
}
