import { linesChart } from "../../charts/lines.ts";
import { chartPair } from "../../charts/pair.ts";
import { periodBefore } from "../../core/periods.ts";
import { evaluate, type Result } from "../../cube/evaluate.ts";
import { viewOf } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { metricOf } from "../registry.ts";
import { store } from "../store.ts";
import { figure } from "../table.ts";
import { casesLine, csvOf, drawingDocument, type FigureData, sourceLine } from "./figure.ts";

/** Launches of this many quarters are drawn. */
const QUARTERS = 8;
/** So many of the latest stand out. */
const EMPHASISED = 4;
/** A launch must have so many months on the market to stand out. */
const FEWEST_MONTHS = 3;

/** Sales of each product by month since its launch, all launches aligned; null without launches. */
export function launchesFigure(page: Page): FigureData | null {
  const { metric } = viewOf(metricOf("launch-sales"));
  const periods = Array.from({ length: QUARTERS }, (_, i) => periodBefore(page.period, i));
  const results = evaluate(store.cubes, metric, { periods, by: ["product", "month_since_launch"] });
  if (results.length === 0) return null;
  const { words } = page;
  const products = [...Map.groupBy(results, ({ members }) => members["product"] as string)]
    .map(([product, months]) => ({
      product,
      launched: months[0]?.period.start ?? 0,
      months: months.sort((a, b) => monthOf(a) - monthOf(b)),
    }))
    .sort((a, b) => b.launched - a.launched || (a.product < b.product ? -1 : 1));
  const emphasised = new Set(
    products
      .filter(({ months }) => months.length >= FEWEST_MONTHS)
      .slice(0, EMPHASISED)
      .map(({ product }) => product),
  );
  const best = [...products].sort((a, b) => (b.months[0]?.value ?? 0) - (a.months[0]?.value ?? 0))[0];
  const sentence = words.particular.launchesSentence(best?.product ?? "", page.value(best?.months[0]?.value ?? null, metric.unit));
  const rows = products.flatMap(({ product, months }) =>
    months.map((month) => ({ series: product, x: monthOf(month), value: month.value, emphasis: emphasised.has(product) })),
  );
  const title = words.particular.launches;
  const xLabel = page.say(page.dimension("month_since_launch").label);
  const options = {
    title,
    description: sentence,
    locale: page.locale,
    document: drawingDocument,
    unit: metric.unit,
    xLabel,
    accent: metric.effect,
  };
  const nth = page.dimension("month_since_launch").members;
  return {
    id: "launches",
    title,
    sentence,
    chart: chartPair("launches", (size) => linesChart(rows, { ...options, ...size })),
    table: {
      caption: title,
      head: [page.say(page.dimension("product").label), ...nth.map(({ id }) => figure(String(Number(id))))],
      rows: products.map(({ product, months }) => [
        product,
        ...nth.map(({ id }) =>
          figure(page.value(months.find(({ members }) => members["month_since_launch"] === id)?.value ?? null, metric.unit)),
        ),
      ]),
    },
    n: casesLine(
      page,
      metric,
      results.reduce((cases, { n }) => cases + n, 0),
    ),
    source: sourceLine(page, metric),
    csv: csvOf(metric),
    notes: [],
  };
}

const monthOf = ({ members }: Result) => Number(members["month_since_launch"]);
