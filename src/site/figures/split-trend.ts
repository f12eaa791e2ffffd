import { partLargest } from "../../analysis/largest.ts";
import { type SeriesPoint, seriesOf } from "../../analysis/series.ts";
import type { Judged } from "../../analysis/trial.ts";
import { multiplesChart } from "../../charts/multiples.ts";
import { timeLinesChart } from "../../charts/time-lines.ts";
import type { Result } from "../../cube/evaluate.ts";
import type { Metric } from "../../cube/metric.ts";
import type { Breakdown } from "../ask/breakdown.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { breakdownSentence } from "../say/breakdown-sentence.ts";
import { nameOf } from "../say/verdict-words.ts";
import { eventsColumn, eventsNote, eventsOf } from "./events.ts";
import { festivalColumn, festivalsOf } from "./festivals.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { periodRows, type Series, seriesColumn } from "./period-rows.ts";
import { inTableOnly } from "./rows.ts";
import { casesOfSize, isKept, namedNote, othersOf, sizeIn } from "./shown-members.ts";

/** More lines than this have panels of their own. */
const MOST_LINES = 4;

/** One member of the dimension that a trend is split by. */
interface Line extends Series {
  /** Null for those that are not named, as one. */
  member: string | null;
  /** Undefined where none is chosen. */
  isSelected: boolean | undefined;
  /** What it is in the period that the page is about; undefined where it has no cases in it. */
  now: Result | undefined;
}

/** The line of a member. */
type OwnLine = Line & { member: string };

/** The series of every member that has cases, those that are left out as well. */
function linesOf(page: Page, dimension: string, { rows, series }: Breakdown): OwnLine[] {
  return page
    .dimension(dimension)
    .members.map(({ id, label }) => ({
      ...{ member: id, name: page.say(label), isSelected: isKept(page, dimension, id) },
      points: series().get(id) ?? [],
      now: rows.find(({ member }) => member === id)?.now,
    }))
    .filter(({ points }) => points.some(({ value, n, isHidden }) => isHidden || (value !== null && n > 0)));
}

/** The lines that are drawn: where there are many the largest, and the others as one. */
function shownLines(
  page: Page,
  { metric, slice }: MetricView,
  { lines, dimension, union }: Pick<Breakdown, "union"> & { lines: readonly OwnLine[]; dimension: string },
): Line[] {
  const sizeOf = ({ points }: Line) => points.reduce((sum, point) => sum + sizeIn(metric, point), 0);
  const { named, others } = partLargest(lines, { sizeOf, isChosen: ({ isSelected }) => isSelected === true });
  if (others.length === 0) return named;
  const members = others.map(({ member }) => member);
  const filters = { ...slice.filters, [dimension]: members };
  const points = seriesOf(page.site.cubes, metric, { grain: metric.finest ?? "month", fiscalStart: page.fiscalStart, filters });
  return [...named, { ...othersOf(page, dimension, members), points, now: union(members)?.now }];
}

/** What is split, and by which dimension. */
interface Split extends Pick<Breakdown, "asked" | "verdicts"> {
  metric: Metric;
  dimension: string;
}

/** The value of a line in the page's period; one that is none or all of its cases with their number, since few of them say little. */
function numberOf(page: Page, { unit }: Metric, { now }: Line): string {
  const isExtreme = unit === "share" && (now?.value === 0 || now?.value === 1);
  return isExtreme ? page.noted(page.shown(now, unit), `n = ${page.cases(now)}`) : page.shown(now, unit);
}

/** The value of a line in the page's period, and the verdict on its member. */
function markOf(page: Page, { member, now }: Line, { metric, dimension, asked, verdicts }: Split) {
  const verdict = member === null ? undefined : verdicts().get(member);
  const lines = [page.titled(page.periodName(page.period), page.shown(now, metric.unit)), `n = ${page.cases(now)}`];
  return {
    lines: verdict ? [...lines, nameOf(page, { metric, ...asked }, verdict)] : lines,
    choice: member === null ? null : { members: { [dimension]: member } },
  };
}

/** A column per member for the table, those that are drawn also for tips; then the drawn line of the others, which the table lists one by one. */
function lineColumns(page: Page, { lines, shown }: { lines: readonly Line[]; shown: readonly Line[] }, split: Split) {
  const isDrawn = ({ member }: Line) => shown.some((line) => line.member === member);
  const others = shown.filter(({ member }) => member === null);
  return [...lines, ...others].map((line) => ({
    ...seriesColumn(page, line, split.metric.unit),
    ...(isDrawn(line) ? { mark: () => markOf(page, line, split) } : { tip: inTableOnly }),
    isInTipOnly: line.member === null,
  }));
}

/** A metric over time by the members of a dimension: lines, or panels with a common scale where there are many; null without cases. */
export function splitTrend(page: Page, view: MetricView, dimension: string): FigureBody | null {
  const { metric, finest } = view;
  const breakdown = view.breakdown(dimension);
  const lines = linesOf(page, dimension, breakdown);
  if (lines.length === 0) return null;
  const label = page.say(page.dimension(dimension).label);
  const { asked } = breakdown;
  // what is compared with is not drawn, so that no verdict on it is shown
  const verdicts = () => (asked.isCompared ? new Map<string, Judged>() : breakdown.verdicts());
  const rows = breakdown.rows.filter(({ member }) => isKept(page, dimension, member) !== false);
  const title = page.titled(page.say(metric.label), page.clauses(page.words.trendTitle, page.words.by(label)));
  const shown = shownLines(page, view, { lines, dimension, union: breakdown.union });
  const series = shown.map((line) => ({
    ...{ name: line.name, number: numberOf(page, metric, line), isSelected: line.isSelected },
    points: line.points.map((point) => ({ ...point, hasSignal: false })),
  }));
  const isInPanels = shown.length > MOST_LINES;
  const events = eventsOf(page, metric, finest);
  return figureOf(page, view, {
    id: `${metric.id}-trend`,
    title,
    sentence: breakdownSentence(page, view, { ...breakdown, dimension, rows, verdicts }),
    draw: (common) => {
      const options = { ...common, period: page.period, numbersOf: page.periodName(page.period) };
      return isInPanels
        ? multiplesChart(series, options)
        : timeLinesChart(series, { ...options, events, festivals: festivalsOf(page, finest) });
    },
    ...periodRows<SeriesPoint>(page, {
      caption: title,
      columns: () => [
        ...lineColumns(page, { lines, shown }, { metric, dimension, asked, verdicts }),
        ...eventsColumn(page, metric, finest),
        festivalColumn(page),
      ],
      // panels can be pointed at by member alone
      rows: () => (isInPanels ? [] : finest),
      listed: () => finest,
    }),
    notes: [
      // panels have no room for their numbers; the table has them
      ...(isInPanels ? [] : eventsNote(page, events)),
      ...namedNote(page, lines.length, casesOfSize(page, metric)),
      ...(view.isCompared ? [page.words.selection.splitAlone] : []),
    ],
    isComparing: true,
    hasProvisional: finest.some((point) => point.isProvisional),
    hasBounds: lines.some(({ points }) => points.some(({ bound }) => bound !== "exact")),
    hasHidden: lines.some(({ points }) => points.some(({ isHidden }) => isHidden)),
  });
}
