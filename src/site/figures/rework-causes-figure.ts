import { stackedChart } from "../../charts/stacked.ts";
import { evaluate } from "../../cube/evaluate.ts";
import { viewOf } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { metricOf } from "../registry.ts";
import { store } from "../store.ts";
import { numeral } from "../table.ts";
import { type FigureData, figureOf } from "./figure.ts";
import { periodCell } from "./trend-figure.ts";

/** Cost of rework by quarter and cause; null without rework. */
export function reworkCausesFigure(page: Page): FigureData | null {
  const view = viewOf(metricOf("total-rework-cost"));
  const { metric, series, standing } = view;
  const points = series.quarter;
  const causes = points.length > 0 ? page.dimension("rework_cause").members : [];
  const results = evaluate(store.cubes, metric, { periods: points.map(({ period }) => period), by: ["rework_cause"] });
  const costOf = (start: number, cause: string) =>
    results.find(({ period, members }) => period.start === start && members["rework_cause"] === cause)?.value ?? null;
  const current = [...causes].sort((a, b) => (costOf(page.period.start, b.id) ?? 0) - (costOf(page.period.start, a.id) ?? 0))[0];
  const whole = standing?.point.value;
  if (!current || !whole) return null;
  const { words } = page;
  const sentence = words.particular.reworkSentence(
    page.say(current.label),
    page.value((costOf(page.period.start, current.id) ?? 0) / whole, "share"),
  );
  const rows = points.flatMap(({ period, isComplete }) =>
    causes.map(({ id, label }) => ({ period, member: page.say(label), value: costOf(period.start, id), isComplete, isHidden: false })),
  );
  const title = words.particular.reworkCauses;
  return figureOf(page, view, {
    id: "rework-causes",
    title,
    sentence,
    draw: (told) => stackedChart(rows, told),
    table: {
      caption: title,
      head: [words.period, ...causes.map(({ label }) => numeral(page.say(label))), numeral(words.total)],
      rows: points
        .toReversed()
        .map(({ period, value, isComplete }) => [
          periodCell(page, period, isComplete),
          ...causes.map(({ id }) => numeral(page.value(costOf(period.start, id), metric.unit))),
          numeral(page.value(value, metric.unit)),
        ]),
    },
  });
}
