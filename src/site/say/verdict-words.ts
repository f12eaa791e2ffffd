import { isOfStock } from "../../analysis/series.ts";
import type { Judged } from "../../analysis/trial.ts";
import { isSamePeriod, lengthOf, type Period, periodSpanning } from "../../core/periods.ts";
import type { Metric } from "../../cube/metric.ts";
import type { Per, VerdictParts } from "../../i18n/zh/verdicts.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { judged } from "../ask/verdicts.ts";

/** What a verdict is about: a metric, or a member of it, in what was asked. */
type About = Pick<MetricView, "metric" | "slice" | "isCompared">;

/** The steps in which a metric is judged. */
const stepOf = ({ metric }: About) => metric.finest ?? "month";

/** Whether a stretch of time is a single step. */
const isOne = (about: About, span: Period) => lengthOf(span) <= (stepOf(about) === "quarter" ? 3 : 1);

const named = (page: Page, { start, end }: Period) => page.periodName(periodSpanning(start, end, page.fiscalStart));

/** Sums are said of a month or quarter; what is there at the end of one is not. */
const perOf = (page: Page, about: About): Per =>
  about.metric.value.isSum && !isOfStock(page.site.cubes, about.metric) ? stepOf(about) : "";

/** Numbers below this are mostly no whole ones as the mean of some months: .75 is neither 0 nor 1. */
const SMALL = 10;

const meanOf = (page: Page, { unit }: Metric, value: number): string =>
  page.value(value, unit, unit === "count" && Math.abs(value) < SMALL && !Number.isInteger(value) ? { digits: 1 } : {});

/** What is said of a verdict that has a reason. */
function partsOf(page: Page, about: About, { reason, span, state }: Judged): VerdictParts | null {
  if (!reason || !span) return null;
  const value = (of: number) => meanOf(page, about.metric, of);
  const time = state === "new-level" ? { ...span, end: span.start } : span;
  const per = perOf(page, about);
  const valuePer: Per = isOne(about, span) ? "" : per;
  return {
    time: named(page, time),
    value: value(reason.to),
    usual: value(reason.from),
    isMore: reason.to > reason.from,
    ...{ per, valuePer },
  };
}

/** Whether the reason is about the period that the page shows, so that its value stands there already. */
const isOfPeriod = ({ slice: { period } }: About, { span }: Judged) => span !== null && isSamePeriod(span, period);

function comparedClause({ verdicts }: Page["words"], { state, direction }: Judged): string {
  if (state === "too-few") return verdicts.tooShort;
  return direction === null ? verdicts.alike : verdicts.differs;
}

/** The clause that gives a verdict with its reason: "below its usual 82.1%". */
function clauseOf(page: Page, about: About, verdict: Judged): string {
  const { verdicts } = page.words;
  if (about.isCompared) return comparedClause(page.words, verdict);
  const parts = partsOf(page, about, verdict);
  if (verdict.state === "usual" || !parts) return unsignalled(page, about, verdict);
  if (verdict.state === "back") return verdicts.back(parts);
  return verdict.state === "special" && isOfPeriod(about, verdict) ? verdicts.special(parts) : signalClause(page, about, verdict);
}

/** The same of a signal where its value does not stand beside it: "Sep 2026, at 60.0%, is below the usual 90.5%". */
export function signalClause(page: Page, about: About, verdict: Judged): string {
  const { newLevel, specialIn } = page.words.verdicts;
  const parts = partsOf(page, about, verdict);
  if (!parts) return "";
  return verdict.state === "new-level" ? newLevel(parts) : specialIn(parts);
}

/** Why points stand out in a drawing, and by which rule: "Jul–Sep 2026, at 60.0%, is below the usual 90.5%; rule: …". */
export function signalReason(page: Page, about: About, verdict: Judged): string {
  const { rules } = page.words.verdicts;
  if (about.isCompared) return comparedClause(page.words, verdict);
  const step = stepOf(about) === "quarter" ? "quarter" : "month";
  const steps = verdict.span ? lengthOf(verdict.span) / (step === "quarter" ? 3 : 1) : 0;
  return page.joined(signalClause(page, about, verdict), verdict.state === "new-level" ? rules.newLevel : rules.window(steps, step));
}

function unsignalled(page: Page, about: About, { state, trend, visible, since }: Judged): string {
  const { verdicts } = page.words;
  if (trend) {
    const value = (of: number) => meanOf(page, about.metric, of);
    return verdicts.trend({ value: value(trend.to), usual: value(trend.from), isMore: trend.to > trend.from, per: perOf(page, about) });
  }
  if (state === "usual") return verdicts.usual(since && named(page, since));
  if (visible === 0) return verdicts.tooConstant;
  return visible === null ? verdicts.tooShort : verdicts.tooFew;
}

/** The mark of a verdict, which says its state and whether it is for the better. */
export function verdictMark({ words: { verdicts } }: Page, { state, direction }: Judged): string {
  const mark = verdicts.marks[state];
  return typeof mark === "string" ? mark : mark[direction ?? "same"];
}

/** "▲ Special this period, better", "○ slowly up over two years": the mark and the state, for tables; "–" where there is nothing to judge. */
export function nameOf(page: Page, about: About, verdict: Judged | null): string {
  const { verdicts, missing } = page.words;
  if (!verdict) return missing;
  const { state, direction, trend } = verdict;
  const name = about.isCompared || (trend && !direction) ? clauseOf(page, about, verdict) : verdicts.names[state];
  return `${verdictMark(page, verdict)} ${page.clauses(name, direction ? verdicts.directions[direction] : "")}`;
}

/** The state of a verdict that shows no change in the period, in a word or two; null of all others. */
function shortName({ words: { verdicts } }: Page, { isCompared }: About, { state, trend }: Judged): string | null {
  if (isCompared || (state !== "usual" && state !== "too-few")) return null;
  return trend ? verdicts.slow(trend.to > trend.from) : verdicts.names[state];
}

/** "▼ Special this period, worse", "○ Slowly up": the mark and the state, whose reason stands elsewhere. */
export function stateName(page: Page, about: About, verdict: Judged): string {
  const { names, directions } = page.words.verdicts;
  const name = shortName(page, about, verdict) ?? (about.isCompared ? clauseOf(page, about, verdict) : names[verdict.state]);
  return `${verdictMark(page, verdict)} ${page.clauses(name, verdict.direction ? directions[verdict.direction] : "")}`;
}

/** "▼ below its usual 82.1%", "○ Usual": the mark and the reason, or the state where it shows no change, for what stands beside a value. */
export const lineOf = (page: Page, about: About, verdict: Judged): string =>
  `${verdictMark(page, verdict)} ${shortName(page, about, verdict) ?? clauseOf(page, about, verdict)}`;

const verdictOf = (page: Page, view: MetricView): Judged | null => view.trial && judged(page, view);

/** The clause that gives the verdict of a metric with its reason; empty where there is nothing to judge. */
export function verdictClause(page: Page, view: MetricView): string {
  const verdict = verdictOf(page, view);
  return verdict ? clauseOf(page, view, verdict) : "";
}

/** The mark and the state of a metric's verdict, for tables. */
export const verdictName = (page: Page, view: MetricView): string => nameOf(page, view, verdictOf(page, view));
