import { isOrdinal } from "../../analysis/ordinals.ts";
import type { SeriesPoint } from "../../analysis/series.ts";
import type { Period } from "../../core/periods.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { signalsSentence } from "../say/breakdown-sentence.ts";
import { memberBars } from "./breakdown-figure.ts";
import type { FigureBody } from "./figure.ts";
import type { ShownMember } from "./shown-members.ts";

/** A member's line shows so many months up to the end of the period. */
const MONTHS = 12;

/** The values of a year up to the end of a period, without those of an unfinished one. */
const yearOf = (points: readonly SeriesPoint[], { end }: Period): (number | null)[] =>
  points
    .filter(({ period, isComplete }) => isComplete && period.end <= end && period.end > end - MONTHS)
    .map(({ value, isHidden }) => (isHidden ? null : value));

/** The larger first, what has no value last; members with an order of their own keep it. The others, which are no member, stay behind. */
function ranked(members: readonly ShownMember[], dimension: string): ShownMember[] {
  if (isOrdinal(dimension)) return [...members];
  const sizeOf = ({ now }: ShownMember) => now.value ?? Number.NEGATIVE_INFINITY;
  return members.toSorted((a, b) => Number(a.member === null) - Number(b.member === null) || sizeOf(b) - sizeOf(a) || 0);
}

/** The members of a dimension, ranked, each with its line of a year and its difference; what stands out from chance is said. Null without members. */
function rankingFigure(page: Page, view: MetricView, dimension: string): FigureBody | null {
  const { metric } = view;
  if (!view.isAvailable) return null;
  const breakdown = view.breakdown(dimension);
  const { asked, series } = breakdown;
  return memberBars(page, view, dimension, {
    sentence: () => signalsSentence(page, metric, { ...breakdown, dimension }) || null,
    arranged: (members) => ranked(members, dimension),
    courseLabel: page.words.topicPage.course,
    beside: ({ member, change }) => ({
      course: member === null ? undefined : yearOf(series().get(member) ?? [], asked.slice.period),
      change: change ? page.change(change.absolute, metric.unit, { bound: change.bound, isBare: true }) : undefined,
    }),
  });
}

export default defineFigure({
  takes: ["metric", "dimension"],
  needs: ({ metric }) => [metric],
  by: ({ dimension }) => [dimension],
  make: (page, { metric, dimension }) => rankingFigure(page, page.view(metric), dimension),
});
