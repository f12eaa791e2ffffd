import { distributionChart } from "../../charts/distribution.ts";
import { distribution } from "../../cube/evaluate.ts";
import { quantileOf } from "../../cube/quantiles.ts";
import type { Page } from "../ask/page.ts";
import {
  changesIn,
  hoursInUnit,
  keyOfPromise,
  limitWords,
  PROMISE,
  pageOfPromise,
  promiseName,
  requirePromise,
  ruleAt,
  unitOfRule,
} from "../ask/promises.ts";
import { defineFigure } from "../kind.ts";
import { nowName } from "../say/slice-names.ts";
import { cumulativeRows } from "./cumulative-rows.ts";
import { type FigureBody, figureOf } from "./figure.ts";

/** How the times that a promise took spread about its limit; null without requests in the page's slice. */
function limitFigure(whole: Page, about: Readonly<Record<string, string>>): FigureBody | null {
  const promised = requirePromise(whole, about);
  const page = pageOfPromise(whole, promised);
  const view = page.view("promised-time");
  const { slice, metric } = view;
  const rule = ruleAt(promised, page.period);
  const [unit, hours] = [unitOfRule(rule), hoursInUnit(rule)];
  const counted = distribution(page.site.cubes, metric, slice)?.counts ?? [];
  const counts = counted.map(({ value, count }) => ({ value: value / hours, count }));
  if (counts.length === 0) return null;
  const due = page.view("sla-attainment").standing?.point;
  const isOneRule = !changesIn(promised, page.period);
  const step = metric.spread?.step ?? 1;
  const steps = new Map(counted.map(({ value, count }) => [Math.round(value / step), count]));
  const quantileAt = (p: number) => {
    const value = quantileOf(steps, p, step);
    return value === null ? null : value / hours;
  };
  const { page: words, limit } = page.words.matrix;
  const title = words.spreadTitle(promiseName(page, promised));
  return figureOf(page, view, {
    id: `limit-${keyOfPromise(promised)}`,
    title,
    unit,
    sentence:
      due && due.value !== null
        ? (isOneRule ? words.spreadSentence : words.spreadSentenceOfRules)({
            over: page.count(Math.round(due.n * (1 - due.value))),
            all: page.count(due.n),
            limit: limitWords(page, rule),
          })
        : null,
    draw: (options) =>
      distributionChart(counts, {
        ...options,
        ...{ median: quantileAt(0.5), p90: quantileAt(0.9) },
        limit: { value: rule.time_limit, label: page.titled(limit, limitWords(page, rule)) },
      }),
    ...cumulativeRows(page, { caption: page.clauses(title, nowName(page, view)), unit, counts, limit: rule.time_limit }),
    n: counts.reduce((sum, { count }) => sum + count, 0),
    notes: [words.clockNote(words.clocks[rule.clock]), ...(isOneRule ? [] : [words.ruleAtOpening])],
  });
}

export default defineFigure({
  takes: PROMISE,
  needs: ["promised-time", "sla-attainment"],
  make: limitFigure,
  hasSpread: true,
});
