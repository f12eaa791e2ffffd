import { type BarRow, barChart } from "../../charts/bars.ts";
import type { Breakdown, ComparedRow } from "../breakdown.ts";
import { breakdownSentence } from "../breakdown-sentence.ts";
import { casesCell, changeCell, shownCell } from "../cells.ts";
import { defineFigure } from "../kind.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { againstName, nowName } from "../slice-names.ts";
import { numeral, sorted, type TableData } from "../table.ts";
import { nameOf, verdictMark } from "../verdict-words.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { memberMark } from "./marks.ts";
import { casesOfSize, namedNote, type ShownMember, shownMembers } from "./shown-members.ts";

/** Members as bars, those that stand out from chance with the mark of their verdict. */
export const barsOf = (page: Page, members: readonly ShownMember[]): BarRow[] =>
  members.map(({ name, now, before, change, isSelected, verdict }) => ({
    label: name,
    value: now.value,
    bound: now.bound,
    n: now.n,
    previous: change === null ? null : (before?.value ?? null),
    isHidden: now.isHidden,
    isSelected,
    signal: verdict?.direction ? { mark: verdictMark(page, verdict), direction: verdict.direction } : undefined,
  }));

interface Told {
  dimension: string;
  breakdown: Breakdown;
  title: string;
}

function tableOf(page: Page, { metric }: MetricView, { dimension, breakdown: { rows, asked, verdicts }, title }: Told): TableData {
  const { words } = page;
  return {
    caption: page.clauses(title, nowName(page, asked)),
    head: [
      page.say(page.dimension(dimension).label),
      numeral(nowName(page, asked)),
      numeral(againstName(page, asked)),
      numeral(words.change),
      numeral("n"),
      ...(asked.isCompared ? [numeral(page.noted("n", againstName(page, asked)))] : []),
      words.verdict,
    ],
    rows: rows.map(({ member, now, before, change }) => [
      sorted(page.member(dimension, member), member),
      shownCell(page, now, metric.unit),
      shownCell(page, before, metric.unit),
      changeCell(page, change, metric.unit),
      casesCell(page, now),
      ...(asked.isCompared ? [casesCell(page, before)] : []),
      nameOf(page, { metric, ...asked }, verdicts().get(member) ?? null),
    ]),
  };
}

/** The value of the whole, to compare members of a rate with. */
function referenceOf(page: Page, { metric, standing, slice }: MetricView, dimension: string) {
  const whole = metric.value.isSum ? null : (standing?.point.value ?? null);
  const { selection, whole: all } = page.words;
  return whole === null ? undefined : { value: whole, label: slice.filters[dimension] ? selection.chosen : all };
}

/** What a breakdown says that its metric alone does not. */
interface BreakdownWords {
  id?: string;
  title?: string;
  sentence?: (rows: readonly ComparedRow[]) => string | null;
  notes?: readonly string[];
}

/** The members of a dimension as bars, each beside what it is compared with; null without members. */
export function memberBars(page: Page, view: MetricView, dimension: string, given: BreakdownWords = {}): FigureBody | null {
  const { metric } = view;
  const breakdown = view.isAvailable ? view.breakdown(dimension) : null;
  if (!breakdown || breakdown.rows.length === 0) return null;
  const { rows, asked } = breakdown;
  const shown = shownMembers(page, metric, dimension, breakdown);
  const title = given.title ?? page.titled(page.say(metric.label), page.words.by(page.say(page.dimension(dimension).label)));
  const previousLabel = asked.isCompared ? againstName(page, asked) : undefined;
  return figureOf(page, view, {
    id: given.id ?? `${metric.id}-by-${dimension.replaceAll("_", "-")}`,
    title,
    sentence: given.sentence ? given.sentence(rows) : breakdownSentence(page, view, { ...breakdown, dimension }),
    draw: (told) => barChart(barsOf(page, shown), { ...told, reference: referenceOf(page, view, dimension), previousLabel }),
    isComparing: true,
    marks: () => shown.map((row) => memberMark(page, { ...row, dimension, asked }, metric)),
    table: () => tableOf(page, view, { dimension, breakdown, title }),
    hasHidden: rows.some(({ now }) => now.isHidden),
    hasBounds: rows.some(({ now }) => now.bound !== "exact"),
    notes: [...(given.notes ?? []), ...namedNote(page, rows.length, casesOfSize(page, metric))],
  });
}

/** A metric by the members of a dimension; null without members. */
function breakdownFigure(page: Page, id: string, dimension: string): FigureBody | null {
  return memberBars(page, page.view(id), dimension);
}

export default defineFigure({
  takes: ["metric", "dimension"],
  needs: ({ metric }) => [metric],
  make: (page, { metric, dimension }) => breakdownFigure(page, metric, dimension),
});
