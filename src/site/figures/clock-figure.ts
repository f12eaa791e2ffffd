import { type StackedRow, stackedChart } from "../../charts/stacked.ts";
import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { STEPS, slowedStep } from "../matrix/steps.ts";
import { thanName } from "../say/slice-names.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { periodRows, seriesColumn } from "./period-rows.ts";

/** Which step slowed most, and which takes longest; null without any requests. */
function sentenceOf(page: Page): string | null {
  const { clockLongest, clockSlowed, steps: names } = page.words.matrix.page;
  const steps = STEPS.map((id) => ({ id, value: page.view(id).standing?.point.value ?? 0 }));
  const whole = steps.reduce((sum, { value }) => sum + value, 0);
  const [longest] = steps.toSorted((a, b) => b.value - a.value);
  if (!longest || whole === 0) return null;
  const slowest = slowedStep(page);
  const last = clockLongest(longest.id === slowest?.step ? null : names[longest.id], page.value(longest.value / whole, "share"));
  if (!slowest) return last;
  const { step, view, from, to } = slowest;
  const { unit } = view.metric;
  const words = { step: names[step], than: thanName(page, view), from: page.value(from, unit, { isBare: true }), to: page.value(to, unit) };
  return page.paragraph(clockSlowed(words), last);
}

/** Who held the clock: the mean working hours of each step of the requests resolved, quarter by quarter; null without any. */
function clockFigure(page: Page): FigureBody | null {
  const view = page.view(STEPS[0]);
  const quarters = view.isAvailable ? view.series("quarter") : [];
  if (quarters.every(({ value }) => value === null)) return null;
  const { clockTitle: title, steps: names } = page.words.matrix.page;
  const { unit } = view.metric;
  const steps = STEPS.map((id) => {
    const { series, standing } = page.view(id);
    return { name: names[id], points: series("quarter"), number: page.shown(standing?.point, unit) };
  });
  const rows = steps.flatMap(({ name, points }) => points.map((point): StackedRow => ({ ...point, member: name })));
  const numberOf = (member: string) => steps.find(({ name }) => name === member)?.number ?? page.words.missing;
  return figureOf(page, view, {
    id: "held-clock",
    title,
    sentence: sentenceOf(page),
    draw: (common) => stackedChart(rows, { ...common, numberOf, numbersOf: page.periodName(page.period) }),
    ...periodRows(page, {
      caption: title,
      columns: () =>
        steps.map((step) => ({
          ...seriesColumn(page, step, unit),
          mark: () => ({ lines: [page.titled(page.periodName(page.period), step.number)], choice: null }),
        })),
      rows: () => quarters,
    }),
  });
}

export default defineFigure({
  needs: STEPS,
  make: clockFigure,
});
