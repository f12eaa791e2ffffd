import type { SeriesPoint } from "../../analysis/series.ts";
import { type StackedRow, stackedChart } from "../../charts/stacked.ts";
import { lifted } from "../../core/slice.ts";
import { evaluate } from "../../cube/evaluate.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { valueCell } from "../say/cells.ts";
import { numeral } from "../say/table.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { periodRows, type Series, seriesColumn } from "./period-rows.ts";
import type { Column } from "./rows.ts";
import { isKept } from "./shown-members.ts";

const CAUSE = "rework_cause";

/** What a cause cost, quarter by quarter. */
interface Cause extends Series {
  id: string;
  /** The same in the period that the page is about, in words. */
  number: string;
}

/** The causes in their order, those that are left out included. */
function causesOf(page: Page, { metric, slice, breakdown }: MetricView, quarters: readonly SeriesPoint[]): Cause[] {
  const { rows } = breakdown(CAUSE);
  const { filters } = lifted(slice, [CAUSE]);
  const results = evaluate(page.site.cubes, metric, { periods: quarters.map(({ period }) => period), by: [CAUSE], filters });
  const resultOf = (cause: string, { period: { start } }: SeriesPoint) =>
    results.find(({ period, members }) => period.start === start && members[CAUSE] === cause);
  return page.dimension(CAUSE).members.map(({ id, label }) => ({
    ...{ id, name: page.say(label), number: page.shown(rows.find(({ member }) => member === id)?.now, metric.unit) },
    points: quarters.map((quarter) => ({ ...quarter, value: null, ...resultOf(id, quarter) })),
  }));
}

/** The cost of a cause in the page's period. */
const markOf = (page: Page, { id, number }: Cause) => ({
  lines: [page.titled(page.periodName(page.period), number)],
  choice: { members: { [CAUSE]: id } },
});

/** Cost of rework by quarter and cause, those that are left out included; null without rework. */
function reworkCausesFigure(page: Page): FigureBody | null {
  const view = page.view("total-rework-cost");
  const { metric } = view;
  const members = view.isAvailable ? view.breakdown(CAUSE).rows : [];
  const most = members.toSorted((a, b) => (b.now.value ?? 0) - (a.now.value ?? 0))[0];
  const whole = members.reduce((sum, { now }) => sum + (now.value ?? 0), 0);
  if (!most || whole <= 0) return null;
  const { reworkCauses: title, reworkSentence } = page.words.particular;
  const quarters = view.series("quarter");
  const causes = causesOf(page, view, quarters);
  const total: Column<SeriesPoint> = {
    head: numeral(page.words.total),
    cell({ period }) {
      const costs = causes.flatMap(({ points }) => points.find((point) => point.period.start === period.start)?.value ?? []);
      return valueCell(page, costs.length > 0 ? costs.reduce((sum, cost) => sum + cost, 0) : null, metric.unit);
    },
  };
  const rows = causes.flatMap(({ id, name, points }) =>
    points.map((point): StackedRow => ({ ...point, member: name, isSelected: isKept(page, CAUSE, id) })),
  );
  const numberOf = (member: string) => causes.find(({ name }) => name === member)?.number ?? page.words.missing;
  return figureOf(page, view, {
    id: "rework-causes",
    title,
    sentence: reworkSentence(page.member(CAUSE, most.member), page.value((most.now.value ?? 0) / whole, "share")),
    draw: (common) => stackedChart(rows, { ...common, numberOf, numbersOf: page.periodName(page.period) }),
    ...periodRows<SeriesPoint>(page, {
      caption: title,
      columns: () => [...causes.map((cause) => ({ ...seriesColumn(page, cause, metric.unit), mark: () => markOf(page, cause) })), total],
      rows: () => quarters,
    }),
  });
}

export default defineFigure({
  needs: ["total-rework-cost"],
  by: () => [CAUSE],
  make: reworkCausesFigure,
});
