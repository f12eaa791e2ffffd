import type { Judged } from "../analysis/trial.ts";
import { isSamePeriod, type Period, periodSpanning } from "../core/periods.ts";
import type { MetricView } from "./metric-view.ts";
import type { Page } from "./page.ts";
import { judged } from "./verdicts.ts";

/** The values of sums are told of a month, or of a quarter where they are told no finer. */
const perOf = ({ metric }: MetricView) => (metric.value.isSum ? (metric.finest ?? "month") : "");

const named = (page: Page, { start, end }: Period) => page.periodName(periodSpanning(start, end, page.fiscalStart));

/** What is said of a verdict that has a reason. */
function partsOf(page: Page, view: MetricView, { reason, span, state }: Judged) {
  if (!reason || !span) return null;
  const value = (of: number) => page.value(of, view.metric.unit);
  const time = state === "new-level" ? { ...span, end: span.start } : span;
  return {
    time: named(page, time),
    value: value(reason.to),
    usual: value(reason.from),
    isMore: reason.to > reason.from,
    per: perOf(view),
  } as const;
}

/** Whether the reason is about the period that the page tells, so that its value stands there already. */
const isOfPeriod = ({ slice: { period } }: MetricView, { span }: Judged) => span !== null && isSamePeriod(span, period);

function comparedClause({ verdicts }: Page["words"], { state, direction }: Judged): string {
  return direction === null ? (state === "too-few" ? verdicts.tooFew : verdicts.alike) : verdicts.differs;
}

/** The clause that tells the verdict with its reason: "below its usual 82.1%"; empty where there is nothing to judge. */
export function verdictClause(page: Page, view: MetricView): string {
  const { verdicts } = page.words;
  const verdict = judged(page, view);
  if (!view.trial) return "";
  if (view.isCompared) return comparedClause(page.words, verdict);
  const parts = partsOf(page, view, verdict);
  if (verdict.state === "usual" || !parts) return unsignalled(page, view, verdict);
  if (verdict.state === "special") return isOfPeriod(view, verdict) ? verdicts.special(parts) : verdicts.specialIn(parts);
  return verdict.state === "new-level" ? verdicts.newLevel(parts) : verdicts.back(parts);
}

function unsignalled(page: Page, view: MetricView, { state, trend, visible }: Judged): string {
  const { verdicts } = page.words;
  if (trend) {
    const value = (of: number) => page.value(of, view.metric.unit);
    return verdicts.trend({ value: value(trend.to), usual: value(trend.from), isMore: trend.to > trend.from });
  }
  if (state === "usual") return verdicts.usual;
  return visible === null ? verdicts.tooShort : verdicts.tooFew;
}

/** The mark of a verdict, which says its state and whether it is for the better; empty where there is nothing to judge. */
export function verdictMark({ words: { verdicts } }: Page, { state, direction }: Judged): string {
  const mark = verdicts.marks[state];
  return typeof mark === "string" ? mark : mark[direction ?? "same"];
}

/** "▲ Special this period, better"; the mark and the state for tables. */
export function verdictName(page: Page, view: MetricView): string {
  const { verdicts, missing } = page.words;
  const verdict = judged(page, view);
  if (!view.trial) return missing;
  return `${verdictMark(page, verdict)} ${page.clauses(verdicts.names[verdict.state], verdict.direction ? verdicts.directions[verdict.direction] : "")}`;
}
