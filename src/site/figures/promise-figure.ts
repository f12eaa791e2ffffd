import { pointOf, type SeriesPoint } from "../../analysis/series.ts";
import { type TargetSegment, trendChart } from "../../charts/trend.ts";
import { casesCell, periodCell, valueCell } from "../cells.ts";
import { defineFigure } from "../kind.ts";
import type { Page } from "../page.ts";
import {
  hoursInUnit,
  keyOfPromise,
  limitWords,
  PROMISE,
  type Promised,
  pageOfPromise,
  promiseName,
  type Rule,
  requirePromise,
  ruleAt,
  ruleIn,
  unitOfRule,
} from "../promises.ts";
import { numeral } from "../table.ts";
import { eventsOf } from "./events.ts";
import { type FigureBody, figureOf } from "./figure.ts";

/** The limits that held by the clock of a rule, as stretches of months, in its unit. */
function limitsOf(promised: Promised, periods: readonly SeriesPoint["period"][], now: Rule): TargetSegment[] {
  const segments: TargetSegment[] = [];
  for (const { start, end } of periods) {
    const rule = ruleIn(promised, start);
    if (rule?.clock !== now.clock) continue;
    const value = rule.time_limit;
    const last = segments.at(-1);
    if (last && last.value === value && last.end === start - 1) last.end = end;
    else segments.push({ start, end, value });
  }
  return segments;
}

/** What is told of a month by the rule that held on its first day, or by the one of now. */
function tellMonth(page: Page, promised: Promised, { point, now }: { point: SeriesPoint; now: Rule }) {
  const held = ruleIn(promised, point.period.start);
  const rule = held ?? now;
  const isDrawn = rule.clock === now.clock;
  const unit = unitOfRule(rule);
  const [median = null, p90 = null] = point.spread.map((value) => (value === null ? null : value / hoursInUnit(rule)));
  return {
    ...{ point, isDrawn, median, p90 },
    limit: held && limitWords(page, held),
    said: (value: number | null) => page.value(value, unit),
    // a number of another unit is no number of the column
    cell: (value: number | null) => (isDrawn ? valueCell(page, value, unit) : numeral(page.value(value, unit))),
    limitCell: () =>
      isDrawn ? valueCell(page, held?.time_limit ?? null, unit) : numeral(held ? limitWords(page, held) : page.words.missing),
  };
}

/** How long a department takes for what it promised, month by month, beside the limit of the time; null without requests. */
function promiseFigure(whole: Page, about: Readonly<Record<string, string>>): FigureBody | null {
  const promised = requirePromise(whole, about);
  const page = pageOfPromise(whole, promised);
  const view = page.view("promised-time");
  const points = view.isAvailable ? view.series("month") : [];
  if (points.every(({ value }) => value === null)) return null;
  const rule = ruleAt(promised, page.period);
  const [unit, hours] = [unitOfRule(rule), hoursInUnit(rule)];
  const months = points.map((point) => tellMonth(page, promised, { point, now: rule }));
  const drawn = (part: "median" | "p90") =>
    months.map(({ point, isDrawn, [part]: value }) => ({ ...point, value: isDrawn ? value : null, hasSignal: false }));
  const { page: words, limit } = page.words.matrix;
  const { spread = [], n = 0 } = pointOf(page.site.cubes, view.metric, view.slice, true) ?? {};
  const said = (value: number | null | undefined) => page.value(value == null ? null : value / hours, unit);
  const title = words.timeTitle(promiseName(page, promised));
  const targets = limitsOf(
    promised,
    points.map(({ period }) => period),
    rule,
  );
  const isOneClock = promised.rules.every(({ clock }) => clock === rule.clock);
  return figureOf(page, view, {
    id: `time-${keyOfPromise(promised)}`,
    title,
    unit,
    sentence: n > 0 ? words.timeSentence({ median: said(spread[0]), p90: said(spread[1]), limit: limitWords(page, rule) }) : null,
    draw: (options) =>
      trendChart(drawn("median"), {
        ...options,
        ...{ targets, targetName: limit, period: page.period },
        against: drawn("p90").map((point) => ({ ...point, name: words.p90 })),
        ...eventsOf(page, view.metric),
      }),
    marks: () =>
      months.map(({ point, median, p90, limit: promisedThen, said: told }) => ({
        name: point.isComplete ? page.periodName(point.period) : page.noted(page.periodName(point.period), page.words.unfinished),
        lines: [
          page.titled(words.median, told(median)),
          page.titled(words.p90, told(p90)),
          ...(promisedThen ? [page.titled(limit, promisedThen)] : []),
          `n = ${page.cases(point)}`,
        ],
        choice: { period: point.period },
      })),
    table: () => ({
      caption: title,
      head: [page.words.period, numeral(words.median), numeral(words.p90), numeral(limit), numeral("n")],
      rows: months
        .toReversed()
        .map(({ point, median, p90, cell, limitCell }) => [
          periodCell(page, point),
          cell(median),
          cell(p90),
          limitCell(),
          casesCell(page, point),
        ]),
    }),
    n,
    notes: [
      words.clockNote(words.clocks[rule.clock]),
      ...(promised.rules.length > 1 ? [words.ruleAtOpening] : []),
      ...(isOneClock ? [] : [words.clockChanged]),
    ],
  });
}

export default defineFigure({
  takes: PROMISE,
  needs: ["promised-time"],
  make: promiseFigure,
});
