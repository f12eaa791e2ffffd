import { isSamePeriod, isWithin, lengthOf, type Period, parsePeriod } from "../../core/periods.ts";
import type { Reference } from "../../data/reference.ts";
import type { Page } from "../ask/page.ts";

export type Goal = Reference["goals"][number];

/** Says how many goals of roles are hidden in periods, by default of every department; empty for none. */
export function hiddenGoalsNote({ site, fiscalStart, words }: Page, periods: readonly Period[], department?: string): string {
  const isAsked = (id: string) => periods.some((period) => isSamePeriod(period, parsePeriod(id, fiscalStart)));
  const hidden = site.reference.hiddenGoals.filter((each) => isAsked(each.period) && (department ?? each.department) === each.department);
  const count = hidden.reduce((sum, { goals }) => sum + goals, 0);
  return count > 0 ? words.goals.hidden(count, site.config.minimum_role_holders) : "";
}

/** The goals of one period. */
export interface PeriodGoals {
  period: Period;
  goals: Goal[];
}

const byLength = (a: PeriodGoals, b: PeriodGoals) => lengthOf(a.period) - lengthOf(b.period);
const hasResult = ({ goals }: PeriodGoals) => goals.some(({ actual }) => actual !== null);
const byResult = (a: PeriodGoals, b: PeriodGoals) => Number(hasResult(a)) - Number(hasResult(b));
const byEnd = (a: PeriodGoals, b: PeriodGoals) => a.period.end - b.period.end;

/**
 * The goals that concern the page's period, the nearest first: those of periods around it, from the shortest; those of periods in it, from
 * the longest, with a result before without, and from the latest. Without either, those of the latest period that ended before the page's does.
 */
export function goalsOf({ site, period: asked, fiscalStart }: Page): PeriodGoals[] {
  const all = [...Map.groupBy(site.reference.goals, ({ period }) => period)].map(([id, goals]) => ({
    period: parsePeriod(id, fiscalStart),
    goals,
  }));
  const around = all.filter(({ period }) => isWithin(asked, period)).sort(byLength);
  const within = all.filter((each) => isWithin(each.period, asked) && !around.includes(each));
  const latest = all.filter(({ period }) => period.end <= asked.end).sort((a, b) => byEnd(b, a) || byLength(b, a));
  const found = [...around, ...within.sort((a, b) => byLength(b, a) || byResult(b, a) || byEnd(b, a))];
  return found.length > 0 ? found : latest.slice(0, 1);
}
