import { columnFromArray, dateDay, int32, type Table, tableFromColumns, utf8 } from "@uwdata/flechette";
import { type FiscalStart, firstDay, isOver, lastDay, type Month, parseMonth, periodId, periodOf } from "../../src/core/periods.ts";

const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

/**
 * One row per month that the data cover: `month` (see core/periods), `first_day`, `last_day` (of an unfinished month: the day up to
 * which the data reach), `year_ago` (the last day before the 12 months that end on it), `quarter` (the fiscal quarter it lies in), `quarter_ended` (the one that ends with it),
 * `quarter_told` (the same, and on the last month the one that is still running: that month shows all that is known of it).
 */
export function monthsTable(first: Month, asOf: string, fiscalStart: FiscalStart): Table {
  const last = parseMonth(asOf);
  const months = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const end = (month: Month) => (lastDay(month) < asOf ? lastDay(month) : asOf);
  const yearAgo = (month: Month) => (lastDay(month) <= asOf ? lastDay(month - 12) : `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`);
  const quarterAt = (month: Month) => periodOf(month, "quarter", fiscalStart);
  const idIf = (isShown: boolean, month: Month) => (isShown ? periodId(quarterAt(month), fiscalStart) : null);
  const quarterEnded = (month: Month) => idIf(quarterAt(month).end === month && isOver(quarterAt(month), asOf), month);
  const quarterTold = (month: Month) => idIf(quarterAt(month).end === month || month === last, month);
  return tableFromColumns({
    month: columnFromArray(months, int32()),
    first_day: columnFromArray(
      months.map((month) => day(firstDay(month))),
      dateDay(),
    ),
    last_day: columnFromArray(
      months.map((month) => day(end(month))),
      dateDay(),
    ),
    year_ago: columnFromArray(
      months.map((month) => day(yearAgo(month))),
      dateDay(),
    ),
    quarter: columnFromArray(
      months.map((month) => periodId(quarterAt(month), fiscalStart)),
      utf8(),
    ),
    quarter_ended: columnFromArray(months.map(quarterEnded), utf8()),
    quarter_told: columnFromArray(months.map(quarterTold), utf8()),
  });
}
