import { NO_MEMBER } from "../../analysis/breakdown.ts";
import { partLargest } from "../../analysis/largest.ts";
import { contributionChart } from "../../charts/contributions.ts";
import type { Metric } from "../../cube/metric.ts";
import { carriedSentence } from "../carried-sentence.ts";
import type { Carriers } from "../carriers.ts";
import { changeCell } from "../cells.ts";
import { defineFigure } from "../kind.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { isSplitUp } from "../split-up.ts";
import { numeral, sorted } from "../table.ts";
import { judged } from "../verdicts.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { alone, type Column, inTableOnly, rowsOf } from "./rows.ts";
import { isKept, namedNote, othersOf, type ShownMember } from "./shown-members.ts";

/** What a member, or all those that are not named, added to a change. */
interface Carrier extends Pick<ShownMember, "name" | "member" | "isSelected"> {
  rate: number;
  mix: number;
}

const changeOf = ({ rate, mix }: Carrier) => rate + mix;
const sizeOf = (carrier: Carrier) => Math.abs(changeOf(carrier));
const sumOf = (rows: readonly Carrier[]) => ({
  rate: rows.reduce((sum, { rate }) => sum + rate, 0),
  mix: rows.reduce((sum, { mix }) => sum + mix, 0),
});

/** The carriers that a drawing names: where there are many the largest and those chosen, and the others as one. */
function shownCarriers(page: Page, dimension: string, rows: readonly (Carrier & { member: string })[]): Carrier[] {
  const { named, others } = partLargest(rows, { sizeOf, isChosen: ({ isSelected }) => isSelected === true });
  if (others.length === 0) return named;
  const members = others.map(({ member }) => member);
  return [...named, { ...othersOf(page, dimension, members), ...sumOf(others) }];
}

/** All carriers together. */
const totalOf = (page: Page, rows: readonly Carrier[]): Carrier => ({
  member: null,
  name: page.words.total,
  isSelected: undefined,
  ...sumOf(rows),
});

/** What the carriers of a change are, by the members of a dimension. */
interface Carried {
  metric: Metric;
  dimension: string;
  title: string;
  /** Those that are drawn. */
  shown: readonly Carrier[];
  /** All, then their total. */
  listed: readonly Carrier[];
}

/** What each carrier added: in tips those that are drawn, first the whole; in the table all and their total. */
function carrierRows(page: Page, { metric, dimension, title, shown, listed }: Carried) {
  const { words } = page;
  const column = (head: string, partOf: (carrier: Carrier) => number): Column<Carrier> => ({
    head: numeral(head),
    cell: (carrier) => changeCell(page, { absolute: partOf(carrier), bound: "exact" }, metric.unit),
  });
  const change = column(words.total, changeOf);
  return rowsOf<Carrier>(page, {
    caption: title,
    columns: () => [
      { head: page.say(page.dimension(dimension).label), cell: ({ name, member }) => (member === null ? name : sorted(name, member)) },
      { ...change, tip: alone, isInTipOnly: true },
      column(words.rateEffect, ({ rate }) => rate),
      column(words.mixEffect, ({ mix }) => mix),
      { ...change, tip: inTableOnly },
    ],
    rows: () => shown,
    listed: () => listed,
    choice: ({ member }) => (member === null || member === NO_MEMBER ? null : { members: { [dimension]: member } }),
  });
}

/** Name by which links reach it. */
export const carriersId = ({ id }: Metric): string => `${id}-carriers`;

/** "Time to approval: where the change came from, by region" */
export const carriersTitle = (page: Page, metric: Metric, { dimension }: Carriers): string =>
  page.titled(page.say(metric.label), page.words.carriersTitle(page.say(page.dimension(dimension).label)));

/** Which members carried the change to the page's slice, split into their own change and that of the mix; null where nothing splits. */
function carriersFigure(page: Page, id: string): FigureBody | null {
  const view = page.view(id);
  const { metric, carriers, standing } = view;
  if (!isSplitUp(page, view) || !carriers || !standing?.change) return null;
  const { dimension } = carriers;
  const title = carriersTitle(page, metric, carriers);
  const rows = carriers.contributions
    .map(({ member, rate, mix }) => ({
      ...{ member, rate, mix },
      name: page.member(dimension, member),
      isSelected: isKept(page, dimension, member),
    }))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  const [shown, whole] = [shownCarriers(page, dimension, rows), totalOf(page, rows)];
  return figureOf(page, view, {
    id: carriersId(metric),
    title,
    sentence: carriedSentence(page, metric, carriers),
    draw: (common) =>
      contributionChart(
        shown.map(({ name, ...row }) => ({ ...row, label: name })),
        { ...common, total: changeOf(whole), better: metric.better },
      ),
    isComparing: true,
    ...carrierRows(page, { metric, dimension, title, shown, listed: [...rows, whole] }),
    notes: namedNote(page, rows.length, null),
  });
}

/** Why a change is not split up; null where nothing is known of it. */
function whyNotSplitUp(page: Page, view: MetricView): string | null {
  const { selection } = page.words;
  const { standing } = view;
  if (standing?.point.isComplete === false) return selection.unfinished;
  if (standing && !standing.previous) return selection.nothingBefore;
  if (isSplitUp(page, view)) return selection.notSplitUp;
  const { reason, trend } = judged(page, view);
  return reason || trend ? selection.notOfPeriod : selection.notSignal;
}

export default defineFigure({
  takes: ["metric"],
  needs: ({ metric }) => [metric],
  make: (page, { metric }) => carriersFigure(page, metric),
  whyEmpty: (page, { metric }) => whyNotSplitUp(page, page.view(metric)),
});
