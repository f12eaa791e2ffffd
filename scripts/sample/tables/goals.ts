import type { RowOf } from "../../../src/core/contract.ts";
import type goals from "../../../src/tables/goals.ts";
import { LAST_DAY } from "../calendar.ts";
import { GOALS, type GoalPlan } from "../goal-catalogue.ts";
import { type Random, randomStream } from "../random.ts";
import { blend, QUARTER_OF_ORPHANS, supportSlip } from "../stories.ts";

export type Goal = RowOf<typeof goals>;

/** The quarters of the sample; the last one is not over. */
const QUARTERS = Array.from({ length: 13 }, (_, index) => ({
  quarter: `${2023 + Math.floor((index + 3) / 4)}Q${((index + 3) % 4) + 1}`,
  lastDay: Date.UTC(2023, 12 + index * 3, 0) / 86_400_000,
  progress: index / 12,
}));

type Quarter = (typeof QUARTERS)[number];

const idOf = (quarter: string, number: number) => `G-${quarter}-${String(number).padStart(2, "0")}`;

/** As precise as a target is usually written. */
const rounded = (value: number) =>
  value < 1 ? Math.round(value * 100) / 100 : value < 10 ? Math.round(value * 10) / 10 : Math.round(value);

/** Shares stay below 1; where lower is better, a goal is reached by less. */
function actualOf(random: Random, { reached, better, slips, to }: GoalPlan, target: number, lastDay: number): number {
  const slip = slips ? 1 - 0.36 * supportSlip(lastDay - 30) : 1;
  const share = reached * slip * random.lognormal(1, to <= 1 ? 0.035 : 0.07);
  const value = rounded(better === "lower" ? target / share : target * share);
  return to <= 1 ? Math.min(0.99, value) : value;
}

function goalOf(random: Random, plan: GoalPlan, number: number, { quarter, lastDay, progress }: Quarter): Goal {
  const target = rounded(blend(plan.from, plan.to, progress));
  const isOrphan = plan.isOrphaned === true && quarter === QUARTER_OF_ORPHANS;
  const links = isOrphan ? [] : plan.links.map((link) => idOf(quarter, link));
  const actual = actualOf(random, plan, target, lastDay);
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
export function makeGoals(): Goal[] {
  const random = randomStream("goals");
  return QUARTERS.flatMap((quarter) => GOALS.map((plan, index) => goalOf(random, plan, index + 1, quarter)));
}
