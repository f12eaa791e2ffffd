import type { Row } from "../analysis/breakdown.ts";
import type { Change } from "../analysis/comparison.ts";
import { type Direction, meetsTarget } from "../analysis/direction.ts";
import type { Standing } from "../analysis/standing.ts";
import { turnedBound } from "../core/bound.ts";
import type { Metric } from "../cube/metric.ts";
import type { Carriers } from "./carriers.ts";
import type { MetricView } from "./metric-view.ts";
import type { Page } from "./page.ts";
import { nowName, thanName } from "./slice-names.ts";

/** What a change means at the precision at which it is shown: a change shown as 0 is none. */
export function shownDirection(page: Page, { unit }: Metric, { change, direction }: Standing): Direction {
  return !change || !direction || page.change(Math.abs(change.absolute), unit) === page.change(0, unit) ? "same" : direction;
}

/** Whether the period is beyond ordinary variation; where the change goes the other way than the level, that is said. */
export function judgement(page: Page, { metric, isCompared }: MetricView, standing: Standing): string {
  const { atBetterLevel, atWorseLevel, ordinary, signal } = page.words;
  const direction = shownDirection(page, metric, standing);
  if (standing.signalDirection === null) return ordinary;
  if (direction === standing.signalDirection || standing.signalDirection === "changed" || isCompared) return signal;
  return standing.signalDirection === "better" ? atBetterLevel : atWorseLevel;
}

/** The verb for a change of a metric: "shortened", "rose", and for gaps "narrowed". */
function movedWord(page: Page, metric: Metric, standing: Standing): string {
  const { sentence } = page.words;
  const { better, unit } = metric;
  const { change } = standing;
  const direction = shownDirection(page, metric, standing);
  if (!change || direction === "same") return sentence.same;
  if (better === "nearer-zero") return direction === "better" ? sentence.narrowed : sentence.widened;
  return change.absolute > 0 ? sentence.rose[unit] : sentence.fell[unit];
}

/** What the size of a change says of the true one: a fall of at most −2 is one of 2 or more. */
const amountBound = ({ absolute, bound }: Change) => (absolute < 0 ? turnedBound(bound) : bound);

/** "0.9 days less than the quarter before" */
export function differenceWords(page: Page, view: MetricView, standing: Standing): string {
  const { metric } = view;
  const { change } = standing;
  const { sentence } = page.words;
  const than = thanName(page, view);
  if (!change || shownDirection(page, metric, standing) === "same") return sentence.equal(than);
  const amount = page.change(Math.abs(change.absolute), metric.unit, { bound: amountBound(change) }).replace(/[+−-]/, "");
  return change.absolute > 0 ? sentence.more(amount, than) : sentence.less(amount, than);
}

/** "Time to approval shortened: 4.2 days, 0.9 days less than the quarter before, beyond ordinary variation." */
export function metricSentence(page: Page, view: MetricView): string {
  const { metric, standing, isJudged, isCompared } = view;
  const { words } = page;
  const label = page.say(metric.label);
  if (standing?.point.isHidden) return words.sentence.hidden(label);
  if (!standing || standing.point.value === null) return words.sentence.none(label);
  const value = page.shown(standing.point, metric.unit);
  if (!standing.point.isComplete && !(isCompared && standing.change)) return words.sentence.unfinished(label, value);
  const now = nowName(page, view);
  if (!standing.change && isCompared) {
    const than = thanName(page, view);
    const { previous } = standing;
    return previous?.value == null
      ? words.sentence.alone({ label, now, value, than })
      : words.sentence.unequal({ label, now, value, than, other: page.shown(previous, metric.unit) });
  }
  if (!standing.change) return words.sentence.first(label, value);
  const parts = {
    label,
    value,
    difference: differenceWords(page, view, standing),
    judgement: isJudged ? judgement(page, view, standing) : words.unknownVariation,
  };
  return isCompared
    ? words.sentence.compared({ ...parts, now })
    : words.sentence.change({ ...parts, moved: movedWord(page, metric, standing) });
}

/** How a metric stands against its target. */
export interface TargetStanding {
  /** "Target 3.5 days, target met" */
  words: string;
  isMissed: boolean;
}

const hasTargets = ({ site }: Page, { id }: Metric) => site.reference.targets.some((target) => target.metric === id);

/** Compares the value of the page's period with the target that holds for it. */
export function targetStanding(page: Page, { metric, standing, target }: MetricView): TargetStanding {
  const { words } = page;
  const [goal, value] = [standing ? target(standing.point.period) : null, standing?.point.value ?? null];
  if (goal === null || value === null) return { words: hasTargets(page, metric) ? words.noTargetNow : words.noTarget, isMissed: false };
  if (!standing?.point.isComplete) return { words: page.titled(words.target, page.value(goal, metric.unit)), isMissed: false };
  const isMissed = !meetsTarget(metric.better, value, goal);
  return { words: words.targetStanding(page.value(goal, metric.unit), isMissed ? words.targetMissed : words.targetMet), isMissed };
}

/** "not by region" where the metric keeps all members of a dimension that is filtered; else empty. */
export const lackingWords = (page: Page, { lacking }: MetricView): string =>
  lacking.length > 0 ? page.words.selection.notBy(page.listed(lacking.map((id) => page.say(page.dimension(id).label)))) : "";

/** The change from the same period a year ago, the target, and n. */
export function standingWords(page: Page, view: MetricView): string {
  const { metric, standing } = view;
  const change = standing?.changeFromYearAgo;
  const yearAgo = change ? [page.titled(page.words.fromYearAgo, page.change(change.absolute, metric.unit, { bound: change.bound }))] : [];
  return page.joined(...yearAgo, targetStanding(page, view).words, lackingWords(page, view));
}

/** Which member is highest and which is lowest; null where no member has a value, all have the same, or all but one are hidden. */
export function breakdownSentence(page: Page, metric: Metric, dimension: string, rows: readonly Row[]): string | null {
  const shown = rows.filter(({ now }) => now.value !== null).sort((a, b) => (b.now.value ?? 0) - (a.now.value ?? 0));
  const [high, low] = [shown[0], shown.at(-1)];
  if (!high || !low) return null;
  const label = page.say(page.dimension(dimension).label);
  const [name, value] = [(row: Row) => page.member(dimension, row.member), (row: Row) => page.shown(row.now, metric.unit)];
  const { sentence } = page.words;
  if (high !== low && value(high) === value(low)) return null;
  if (high === low && rows.some(({ now }) => now.isHidden)) return null;
  return high === low
    ? sentence.onlyOne(label, name(high), value(high))
    : sentence.highest(label, name(high), value(high), name(low), value(low));
}

/** "mostly West among region (+1.2 days)" */
export function carriedBy(page: Page, metric: Metric, { dimension, main }: Carriers): string {
  const label = page.say(page.dimension(dimension).label);
  return page.words.sentence.carried(page.member(dimension, main.member), page.change(main.rate + main.mix, metric.unit), label);
}

/** What the levels of some metrics are against ordinary variation; `unknown` are those without a value or with too short a history. */
export interface Tally {
  better: number;
  worse: number;
  steady: number;
  unknown: number;
}

/** Counts metrics by the level at which they stand; those of which neither way is better are not among them. */
export function tally(views: readonly MetricView[]): Tally {
  const judged = views.filter(({ metric }) => metric.better !== "neither");
  const levels = judged.map(({ standing, isJudged }) =>
    !standing?.point.isComplete || standing.point.value === null || !isJudged ? "unknown" : (standing.signalDirection ?? "same"),
  );
  const count = (level: (typeof levels)[number]) => levels.filter((each) => each === level).length;
  return { better: count("better"), worse: count("worse"), steady: count("same"), unknown: count("unknown") };
}
