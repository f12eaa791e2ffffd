import type { SeriesPoint } from "../../analysis/series.ts";
import { trendChart } from "../../charts/trend.ts";
import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { shownCell, valueCell } from "../say/cells.ts";
import { numeral } from "../say/table.ts";
import { festivalColumn, festivalsOf } from "./festivals.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { isMature, matureUntil } from "./maturity.ts";
import { periodRows } from "./period-rows.ts";
import { alone, casesColumn } from "./rows.ts";

type Cohort = SeriesPoint & { settled: number | null };

/** Conversion of the leads created in each month, with the share whose outcome is known; a month that is not mature counts as unfinished. */
function cohortsOf(page: Page): Cohort[] {
  const settled = new Map(page.view("settled-leads").finest.map(({ period, value }) => [period.start, value]));
  return page.view("lead-conversion").finest.map((point) => ({
    ...point,
    settled: settled.get(point.period.start) ?? null,
    isComplete: point.isComplete && isMature(page, point.period),
  }));
}

function cohortsSentence(page: Page, cohorts: readonly Cohort[]): string {
  const { matureSentence, noneMature } = page.words.handoffs;
  const last = cohorts.findLast(({ n, isComplete }) => n > 0 && isComplete);
  if (!last) return noneMature(page.dayName(matureUntil(page)));
  return matureSentence({
    month: page.periodName(last.period),
    leads: page.count(last.n),
    value: page.value(last.value, "share"),
    settled: page.value(last.settled, "share"),
  });
}

/** Conversion by the month in which leads were created, those cohorts hollow that are too young to judge; null without leads. */
function cohortsFigure(page: Page): FigureBody | null {
  const view = page.view("lead-conversion");
  const cohorts = view.isAvailable ? cohortsOf(page) : [];
  if (cohorts.every(({ n }) => n === 0)) return null;
  const { words } = page;
  const { cohorts: title, cohortsNote, immature, settled } = words.handoffs;
  return figureOf(page, view, {
    id: "lead-cohorts",
    title,
    sentence: cohortsSentence(page, cohorts),
    draw: (common) =>
      trendChart(
        cohorts.map((cohort) => ({ ...cohort, hasSignal: false })),
        { ...common, period: page.period, festivals: festivalsOf(page, cohorts) },
      ),
    ...periodRows<Cohort>(page, {
      caption: title,
      columns: () => [
        { head: numeral(words.value), cell: (cohort) => shownCell(page, cohort, "share"), tip: alone },
        { head: numeral(settled), cell: (cohort) => valueCell(page, cohort.settled, "share") },
        casesColumn(page, (cohort) => cohort),
        festivalColumn(page),
      ],
      rows: () => cohorts,
      reasonOf: ({ period }) => (isMature(page, period) ? words.unfinished : immature),
    }),
    n: cohorts.reduce((sum, { n }) => sum + n, 0),
    notes: [cohortsNote(page.dayName(matureUntil(page)))],
  });
}

export default defineFigure({
  needs: ["lead-conversion", "settled-leads"],
  make: cohortsFigure,
});
