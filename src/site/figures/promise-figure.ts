import { pointOf, type SeriesPoint } from "../../analysis/series.ts";
import { type TargetSegment, trendChart } from "../../charts/trend.ts";
import type { Unit } from "../../core/units.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
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
} from "../ask/promises.ts";
import { defineFigure } from "../kind.ts";
import { numeral } from "../say/table.ts";
import { eventsColumn, eventsNote, eventsOf } from "./events.ts";
import { festivalColumn, festivalsOf } from "./festivals.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { periodRows } from "./period-rows.ts";
import { casesColumn } from "./rows.ts";
import { dotsNote } from "./special-points.ts";

/** The limits that held by the clock of a rule, as stretches of months, in its unit. */
function promisedLimits(promised: Promised, periods: readonly SeriesPoint["period"][], now: Rule): TargetSegment[] {
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

/** A month by the rule that held on its first day, or by the one of now. */
interface PromiseMonth extends SeriesPoint {
  /** Null where none held. */
  held: Rule | null;
  /** It is timed by the clock of now: a number of another unit has no place in the drawing, nor is it a number of its column. */
  isDrawn: boolean;
  unit: Unit;
  median: number | null;
  p90: number | null;
}

function monthOf(promised: Promised, now: Rule, point: SeriesPoint): PromiseMonth {
  const held = ruleIn(promised, point.period.start);
  const rule = held ?? now;
  const [median = null, p90 = null] = point.spread.map((value) => (value === null ? null : value / hoursInUnit(rule)));
  return { ...point, held, isDrawn: rule.clock === now.clock, unit: unitOfRule(rule), median, p90 };
}

/** The times of each month, and what was promised then. */
function monthRows(page: Page, { metric }: MetricView, { caption, months }: { caption: string; months: readonly PromiseMonth[] }) {
  const { page: words, limit } = page.words.matrix;
  const timeCell = ({ isDrawn, unit }: PromiseMonth, value: number | null) => numeral(page.value(value, unit), isDrawn ? value : null);
  return periodRows<PromiseMonth>(page, {
    caption,
    columns: () => [
      { head: numeral(words.median), cell: (month) => timeCell(month, month.median) },
      { head: numeral(words.p90), cell: (month) => timeCell(month, month.p90) },
      {
        head: numeral(limit),
        cell: (month) =>
          month.held && !month.isDrawn ? numeral(limitWords(page, month.held)) : timeCell(month, month.held?.time_limit ?? null),
        tip: (_, { held }) => (held ? page.titled(limit, limitWords(page, held)) : ""),
      },
      casesColumn(page, (month) => month),
      ...eventsColumn(page, metric, months),
      festivalColumn(page),
    ],
    rows: () => months,
  });
}

/** So many times the limit the value axis reaches at most, so that the few that took far longer do not flatten it. */
const SCALE = 3;

/** How long a department takes for what it promised, month by month, beside the limit of the time; null without requests. */
function promiseFigure(whole: Page, about: Readonly<Record<string, string>>): FigureBody | null {
  const promised = requirePromise(whole, about);
  const page = pageOfPromise(whole, promised);
  const view = page.view("promised-time");
  const points = view.isAvailable ? view.series("month") : [];
  if (points.every(({ value }) => value === null)) return null;
  const rule = ruleAt(promised, page.period);
  const [unit, hours] = [unitOfRule(rule), hoursInUnit(rule)];
  const months = points.map((point) => monthOf(promised, rule, point));
  const drawn = (part: "median" | "p90") =>
    months.map((month) => ({ ...month, value: month.isDrawn ? month[part] : null, hasSignal: false }));
  const { page: words, limit } = page.words.matrix;
  const { spread = [], n = 0 } = pointOf(page.site.cubes, view.metric, view.slice, true) ?? {};
  const said = (value: number | null | undefined) => page.value(value == null ? null : value / hours, unit);
  const title = words.timeTitle(promiseName(page, promised));
  const targets = promisedLimits(
    promised,
    points.map(({ period }) => period),
    rule,
  );
  const events = eventsOf(page, view.metric, points);
  const isOneClock = promised.rules.every(({ clock }) => clock === rule.clock);
  return figureOf(page, view, {
    id: `time-${keyOfPromise(promised)}`,
    title,
    unit,
    sentence: n > 0 ? words.timeSentence({ median: said(spread[0]), p90: said(spread[1]), limit: limitWords(page, rule) }) : null,
    draw: (options) =>
      trendChart(drawn("median"), {
        ...options,
        ...{
          targets,
          targetName: limit,
          period: page.period,
          most: SCALE * Math.max(rule.time_limit, ...targets.map(({ value }) => value)),
        },
        against: drawn("p90").map((point) => ({ ...point, name: words.p90 })),
        events,
        festivals: festivalsOf(page, points),
      }),
    ...monthRows(page, view, { caption: title, months }),
    n,
    hasProvisional: points.some((point) => point.isProvisional),
    notes: [
      ...eventsNote(page, events),
      ...dotsNote(page, drawn("median")),
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
  hasSpread: true,
});
