import { changeBetween } from "../../analysis/comparison.ts";
import type { SeriesPoint } from "../../analysis/series.ts";
import type { Remark } from "../../cube/metric.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { changeCell, remarkCell, valueCell } from "../say/cells.ts";
import { numeral } from "../say/table.ts";
import { comparedColumns } from "./compared-columns.ts";
import { eventsColumn } from "./events.ts";
import { festivalColumn } from "./festivals.ts";
import { periodRows } from "./period-rows.ts";
import { type Column, casesColumn, inTableOnly } from "./rows.ts";
import { reasonColumns } from "./special-points.ts";

/** The change from the point before, where both are over. */
function changeColumn(page: Page, { metric: { unit } }: MetricView, points: readonly SeriesPoint[]): Column<SeriesPoint> {
  const before = new Map(points.map((point, i) => [point.period.start, points[i - 1]]));
  return {
    head: numeral(page.words.change),
    cell(point) {
      const other = before.get(point.period.start);
      return changeCell(page, point.isComplete && other?.isComplete ? changeBetween(point, other) : null, unit);
    },
    isInTipOnly: true,
  };
}

/** The numbers of a series; `listed` with its quantiles. */
export function seriesRows(
  page: Page,
  view: MetricView,
  { caption, points, listed }: { caption: string; points: readonly SeriesPoint[]; listed: () => readonly SeriesPoint[] },
) {
  const { metric, target } = view;
  const { words } = page;
  const inTable = (head: string, cell: Column<SeriesPoint>["cell"]): Column<SeriesPoint> => ({
    head: numeral(head),
    cell,
    tip: inTableOnly,
  });
  return periodRows<SeriesPoint>(page, {
    caption,
    columns: () => [
      ...comparedColumns(page, view, points),
      changeColumn(page, view, points),
      ...(metric.spread?.probabilities ?? []).map((p, i) =>
        inTable(words.quantile(p), ({ spread }) => valueCell(page, spread[i] ?? null, metric.unit)),
      ),
      ...(points.some(({ period }) => target(period) !== null)
        ? [inTable(words.target, ({ period }) => valueCell(page, target(period), metric.unit))]
        : []),
      casesColumn(page, (point) => point),
      ...reasonColumns(page, view),
      ...(metric.remark ? [inTable(page.say(metric.remark.label), (point) => remarkCell(page, metric.remark as Remark, point))] : []),
      ...eventsColumn(page, metric, points),
      festivalColumn(page),
    ],
    rows: () => points,
    listed,
  });
}
