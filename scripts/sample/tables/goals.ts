import type { RowOf } from "../../../src/core/contract.ts";
import { DAY_MS } from "../../../src/core/days.ts";
import type goals from "../../../src/tables/goals.ts";
import { LAST_DAY } from "../calendar.ts";
import { GOALS, type GoalPlan } from "../goal-catalogue.ts";
import { type Company, type Making, makingOf } from "../making.ts";
import { blend } from "../stories.ts";

export type Goal = RowOf<typeof goals>;

/** The quarters of the sample; the last one is not over. */
const QUARTERS = Array.from({ length: 13 }, (_, index) => ({
  quarter: `${2023 + Math.floor((index + 3) / 4)}Q${((index + 3) % 4) + 1}`,
  lastDay: Date.UTC(2023, 12 + index * 3, 0) / DAY_MS,
  progress: index / 12,
}));

type Quarter = (typeof QUARTERS)[number];

const idOf = (quarter: string, number: number) => `G-${quarter}-${String(number).padStart(2, "0")}`;

/** As precise as a target is usually written. */
const rounded = (value: number) =>
  value < 1 ? Math.round(value * 100) / 100 : value < 10 ? Math.round(value * 10) / 10 : Math.round(value);

/** Shares stay below 1; where lower is better, a goal is reached by less. */
function actualOf(
  { random, stories }: Making,
  { reached, better, slips, to }: GoalPlan,
  { target, lastDay }: { target: number; lastDay: number },
): number {
  const slip = slips ? 1 - 0.36 * stories.supportSlip(lastDay - 30) : 1;
  const share = reached * slip * random.lognormal(1, to <= 1 ? 0.035 : 0.07);
  const value = rounded(better === "lower" ? target / share : target * share);
  return to <= 1 ? Math.min(0.99, value) : value;
}

/** A plan with its number among those of a quarter. */
interface Numbered {
  plan: GoalPlan;
  number: number;
}

function goalOf(making: Making, { plan, number }: Numbered, { quarter, lastDay, progress }: Quarter): Goal {
  const { ambition, quarterOfOrphans } = making.stories;
  const target = rounded(blend(plan.from, plan.to, ambition(progress)));
  const isOrphan = plan.isOrphaned === true && quarter === quarterOfOrphans;
  const links = isOrphan ? [] : plan.links.map((link) => idOf(quarter, link));
  const actual = actualOf(making, plan, { target, lastDay });
  return {
    goal_id: idOf(quarter, number),
    period: quarter,
    level: plan.level,
    department: plan.department,
    role: plan.role,
    parent_goal_id: plan.parent === null || isOrphan ? null : idOf(quarter, plan.parent),
    linked_goal_ids: links.length > 0 ? links.join(";") : null,
    measure: plan.measure,
    measure_en: plan.measure_en,
    target,
    actual: lastDay <= LAST_DAY ? actual : null,
    better: plan.better,
  };
}

/** The goals of every quarter since the first of the sample. */
export function makeGoals(company: Company): Goal[] {
  const making = makingOf(company, "goals");
  return QUARTERS.flatMap((quarter) => GOALS.map((plan, index) => goalOf(making, { plan, number: index + 1 }, quarter)));
}
