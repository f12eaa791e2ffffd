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
import { type FigureBody, figureOf, type Mark } from "./figure.ts";
import { isKept, namedNote, othersOf, type ShownMember } from "./shown-members.ts";

/** What a member, or all those that are not named, added to a change. */
interface Carrier extends Pick<ShownMember, "name" | "member" | "isSelected"> {
  rate: number;
  mix: number;
}

const sizeOf = ({ rate, mix }: Carrier) => Math.abs(rate + mix);
const sumOf = (rows: readonly Carrier[], part: "rate" | "mix") => rows.reduce((sum, row) => sum + row[part], 0);

/** The carriers that a drawing names: where there are many the largest and those chosen, and the others as one. */
function shownCarriers(page: Page, dimension: string, rows: readonly (Carrier & { member: string })[]): Carrier[] {
  const { named, others } = partLargest(rows, { sizeOf, isChosen: ({ isSelected }) => isSelected === true });
  if (others.length === 0) return named;
  const members = others.map(({ member }) => member);
  return [...named, { ...othersOf(page, dimension, members), rate: sumOf(others, "rate"), mix: sumOf(others, "mix") }];
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
  const { words } = page;
  const { dimension } = carriers;
  const label = page.say(page.dimension(dimension).label);
  const title = carriersTitle(page, metric, carriers);
  const rows = carriers.contributions
    .map(({ member, rate, mix }) => ({
      ...{ member, rate, mix },
      name: page.member(dimension, member),
      isSelected: isKept(page, dimension, member),
    }))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  const shown = shownCarriers(page, dimension, rows);
  const total = rows.reduce((all, { rate, mix }) => all + rate + mix, 0);
  const changed = (value: number) => changeCell(page, { absolute: value, bound: "exact" }, metric.unit);
  const sum = (part: "rate" | "mix") => sumOf(rows, part);
  const markOf = ({ member, name, rate, mix }: Carrier): Mark => ({
    name,
    lines: [
      page.change(rate + mix, metric.unit),
      page.titled(words.rateEffect, page.change(rate, metric.unit)),
      page.titled(words.mixEffect, page.change(mix, metric.unit)),
    ],
    choice: member === null || member === NO_MEMBER ? null : { members: { [dimension]: member } },
  });
  return figureOf(page, view, {
    id: carriersId(metric),
    title,
    sentence: carriedSentence(page, metric, carriers),
    draw: (told) =>
      contributionChart(
        shown.map(({ name, ...row }) => ({ ...row, label: name })),
        { ...told, total, better: metric.better },
      ),
    isComparing: true,
    marks: () => shown.map(markOf),
    table: () => ({
      caption: title,
      head: [label, numeral(words.rateEffect), numeral(words.mixEffect), numeral(words.total)],
      rows: [
        ...rows.map((row) => [sorted(row.name, row.member), changed(row.rate), changed(row.mix), changed(row.rate + row.mix)]),
        [words.total, changed(sum("rate")), changed(sum("mix")), changed(total)],
      ],
    }),
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
