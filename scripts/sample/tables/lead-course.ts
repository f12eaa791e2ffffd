import type { RowOf } from "../../../src/core/contract.ts";
import type leads from "../../../src/tables/leads.ts";
import { type Day, dayOfMoment, type Moment, officeHour } from "../calendar.ts";
import type { Region } from "../company.ts";
import type { Random } from "../random.ts";
import { afterWork, MINUTES_A_DAY, nextWorked } from "../working-time.ts";
import type { Deal } from "./deals.ts";

type Lead = RowOf<typeof leads>;
export type Course = Pick<
  Lead,
  "mql_on" | "assigned_at" | "followed_up_at" | "feedback_on" | "sql_on" | "closed_on" | "outcome" | "return_reason" | "deal_id"
>;

export interface Prospective {
  createdOn: Day;
  region: Region;
  /** How many of the four criteria it meets. */
  criteria: number;
  isSpringWebinar: boolean;
}

/** Finds a deal of a region that was opened within some weeks of a day and belongs to no lead yet. */
export type DealFinder = (region: Region, from: Day, outcome: Deal["outcome"]) => Deal | undefined;

const NOTHING_YET: Course = {
  mql_on: null,
  assigned_at: null,
  followed_up_at: null,
  feedback_on: null,
  sql_on: null,
  closed_on: null,
  outcome: null,
  return_reason: null,
  deal_id: null,
};

/** By the number of criteria that are met. */
const QUALIFIED = [0.05, 0.2, 0.72, 0.93, 0.98];
const RETURNED = [0.5, 0.38, 0.24, 0.14, 0.08];
const LOST_EARLY = [0.3, 0.26, 0.2, 0.14, 0.08];
const WON = [0.08, 0.14, 0.23, 0.33, 0.46];

const at = (shares: readonly number[], criteria: number) => shares[criteria] as number;
const someDays = (random: Random, median: number, sigma = 0.6) => Math.ceil(random.lognormal(median, sigma));

const RETURN_REASONS = { no_need: 0.26, no_budget: 0.24, unreachable: 0.24, wrong_contact: 0.15, duplicate: 0.11 };
const WEBINAR_REASONS = { no_need: 0.52, wrong_contact: 0.34, unreachable: 0.07, no_budget: 0.04, duplicate: 0.03 };

/** When sales first calls: within a working day in nine of ten cases. */
const followUpAfter = (random: Random, assigned: Moment) => afterWork(assigned, random.lognormal(0.38 * MINUTES_A_DAY, 0.75));

/** What becomes of a lead that sales accepts; where there is a fitting deal it becomes that one. */
function sqlCourse(random: Random, { region, criteria }: Prospective, sql_on: Day, find: DealFinder) {
  const outcome = random.chance(at(WON, criteria)) ? ("won" as const) : ("lost" as const);
  const deal = find(region, sql_on, outcome);
  return { sql_on, outcome, closed_on: deal?.closed_on ?? nextWorked(sql_on + someDays(random, 58, 0.5)), deal_id: deal?.deal_id ?? null };
}

/** What happens to a lead, were the sample without end. */
export function courseOf(random: Random, lead: Prospective, find: DealFinder): Course {
  const { createdOn, criteria, isSpringWebinar } = lead;
  if (!random.chance(isSpringWebinar ? 0.75 : at(QUALIFIED, criteria)))
    return { ...NOTHING_YET, outcome: "lost", closed_on: nextWorked(createdOn + someDays(random, 32)) };
  const mql_on = nextWorked(createdOn + random.integer(0, 3));
  const assigned_at = afterWork(officeHour(mql_on, random.between(0, 0.9)), random.lognormal(90, 0.8));
  const followed_up_at = followUpAfter(random, assigned_at);
  const followedOn = dayOfMoment(followed_up_at);
  const feedback_on = random.chance(0.92) ? nextWorked(followedOn + random.integer(0, 6)) : null;
  const handedOver = { ...NOTHING_YET, mql_on, assigned_at, followed_up_at, feedback_on };
  const decidedOn = nextWorked(followedOn + someDays(random, 5));
  const lot = random.between(0, 1);
  const returned = isSpringWebinar ? 0.68 : at(RETURNED, criteria);
  const reasons = isSpringWebinar ? WEBINAR_REASONS : RETURN_REASONS;
  if (lot < returned) return { ...handedOver, closed_on: decidedOn, outcome: "returned", return_reason: random.weighted(reasons) };
  if (lot < returned + at(LOST_EARLY, criteria)) return { ...handedOver, closed_on: nextWorked(decidedOn + 10), outcome: "lost" };
  return { ...handedOver, ...sqlCourse(random, lead, decidedOn, find) };
}
