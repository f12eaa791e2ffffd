import { stackedChart } from "../../charts/stacked.ts";
import { lifted } from "../../core/slice.ts";
import { evaluate } from "../../cube/evaluate.ts";
import { periodCell, valueCell } from "../cells.ts";
import { defineFigure } from "../kind.ts";
import type { Page } from "../page.ts";
import { numeral } from "../table.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { isKept } from "./shown-members.ts";

const CAUSE = "rework_cause";

/** Cost of rework by quarter and cause, those that are left out included; null without rework. */
function reworkCausesFigure(page: Page): FigureBody | null {
  const view = page.view("total-rework-cost");
  const { metric, slice } = view;
  const points = view.series("quarter");
  const causes = points.length > 0 ? page.dimension(CAUSE).members : [];
  const { filters } = lifted(slice, [CAUSE]);
  const periods = points.map(({ period }) => period);
  const results = evaluate(page.site.cubes, metric, { periods, by: [CAUSE], filters });
  const now = evaluate(page.site.cubes, metric, { periods: [slice.period], by: [CAUSE], filters });
  const most = now.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
  const whole = now.reduce((sum, { value }) => sum + (value ?? 0), 0);
  if (!most || whole <= 0) return null;
  const costOf = (start: number, cause: string) =>
    results.find(({ period, members }) => period.start === start && members[CAUSE] === cause)?.value ?? null;
  const totalOf = (start: number) => {
    const costs = causes.flatMap(({ id }) => costOf(start, id) ?? []);
    return costs.length > 0 ? costs.reduce((sum, cost) => sum + cost, 0) : null;
  };
  /** A cause's cost in the last complete period that has one, or in the last of all. */
  const lastCost = (cause: string) => {
    const known = points.filter(({ period }) => costOf(period.start, cause) !== null);
    const last = known.findLast(({ isComplete }) => isComplete) ?? known.at(-1);
    return last ? [page.titled(page.periodName(last.period), page.value(costOf(last.period.start, cause), metric.unit))] : [];
  };
  const { words } = page;
  const title = words.particular.reworkCauses;
  const rows = points.flatMap(({ period, isComplete }) =>
    causes.map(({ id, label }) => ({
      period,
      member: page.say(label),
      value: costOf(period.start, id),
      isComplete,
      isHidden: false,
      isSelected: isKept(page, CAUSE, id),
    })),
  );
  return figureOf(page, view, {
    id: "rework-causes",
    title,
    sentence: words.particular.reworkSentence(
      page.member(CAUSE, most.members[CAUSE] ?? ""),
      page.value((most.value ?? 0) / whole, "share"),
    ),
    draw: (told) => stackedChart(rows, told),
    marks: () => [
      ...rows.map(({ period, isComplete }) => ({
        name: isComplete ? page.periodName(period) : page.noted(page.periodName(period), words.unfinished),
        lines: [
          ...causes.map(({ id, label }) => page.titled(page.say(label), page.value(costOf(period.start, id), metric.unit))),
          page.titled(words.total, page.value(totalOf(period.start), metric.unit)),
        ],
        choice: { period },
      })),
      ...causes.map(({ id, label }) => ({ name: page.say(label), lines: lastCost(id), choice: { members: { [CAUSE]: id } } })),
    ],
    table: () => ({
      caption: title,
      head: [words.period, ...causes.map(({ label }) => numeral(page.say(label))), numeral(words.total)],
      rows: points
        .toReversed()
        .map(({ period, isComplete }) => [
          periodCell(page, { period, isComplete }),
          ...causes.map(({ id }) => valueCell(page, costOf(period.start, id), metric.unit)),
          valueCell(page, totalOf(period.start), metric.unit),
        ]),
    }),
  });
}

export default defineFigure({
  needs: ["total-rework-cost"],
  make: reworkCausesFigure,
});
