import { partLargest } from "../../analysis/largest.ts";
import { type SeriesPoint, seriesOf } from "../../analysis/series.ts";
import type { Judged } from "../../analysis/trial.ts";
import { multiplesChart } from "../../charts/multiples.ts";
import { timeLinesChart } from "../../charts/time-lines.ts";
import type { Breakdown } from "../breakdown.ts";
import { breakdownSentence } from "../breakdown-sentence.ts";
import { periodCell, shownCell } from "../cells.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { numeral } from "../table.ts";
import { nameOf } from "../verdict-words.ts";
import { eventsColumn, eventsOf } from "./events.ts";
import { type FigureBody, figureOf, type Mark } from "./figure.ts";
import { type Column, rowsOf } from "./rows.ts";
import { casesOfSize, isKept, namedNote, othersOf, sizeIn } from "./shown-members.ts";

/** More lines than this are told apart in panels of their own. */
const MOST_LINES = 4;

/** One member of the dimension that a trend is split by. */
interface Line {
  /** Null for those that are not named, as one. */
  member: string | null;
  name: string;
  points: SeriesPoint[];
  /** Undefined where none is chosen. */
  isSelected: boolean | undefined;
}

/** The line of a member. */
type OwnLine = Line & { member: string };

/** The series of every member that has cases, those that are left out as well. */
function linesOf(page: Page, dimension: string, series: ReturnType<Breakdown["series"]>): OwnLine[] {
  return page
    .dimension(dimension)
    .members.map(({ id, label }) => ({
      ...{ member: id, name: page.say(label), isSelected: isKept(page, dimension, id) },
      points: series.get(id) ?? [],
    }))
    .filter(({ points }) => points.some(({ value, n, isHidden }) => isHidden || (value !== null && n > 0)));
}

/** The lines that are drawn: where there are many the largest, and the others as one. */
function shownLines(
  page: Page,
  { metric, slice }: MetricView,
  { lines, dimension }: { lines: readonly OwnLine[]; dimension: string },
): Line[] {
  const sizeOf = ({ points }: Line) => points.reduce((sum, point) => sum + sizeIn(metric, point), 0);
  const { named, others } = partLargest(lines, { sizeOf, isChosen: ({ isSelected }) => isSelected === true });
  if (others.length === 0) return named;
  const members = others.map(({ member }) => member);
  const filters = { ...slice.filters, [dimension]: members };
  const points = seriesOf(page.site.cubes, metric, { grain: metric.finest ?? "month", fiscalStart: page.fiscalStart, filters });
  return [...named, { ...othersOf(page, dimension, members), points }];
}

const pointIn = ({ points }: Line, start: number) => points.find(({ period }) => period.start === start);

/** What is split, and by which dimension. */
interface Told extends Pick<Breakdown, "asked" | "verdicts"> {
  view: MetricView;
  dimension: string;
}

/** A member with its last value, preferably one of a complete period, and its verdict. */
function memberMark(page: Page, { member, name, points }: Line, { view: { metric }, dimension, asked, verdicts }: Told): Mark {
  const { unit } = metric;
  const verdict = member === null ? undefined : verdicts().get(member);
  const shown = points.filter(({ value }) => value !== null);
  const last = shown.findLast(({ isComplete }) => isComplete) ?? shown.at(-1) ?? points.at(-1);
  const lines = last ? [page.titled(page.periodName(last.period), page.shown(last, unit)), `n = ${page.cases(last)}`] : [];
  return {
    name,
    lines: verdict ? [...lines, nameOf(page, { metric, ...asked }, verdict)] : lines,
    choice: member === null ? null : { members: { [dimension]: member } },
  };
}

/** The values of every line in each period: in tips those that are drawn, in the table each member by itself. */
function periodRows(
  page: Page,
  { metric, finest }: MetricView,
  { title, lines, shown }: { title: string; lines: readonly Line[]; shown: readonly Line[] },
) {
  const isDrawn = ({ member }: Line) => shown.some((line) => line.member === member);
  const columnOf = (line: Line): Column<SeriesPoint> => ({
    head: numeral(line.name),
    cell: ({ period }) => shownCell(page, pointIn(line, period.start), metric.unit),
    tip: (text) => (isDrawn(line) ? page.titled(line.name, text) : ""),
    isInTipOnly: line.member === null,
  });
  return rowsOf<SeriesPoint>(page, {
    caption: title,
    columns: () => [
      { head: page.words.period, cell: ({ period, isComplete }) => periodCell(page, period, isComplete) },
      ...lines.map(columnOf),
      ...shown.filter(({ member }) => member === null).map(columnOf),
      ...eventsColumn(page, metric, finest),
    ],
    rows: () => finest,
    listed: () => finest.toReversed(),
    choice: ({ period }) => ({ period }),
  });
}

/** A metric over time by the members of a dimension: lines, or panels with a common scale where there are many; null without cases. */
export function splitTrend(page: Page, view: MetricView, dimension: string): FigureBody | null {
  const { metric, finest } = view;
  const breakdown = view.breakdown(dimension);
  const lines = linesOf(page, dimension, breakdown.series());
  if (lines.length === 0) return null;
  const label = page.say(page.dimension(dimension).label);
  const { asked } = breakdown;
  // what is compared with is not drawn, so that no verdict on it is told
  const verdicts = () => (asked.isCompared ? new Map<string, Judged>() : breakdown.verdicts());
  const rows = breakdown.rows.filter(({ member }) => isKept(page, dimension, member) !== false);
  const title = page.titled(page.say(metric.label), page.clauses(page.words.trendTitle, page.words.by(label)));
  const shown = shownLines(page, view, { lines, dimension });
  const series = shown.map(({ name, points, isSelected }) => ({
    ...{ name, isSelected },
    points: points.map((point) => ({ ...point, hasSignal: false })),
  }));
  const last = finest.findLast(({ isComplete, value }) => isComplete && value !== null);
  const draw = shown.length <= MOST_LINES ? timeLinesChart : multiplesChart;
  const happened = eventsOf(page, metric);
  const periods = periodRows(page, view, { title, lines, shown });
  const members = () => shown.map((line) => memberMark(page, line, { view, dimension, asked, verdicts }));
  return figureOf(page, view, {
    id: `${metric.id}-trend`,
    title,
    sentence: breakdownSentence(page, view, { ...breakdown, dimension, rows, verdicts }),
    draw: (told) => draw(series, { ...told, ...happened, period: page.period }),
    // panels can be pointed at by member alone
    marks: () => (shown.length <= MOST_LINES ? [...periods.marks(), ...members()] : members()),
    table: periods.table,
    notes: [
      ...namedNote(page, lines.length, casesOfSize(page, metric)),
      ...(last ? [page.words.selection.splitNumbers(page.periodName(last.period))] : []),
      ...(view.isCompared ? [page.words.selection.splitAlone] : []),
    ],
    isComparing: true,
    hasBounds: lines.some(({ points }) => points.some(({ bound }) => bound !== "exact")),
    hasHidden: lines.some(({ points }) => points.some(({ isHidden }) => isHidden)),
  });
}
