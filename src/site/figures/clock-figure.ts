import { stackedChart } from "../../charts/stacked.ts";
import { periodCell, valueCell } from "../cells.ts";
import { defineFigure } from "../kind.ts";
import type { Page } from "../page.ts";
import { numeral } from "../table.ts";
import { type FigureBody, figureOf } from "./figure.ts";

/** The steps of a request, in order: metrics whose means add up to that of the whole. */
const STEPS = ["hours-to-assignment", "hours-to-response", "hours-to-resolution"] as const;

/** Who held the clock: the mean working hours of each step of the requests resolved, quarter by quarter; null without any. */
function clockFigure(page: Page): FigureBody | null {
  const views = STEPS.map((id) => ({ id, view: page.view(id) }));
  const [first] = views;
  if (!first?.view.isAvailable) return null;
  const { page: words } = page.words.matrix;
  const periods = first.view.series("quarter");
  const steps = views.map(({ id, view }) => ({
    name: words.steps[id],
    points: view.series("quarter"),
    now: view.standing?.point.value ?? null,
  }));
  const valueIn = ({ points }: (typeof steps)[number], start: number) => points.find(({ period }) => period.start === start)?.value ?? null;
  const whole = steps.reduce((sum, { now }) => sum + (now ?? 0), 0);
  const most = steps.toSorted((a, b) => (b.now ?? 0) - (a.now ?? 0))[0];
  if (periods.every(({ value }) => value === null)) return null;
  const rows = periods.flatMap(({ period, isComplete }) =>
    steps.map((step) => ({ period, member: step.name, value: valueIn(step, period.start), isComplete, isHidden: false })),
  );
  const { unit } = first.view.metric;
  return figureOf(page, first.view, {
    id: "held-clock",
    title: words.clockTitle,
    sentence: most && whole > 0 ? words.clockSentence(most.name, page.value((most.now ?? 0) / whole, "share")) : null,
    draw: (told) => stackedChart(rows, told),
    marks: () => [
      ...rows.map(({ period, isComplete }) => ({
        name: isComplete ? page.periodName(period) : page.noted(page.periodName(period), page.words.unfinished),
        lines: steps.map((step) => page.titled(step.name, page.value(valueIn(step, period.start), unit))),
        choice: { period },
      })),
      ...steps.map(({ name, now }) => ({ name, lines: [page.value(now, unit)], choice: null })),
    ],
    table: () => ({
      caption: words.clockTitle,
      head: [page.words.period, ...steps.map(({ name }) => numeral(name))],
      rows: periods
        .toReversed()
        .map(({ period, isComplete }) => [
          periodCell(page, { period, isComplete }),
          ...steps.map((step) => valueCell(page, valueIn(step, period.start), unit)),
        ]),
    }),
  });
}

export default defineFigure({
  needs: STEPS,
  make: clockFigure,
});
