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

/** The step whose mean grew by the largest part, of those that are slower than usual; null where none is, or there is nothing before to compare with. */
export const slowedStep = (page: Page): SlowedStep | null =>
  STEPS.flatMap((step) => slowed(page, step)).sort((a, b) => b.to / b.from - a.to / a.from)[0] ?? null;
