import type { SeriesPoint } from "../../analysis/series.ts";
import type { Unit } from "../../core/units.ts";
import { periodCell, shownCell } from "../cells.ts";
import type { Page } from "../page.ts";
import { numeral } from "../table.ts";
import { type Column, type Rows, rowsOf } from "./rows.ts";

/** What a figure shows of each period. */
interface PeriodRows<Row> extends Pick<Rows<Row>, "caption" | "rows" | "listed"> {
  /** Those behind the period. */
  columns: () => readonly Column<Row>[];
  /** Why a period is not complete. By default it is unfinished. */
  reasonOf?: (row: Row) => string;
}

/** The tips and the table of a figure over time: rows are given oldest first, as drawings have them, and listed newest first; each selects its period. */
export function periodRows<Row extends Pick<SeriesPoint, "period" | "isComplete">>(
  page: Page,
  { caption, columns, rows, listed = rows, reasonOf = () => page.words.unfinished }: PeriodRows<Row>,
) {
  return rowsOf<Row>(page, {
    caption,
    columns: () => [{ head: page.words.period, cell: (row) => periodCell(page, row, reasonOf(row)) }, ...columns()],
    rows,
    listed: () => listed().toReversed(),
    choice: ({ period }) => ({ period }),
  });
}

/** One of several series over the same periods, as a drawing names it. */
export interface Series {
  name: string;
  points: readonly SeriesPoint[];
}

/** The value of a series in the period of each row. */
export const seriesColumn = (page: Page, { name, points }: Series, unit: Unit): Column<Pick<SeriesPoint, "period" | "isComplete">> => ({
  head: numeral(name),
  cell({ period: { start } }) {
    const point = points.find(({ period }) => period.start === start);
    return shownCell(page, point, unit);
  },
});
