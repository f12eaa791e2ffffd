import { type StackedRow, stackedChart } from "../../charts/stacked.ts";
import { defineFigure } from "../kind.ts";
import type { Page } from "../page.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { periodRows, seriesColumn } from "./period-rows.ts";

/** The steps of a request, in order: metrics whose means add up to that of the whole. */
const STEPS = ["hours-to-assignment", "hours-to-response", "hours-to-resolution"] as const;

/** Who held the clock: the mean working hours of each step of the requests resolved, quarter by quarter; null without any. */
function clockFigure(page: Page): FigureBody | null {
  const view = page.view(STEPS[0]);
  const quarters = view.isAvailable ? view.series("quarter") : [];
  if (quarters.every(({ value }) => value === null)) return null;
  const { clockTitle: title, clockSentence, steps: names } = page.words.matrix.page;
  const { unit } = view.metric;
  const steps = STEPS.map((id) => {
    const { series, standing } = page.view(id);
    return { name: names[id], points: series("quarter"), now: standing?.point.value ?? null };
  });
  const whole = steps.reduce((sum, { now }) => sum + (now ?? 0), 0);
  const most = steps.toSorted((a, b) => (b.now ?? 0) - (a.now ?? 0))[0];
  const rows = steps.flatMap(({ name, points }) => points.map((point): StackedRow => ({ ...point, member: name })));
  return figureOf(page, view, {
    id: "held-clock",
    title,
    sentence: most && whole > 0 ? clockSentence(most.name, page.value((most.now ?? 0) / whole, "share")) : null,
    draw: (common) => stackedChart(rows, common),
    ...periodRows(page, {
      caption: title,
      columns: () =>
        steps.map((step) => ({
          ...seriesColumn(page, step, unit),
          mark: () => ({ lines: [page.value(step.now, unit)], choice: null }),
        })),
      rows: () => quarters,
    }),
  });
}

export default defineFigure({
  needs: STEPS,
  make: clockFigure,
});
