import type { Judged } from "../analysis/trial.ts";
import { isSamePeriod, lengthOf, type Period, periodSpanning } from "../core/periods.ts";
import type { Per, VerdictParts } from "../i18n/zh/verdicts.ts";
import type { MetricView } from "./metric-view.ts";
import type { Page } from "./page.ts";
import { judged } from "./verdicts.ts";

/** The steps in which a metric is judged. */
const stepOf = ({ metric }: MetricView) => metric.finest ?? "month";

/** Whether a stretch of time is a single step. */
const isOne = (view: MetricView, span: Period) => lengthOf(span) <= (stepOf(view) === "quarter" ? 3 : 1);

const named = (page: Page, { start, end }: Period) => page.periodName(periodSpanning(start, end, page.fiscalStart));

/** What is said of a verdict that has a reason. */
function partsOf(page: Page, view: MetricView, { reason, span, state }: Judged): VerdictParts | null {
  if (!reason || !span) return null;
  const value = (of: number) => page.value(of, view.metric.unit);
  const time = state === "new-level" ? { ...span, end: span.start } : span;
  const per: Per = view.metric.value.isSum ? stepOf(view) : "";
  const valuePer: Per = isOne(view, span) ? "" : per;
  return {
    time: named(page, time),
    value: value(reason.to),
    usual: value(reason.from),
    isMore: reason.to > reason.from,
    ...{ per, valuePer },
  };
}

/** Whether the reason is about the period that the page tells, so that its value stands there already. */
const isOfPeriod = ({ slice: { period } }: MetricView, { span }: Judged) => span !== null && isSamePeriod(span, period);

function comparedClause({ verdicts }: Page["words"], { state, direction }: Judged): string {
  if (state === "too-few") return verdicts.tooShort;
  return direction === null ? verdicts.alike : verdicts.differs;
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

function unsignalled(page: Page, view: MetricView, { state, trend, visible, since }: Judged): string {
  const { verdicts } = page.words;
  if (trend) {
    const value = (of: number) => page.value(of, view.metric.unit);
    return verdicts.trend({ value: value(trend.to), usual: value(trend.from), isMore: trend.to > trend.from });
  }
  if (state === "usual") return verdicts.usual(since && named(page, since));
  return visible === null ? verdicts.tooShort : verdicts.tooFew;
}

/** The mark of a verdict, which says its state and whether it is for the better. */
export function verdictMark({ words: { verdicts } }: Page, { state, direction }: Judged): string {
  const mark = verdicts.marks[state];
  return typeof mark === "string" ? mark : mark[direction ?? "same"];
}

/** "▲ Special this period, better", "○ slowly up over two years"; the mark and the state for tables. */
export function verdictName(page: Page, view: MetricView): string {
  const { verdicts, missing } = page.words;
  const verdict = judged(page, view);
  const { state, direction, trend } = verdict;
  if (!view.trial) return missing;
  const name = view.isCompared || (trend && !direction) ? verdictClause(page, view) : verdicts.names[state];
  return `${verdictMark(page, verdict)} ${page.clauses(name, direction ? verdicts.directions[direction] : "")}`;
}
