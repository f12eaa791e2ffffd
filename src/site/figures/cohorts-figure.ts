import type { SeriesPoint } from "../../analysis/series.ts";
import { trendChart } from "../../charts/trend.ts";
import type { Period } from "../../core/periods.ts";
import { casesCell, shownCell, valueCell } from "../cells.ts";
import { defineFigure } from "../kind.ts";
import { idOfPeriod } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { numeral, sorted } from "../table.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { isMature, matureUntil } from "./maturity.ts";

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

function sentenceOf(page: Page, cohorts: readonly Cohort[]): string {
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
  const reasonOf = (period: Period) => (isMature(page, period) ? words.unfinished : immature);
  const named = ({ period, isComplete }: Cohort) =>
    isComplete ? page.periodName(period) : page.noted(page.periodName(period), reasonOf(period));
  return figureOf(page, view, {
    id: "lead-cohorts",
    title,
    sentence: sentenceOf(page, cohorts),
    draw: (told) =>
      trendChart(
        cohorts.map((cohort) => ({ ...cohort, hasSignal: false })),
        { ...told, period: page.period },
      ),
    marks: () =>
      cohorts.map((cohort) => ({
        name: named(cohort),
        lines: [
          page.value(cohort.value, "share"),
          page.titled(settled, page.value(cohort.settled, "share")),
          `n = ${page.count(cohort.n)}`,
        ],
        choice: { period: cohort.period },
      })),
    table: () => ({
      caption: title,
      head: [words.period, numeral(words.value), numeral(settled), numeral("n")],
      rows: cohorts
        .toReversed()
        .map((cohort) => [
          sorted(named(cohort), idOfPeriod(page.site, cohort.period)),
          shownCell(page, cohort, "share"),
          valueCell(page, cohort.settled, "share"),
          casesCell(page, cohort),
        ]),
    }),
    n: cohorts.reduce((sum, { n }) => sum + n, 0),
    notes: [cohortsNote(page.dayName(matureUntil(page)))],
  });
}

export default defineFigure({
  needs: ["lead-conversion", "settled-leads"],
  make: cohortsFigure,
});
