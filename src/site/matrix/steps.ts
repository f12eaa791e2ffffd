import { comparedBy } from "../ask/asked.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { judged } from "../ask/verdicts.ts";

/** The steps of a request, in order: metrics whose means add up to that of the whole. */
export const STEPS = ["hours-to-assignment", "hours-to-response", "hours-to-resolution"] as const;

type Step = (typeof STEPS)[number];

/** A step that takes longer than before: mean working hours of a request. */
export interface SlowedStep {
  step: Step;
  view: MetricView;
  from: number;
  to: number;
}

/** Whether what is compared with is the same part of the company, earlier. */
const isEarlier = ({ slice, against }: MetricView) => against.period.end < slice.period.end;

/** A step that is slower than usual and than what it is compared with, at the precision at which that is shown. */
function slowed(page: Page, step: Step): SlowedStep[] {
  const view = page.view(step);
  const [from, to] = [view.standing?.previous?.value, view.standing?.point.value];
  if (from == null || to == null || !isEarlier(view) || comparedBy(view).length > 0) return [];
  const { unit } = view.metric;
  const isLonger = to > from && page.value(to, unit) !== page.value(from, unit);
  return isLonger && judged(page, view).direction === "worse" ? [{ step, view, from, to }] : [];
}

/** How long a request waits for its first response: mean working hours, as now and as compared with. */
export interface Wait {
  view: MetricView;
  now: number;
  /** Null without anything to compare with. */
  before: number | null;
  /** The step that is slower than usual and a part of the growth, or all of it; null where none is. */
  slowed: SlowedStep | null;
}

/** Two sums of the same hours may differ by so much. */
const ROUNDING = 1e-6;

/** The wait for a first response: for someone to take the request, and for them to answer; null where either is not known. */
export function waitOf(page: Page): Wait | null {
  const views = [page.view(STEPS[0]), page.view(STEPS[1])] as const;
  const sum = ([first, second]: readonly (number | null | undefined)[]) => (first == null || second == null ? null : first + second);
  const now = sum(views.map(({ standing }) => standing?.point.value));
  if (now === null) return null;
  const before = isEarlier(views[0]) ? sum(views.map(({ standing }) => standing?.previous?.value)) : null;
  const found = slowedStep(page);
  const growth = now - (before ?? now) + ROUNDING;
  const isPart = found !== null && found.step !== STEPS[2] && found.to - found.from <= growth;
  return { view: views[0], now, before, slowed: isPart ? found : null };
}

/** The step whose mean grew by the largest part, of those that are slower than usual; null where none is, or there is nothing before to compare with. */
export const slowedStep = (page: Page): SlowedStep | null =>
  STEPS.flatMap((step) => slowed(page, step)).sort((a, b) => b.to / b.from - a.to / a.from)[0] ?? null;
