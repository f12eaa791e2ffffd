import { type Change, changeBetween } from "../../analysis/comparison.ts";
import type { SeriesPoint } from "../../analysis/series.ts";
import { isSamePeriod } from "../../core/periods.ts";
import { changeCell, periodCell, shownCell } from "../cells.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { againstName, nowName } from "../slice-names.ts";
import { numeral, type TableCell } from "../table.ts";

/** Columns of a table of a series: its value and, where that is laid beside it, what it is compared with. */
interface ComparedColumns {
  head: TableCell[];
  cells(point: SeriesPoint): TableCell[];
}

/** An unfinished period is comparable with the same one, and with no other. */
const differenceOf = (point: SeriesPoint, other: SeriesPoint): Change | null => {
  const isComparable = (point.isComplete && other.isComplete) || isSamePeriod(point.period, other.period);
  return isComparable ? changeBetween(point, other) : null;
};

/** The other's own period is a column of its own where it is another than that of the row. */
export function comparedColumns(page: Page, view: MetricView, points: readonly SeriesPoint[]): ComparedColumns {
  const { beside, slice, against } = view;
  const { unit } = view.metric;
  const { words } = page;
  const value = (point: SeriesPoint) => shownCell(page, point, unit);
  if (beside.length === 0 || beside[0]?.place.grain !== points[0]?.period.grain)
    return { head: [numeral(words.value)], cells: (point) => [value(point)] };
  const others = new Map(beside.map(({ place, point }) => [place.start, point]));
  const isOnePeriod = isSamePeriod(slice.period, against.period);
  const periodOf = (other: SeriesPoint | undefined) =>
    isOnePeriod ? [] : [other ? periodCell(page, other.period, other.isComplete) : words.missing];
  return {
    head: [
      numeral(isOnePeriod ? nowName(page, view) : words.value),
      ...(isOnePeriod ? [] : [words.selection.comparedPeriod]),
      numeral(againstName(page, view)),
      numeral(words.selection.difference),
    ],
    cells(point) {
      const other = others.get(point.period.start);
      return [
        value(point),
        ...periodOf(other),
        shownCell(page, other, unit),
        changeCell(page, other ? differenceOf(point, other) : null, unit),
      ];
    },
  };
}
