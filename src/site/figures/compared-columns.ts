import { type Change, changeBetween } from "../../analysis/comparison.ts";
import type { SeriesPoint } from "../../analysis/series.ts";
import { isSamePeriod } from "../../core/periods.ts";
import { changeCell, periodCell, shownCell } from "../cells.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { againstName, againstPointName, nowName } from "../slice-names.ts";
import { numeral } from "../table.ts";
import { alone, type Column, inTableOnly } from "./rows.ts";

/** An unfinished period is comparable with the same one, and with no other. */
const differenceOf = (point: SeriesPoint, other: SeriesPoint): Change | null => {
  const isComparable = (point.isComplete && other.isComplete) || isSamePeriod(point.period, other.period);
  return isComparable ? changeBetween(point, other) : null;
};

/** The value of each point of a series and, where that is laid beside it, what it is compared with. */
export function comparedColumns(page: Page, view: MetricView, points: readonly SeriesPoint[]): Column<SeriesPoint>[] {
  const { beside, slice, against } = view;
  const { unit } = view.metric;
  const { words } = page;
  const value = (head: string): Column<SeriesPoint> => ({
    head: numeral(head),
    cell: (point) => shownCell(page, point, unit),
    tip: alone,
  });
  if (beside.length === 0 || beside[0]?.place.grain !== points[0]?.period.grain) return [value(words.value)];
  const others = new Map(beside.map(({ place, point }) => [place.start, point]));
  const otherOf = ({ period }: SeriesPoint) => others.get(period.start);
  const isOnePeriod = isSamePeriod(slice.period, against.period);
  // the other's own period is a column of its own where it is another than that of the row
  const period: Column<SeriesPoint> = {
    head: words.selection.comparedPeriod,
    cell(point) {
      const other = otherOf(point);
      return other ? periodCell(page, other) : words.missing;
    },
    tip: inTableOnly,
  };
  return [
    value(isOnePeriod ? nowName(page, view) : words.value),
    ...(isOnePeriod ? [] : [period]),
    {
      head: numeral(againstName(page, view)),
      cell: (point) => shownCell(page, otherOf(point), unit),
      tip(text, point) {
        const other = otherOf(point);
        return other ? page.titled(isOnePeriod ? againstName(page, view) : againstPointName(page, view, other.period), text) : "";
      },
    },
    {
      head: numeral(words.selection.difference),
      cell(point) {
        const other = otherOf(point);
        return changeCell(page, other ? differenceOf(point, other) : null, unit);
      },
      tip: inTableOnly,
    },
  ];
}
