import { type StepRow, stepsChart } from "../../charts/steps.ts";
import type { Fraction } from "../../cube/parts.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { isKept } from "./shown-members.ts";
import { stepRows } from "./step-rows.ts";

const KEPT = "promises_kept";
/** The metric that counts all the deals of which the last step counts some. */
const LOST = "deals-lost-to-delay";
const NOTHING: Fraction = { amount: 0, weight: 0 };

/** Of the deals with requests: by whether their promises were kept, how many a rate counts and out of how many. */
const fractionsOf = (view: MetricView) => {
  const { rows } = view.breakdown(KEPT);
  const all = rows.map(({ now }) => now.fraction ?? NOTHING);
  return {
    deals: all.reduce((sum, { weight }) => sum + weight, 0),
    of: (member: string) => rows.find((row) => row.member === member)?.now.fraction ?? NOTHING,
  };
};

/** From closed deals with requests to those lost to late collaboration, each step out of the one before. */
function linksOf(page: Page, won: MetricView, late: MetricView): StepRow[] {
  const { requested, missed, lost, late: lostLate } = page.words.handoffs.chainSteps;
  const wins = fractionsOf(won);
  const unkept = wins.of("missed");
  const counts: [string, number][] = [
    [requested, wins.deals],
    [missed, unkept.weight],
    [lost, unkept.weight - unkept.amount],
    [lostLate, fractionsOf(late).of("missed").amount],
  ];
  const isMissedKept = isKept(page, KEPT, "missed");
  return counts.map(([label, count], i) => {
    const before = counts[i - 1]?.[1] ?? 0;
    return { label, count, share: before > 0 ? count / before : null, isSelected: i === 0 ? undefined : isMissedKept };
  });
}

function chainSentence(page: Page, won: MetricView): string {
  const { handoffs } = page.words;
  const { of } = fractionsOf(won);
  const [kept, missed] = [of("kept"), of("missed")];
  const rate = ({ amount, weight }: Fraction) => page.value(amount / weight, "share");
  return kept.weight > 0 && missed.weight > 0
    ? handoffs.chainSentence(rate(kept), rate(missed))
    : handoffs.chainOne(page.count(missed.weight));
}

/** The chain from a request over a missed promise to a lost deal, in the page's slice; null without closed deals with requests. */
function chainFigure(page: Page): FigureBody | null {
  const [won, late] = [page.view("win-rate-with-requests"), page.view("delay-loss-rate-with-requests")];
  const links = won.isAvailable && late.isAvailable ? linksOf(page, won, late) : [];
  const deals = links[0]?.count ?? 0;
  if (deals === 0) return null;
  const { chain: title, chainNote, chainDiffers, shareOfStep } = page.words.handoffs;
  const lost = page.site.metrics.find(({ id }) => id === LOST);
  return figureOf(page, won, {
    id: "delay-chain",
    title,
    sentence: chainSentence(page, won),
    draw: (common) => stepsChart(links, { ...common, shareLabel: shareOfStep }),
    ...stepRows(page, won, {
      ...{ title, shareLabel: shareOfStep, steps: links },
      name: ({ label }) => label,
      choice: (link) => (link === links[0] ? null : { members: { [KEPT]: "missed" } }),
    }),
    n: deals,
    notes: [chainNote, ...(lost ? [chainDiffers(page.say(lost.label))] : [])],
  });
}

export default defineFigure({
  needs: ["win-rate-with-requests", "delay-loss-rate-with-requests"],
  make: chainFigure,
});
