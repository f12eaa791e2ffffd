import { OTHERS } from "../../analysis/breakdown.ts";
import { type BarRow, barChart, isCountOfCases } from "../../charts/bars.ts";
import type { Result } from "../../cube/evaluate.ts";
import type { Asked } from "../ask/asked.ts";
import type { Breakdown, ComparedRow } from "../ask/breakdown.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { breakdownSentence } from "../say/breakdown-sentence.ts";
import { casesCell, changeCell, shownCell } from "../say/cells.ts";
import { againstName, nowName } from "../say/slice-names.ts";
import { numeral, sorted } from "../say/table.ts";
import { lineOf, nameOf, verdictMark } from "../say/verdict-words.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { alone, casesColumn, inTableOnly, rowsOf } from "./rows.ts";
import { casesOfSize, namedNote, type ShownMember, shownMember, shownMembers } from "./shown-members.ts";

/** What stands beside the bar of a member. */
type Beside = (member: ShownMember) => Pick<BarRow, "course" | "change">;

/** Members as bars, those that stand out from chance with the mark of their verdict. */
export const barsOf = (page: Page, members: readonly ShownMember[], beside: Beside = () => ({})): BarRow[] =>
  members.map((member) => barOf(page, member, beside(member)));

const barOf = (page: Page, { name, now, before, change, isSelected, verdict }: ShownMember, beside: ReturnType<Beside>): BarRow => ({
  ...beside,
  label: name,
  value: now.value,
  bound: now.bound,
  n: now.n,
  previous: change === null ? null : (before?.value ?? null),
  isHidden: now.isHidden,
  isSelected,
  signal: verdict?.direction ? { mark: verdictMark(page, verdict), direction: verdict.direction } : undefined,
});

/** What a breakdown shows. */
interface Members {
  title: string;
  /** Those that are drawn. */
  shown: readonly ShownMember[];
  breakdown: Breakdown;
}

/** "2026 Q2: 4.1 days, n = 31"; nothing where it has no value. */
const againstLine = (page: Page, asked: Asked, before: Result | null, text: string): string => {
  if (!before || before.value === null) return "";
  return page.titled(
    againstName(page, asked),
    page.clauses(text, asked.isCompared && before.value !== before.n ? `n = ${page.count(before.n)}` : ""),
  );
};

/** The members of a dimension, each beside what it is compared with: in tips those that are drawn, in the table all. */
export function memberRows(page: Page, { metric }: MetricView, dimension: string, { title, shown, breakdown }: Members) {
  const { words } = page;
  const { rows, asked, verdicts } = breakdown;
  const about = { metric, ...asked };
  /** The values are the numbers of cases themselves. */
  const isCount = isCountOfCases(
    rows.map(({ now }) => now),
    metric.unit,
  );
  return rowsOf<ShownMember>(page, {
    caption: page.clauses(title, nowName(page, asked)),
    columns: () => [
      { head: page.say(page.dimension(dimension).label), cell: ({ name, member }) => sorted(name, member ?? OTHERS) },
      { head: numeral(nowName(page, asked)), cell: ({ now }) => shownCell(page, now, metric.unit), tip: alone },
      {
        head: numeral(againstName(page, asked)),
        cell: ({ before }) => shownCell(page, before, metric.unit),
        tip: (text, { before }) => againstLine(page, asked, before, text),
      },
      { head: numeral(words.change), cell: ({ change }) => changeCell(page, change, metric.unit) },
      ...(isCount ? [] : [casesColumn<ShownMember>(page, ({ now }) => now)]),
      ...(asked.isCompared && !isCount
        ? [
            {
              head: numeral(page.noted("n", againstName(page, asked))),
              cell: ({ before }: ShownMember) => casesCell(page, before),
              tip: inTableOnly,
            },
          ]
        : []),
      {
        head: words.verdict,
        cell: ({ verdict }) => nameOf(page, about, verdict),
        tip: (_, { verdict }) => (verdict ? lineOf(page, about, verdict) : ""),
      },
    ],
    rows: () => shown,
    listed: () => rows.map((row) => shownMember(page, dimension, row, verdicts)),
    tipName: (name) => page.clauses(name, nowName(page, asked)),
    choice: ({ member }) => (member === null ? null : { members: { [dimension]: member } }),
  });
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
  /** Its members in the order in which they are drawn; by default that of the dimension. */
  arranged?: (members: readonly ShownMember[]) => readonly ShownMember[];
  /** What stands beside each bar, and above the lines among it; by default nothing. */
  beside?: Beside;
  courseLabel?: string;
}

/** The members of a dimension as bars, each beside what it is compared with; null without members. */
export function memberBars(page: Page, view: MetricView, dimension: string, given: BreakdownWords = {}): FigureBody | null {
  const { metric } = view;
  const breakdown = view.isAvailable ? view.breakdown(dimension) : null;
  if (!breakdown || breakdown.rows.length === 0) return null;
  const { rows, asked } = breakdown;
  const { arranged = (members) => members, beside, courseLabel } = given;
  const shown = arranged(shownMembers(page, metric, dimension, breakdown));
  const title = given.title ?? page.titled(page.say(metric.label), page.words.by(page.say(page.dimension(dimension).label)));
  const previousLabel = asked.isCompared ? againstName(page, asked) : undefined;
  return figureOf(page, view, {
    id: given.id ?? `${metric.id}-by-${dimension.replaceAll("_", "-")}`,
    title,
    sentence: given.sentence ? given.sentence(rows) : breakdownSentence(page, view, { ...breakdown, dimension }),
    draw: (common) =>
      barChart(barsOf(page, shown, beside), { ...common, reference: referenceOf(page, view, dimension), previousLabel, courseLabel }),
    isComparing: true,
    ...memberRows(page, view, dimension, { title, shown, breakdown }),
    hasHidden: rows.some(({ now }) => now.isHidden),
    hasProvisional: rows.some(({ now, before }) => now.isProvisional || before?.isProvisional),
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
  by: ({ dimension }) => [dimension],
  make: (page, { metric, dimension }) => breakdownFigure(page, metric, dimension),
});
