import type { Change } from "../../analysis/comparison.ts";
import { type Direction, meetsTarget } from "../../analysis/direction.ts";
import type { Standing } from "../../analysis/standing.ts";
import { turnedBound } from "../../core/bound.ts";
import type { Unit } from "../../core/units.ts";
import type { Metric } from "../../cube/metric.ts";
import type { Measure } from "../../i18n/zh/sentences.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { judged } from "../ask/verdicts.ts";
import { nowName, thanName } from "./slice-names.ts";
import { verdictClause } from "./verdict-words.ts";

/** What a change means at the precision at which it is shown: a change shown as 0 is none. */
function shownDirection(page: Page, { unit }: Metric, { change, direction }: Standing): Direction {
  return !change || !direction || page.change(Math.abs(change.absolute), unit) === page.change(0, unit) ? "same" : direction;
}

const TIMES: readonly Unit[] = ["days", "hours", "working_days", "working_hours"];

/** How a change of a metric is called; times and money are amounts where they are summed up. */
export function measureOf({ unit, value: { isSum } }: Metric): Measure {
  if (unit === "count") return "count";
  if (TIMES.includes(unit)) return isSum ? "amount" : "duration";
  return unit === "cny" && isSum ? "amount" : "level";
}

/** What the size of a change says of the true one: a fall of at most −2 is one of 2 or more. */
const amountBound = ({ absolute, bound }: Change) => (absolute < 0 ? turnedBound(bound) : bound);

/** "0.9 days shorter than the previous quarter" */
function differenceWords(page: Page, view: MetricView, standing: Standing): string {
  const { unit } = view.metric;
  const { change } = standing;
  const { sentences } = page.words;
  const than = thanName(page, view);
  if (!change || shownDirection(page, view.metric, standing) === "same") return sentences.equal(than);
  const amount = page.change(Math.abs(change.absolute), unit, { bound: amountBound(change), isSpelt: true }).replace(/[+−-]/, "");
  return sentences.difference({ amount, than, measure: measureOf(view.metric), isMore: change.absolute > 0 });
}

/** How the value of the page's period came about, and whether it stands out from chance. */
function changeSentence(page: Page, view: MetricView, standing: Standing, label: string): string {
  const { metric } = view;
  const { sentences } = page.words;
  const { point, previous, change } = standing;
  const direction = shownDirection(page, metric, standing);
  const parts = {
    label,
    value: page.shown(point, metric.unit),
    verdict: verdictClause(page, view),
    difference: differenceWords(page, view, standing),
  };
  if (!change || direction === "same") return sentences.unmoved(parts);
  if (metric.better === "nearer-zero")
    return sentences.gapMoved({
      ...parts,
      before: page.shown(previous, metric.unit),
      than: thanName(page, view),
      isWider: direction === "worse",
    });
  return sentences.moved({ ...parts, measure: measureOf(metric), isMore: change.absolute > 0 });
}

/** "Time to approval fell to 4.2 days, 0.9 days shorter than the previous quarter, within its usual range." */
export function metricSentence(page: Page, view: MetricView, label = page.say(view.metric.label)): string {
  const { metric, standing, isCompared } = view;
  const { sentences } = page.words;
  if (standing?.point.isHidden) return sentences.hidden(label);
  if (!standing || standing.point.value === null) return sentences.none(label);
  const value = page.shown(standing.point, metric.unit);
  if (!standing.point.isComplete && !(isCompared && standing.change)) return sentences.unfinished(label, value);
  if (!isCompared) return standing.change ? changeSentence(page, view, standing, label) : sentences.first(label, value);
  const [now, than] = [nowName(page, view), thanName(page, view)];
  const { previous } = standing;
  if (standing.change) {
    const verdict = shownDirection(page, metric, standing) === "same" ? "" : verdictClause(page, view);
    return sentences.compared({ label, now, value, difference: differenceWords(page, view, standing), verdict });
  }
  return previous?.value == null
    ? sentences.alone({ label, now, value, than })
    : sentences.unequal({ label, now, value, than, other: page.shown(previous, metric.unit) });
}

/** How a metric stands against its target. */
export interface TargetStanding {
  /** "Target 3.5 days, target met" */
  words: string;
  /** Null where none holds for what is shown. */
  goal: number | null;
  /** Null where it cannot be said: without a goal, and before the period is over. */
  isMissed: boolean | null;
}

const hasTargets = ({ site }: Page, { id }: Metric) => site.reference.targets.some((target) => target.metric === id);

/** Compares the value of the page's period with the target that holds for it. */
export function targetStanding(page: Page, { metric, standing, target }: MetricView): TargetStanding {
  const { words } = page;
  const [goal, value] = [standing ? target(standing.point.period) : null, standing?.point.value ?? null];
  if (goal === null || value === null)
    return { words: hasTargets(page, metric) ? words.noTargetNow : words.noTarget, goal: null, isMissed: null };
  if (!standing?.point.isComplete) return { words: page.titled(words.target, page.value(goal, metric.unit)), goal, isMissed: null };
  const isMissed = !meetsTarget(metric.better, value, goal);
  return { words: words.targetStanding(page.value(goal, metric.unit), isMissed ? words.targetMissed : words.targetMet), goal, isMissed };
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

/** How many metrics stand out for the better and for the worse; `unknown` are those that cannot be judged. */
export interface Tally {
  better: number;
  worse: number;
  slow: number;
  steady: number;
  unknown: number;
}

/** Counts metrics by their verdicts; those for which neither way is better are not among them. */
export function tally(page: Page, views: readonly MetricView[]): Tally {
  const kinds = views
    .filter(({ metric }) => metric.better !== "neither")
    .map((view): keyof Tally => {
      const { state, direction, trend } = judged(page, view);
      if (direction === "better" || direction === "worse") return direction;
      if (trend) return "slow";
      return !view.trial || state === "too-few" ? "unknown" : "steady";
    });
  const count = (kind: keyof Tally) => kinds.filter((each) => each === kind).length;
  return { better: count("better"), worse: count("worse"), slow: count("slow"), steady: count("steady"), unknown: count("unknown") };
}

/** Whether the change of a metric is split up by who carried it: it is no chance, and went the way that the verdict says. */
export function isSplitUp(page: Page, view: MetricView): boolean {
  const { direction } = judged(page, view);
  const { standing, metric } = view;
  return direction !== null && standing !== null && shownDirection(page, metric, standing) === direction;
}
