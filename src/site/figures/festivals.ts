import type { Festivals } from "../../charts/parts/festival-bands.ts";
import { dayOf } from "../../core/days.ts";
import { firstDay, lastDay, type Period } from "../../core/periods.ts";
import type { DaySpan } from "../../data/manifest.ts";
import type { Page } from "../ask/page.ts";
import type { Column } from "./rows.ts";

interface Timed {
  period: Period;
}

/** The parts of the Spring Festivals that lie in some months; none in longer periods, in which a festival is always there. */
function festivalsIn(page: Page, periods: readonly Timed[]): DaySpan[] {
  const [first, last] = [periods[0]?.period, periods.at(-1)?.period];
  if (first?.grain !== "month" || !last) return [];
  const [start, end] = [firstDay(first.start), lastDay(last.end)];
  return page.site.cubes.manifest.springFestivals
    .filter(({ from, to }) => from <= end && to >= start)
    .map(({ from, to }) => ({ from: from > start ? from : start, to: to < end ? to : end }));
}

/** The Spring Festivals within some months, as a chart shows them. */
export const festivalsOf = (page: Page, periods: readonly Timed[]): Festivals => ({
  name: page.words.charts.springFestival,
  days: festivalsIn(page, periods),
});

const daysOf = ({ from, to }: DaySpan): number => dayOf(to) - dayOf(from) + 1;

/** How many days of a Spring Festival lie in each of some months, for their tips. */
export const festivalColumn = <Row extends Timed>(page: Page): Column<Row> => ({
  head: page.words.charts.springFestival,
  cell(row) {
    const [festival] = festivalsIn(page, [row]);
    return festival ? page.words.selection.daysOff(page.count(daysOf(festival))) : "";
  },
  isInTipOnly: true,
});
