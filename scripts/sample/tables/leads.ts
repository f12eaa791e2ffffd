import type { RowOf } from "../../../src/core/contract.ts";
import type leads from "../../../src/tables/leads.ts";
import { allottedDays } from "../allot.ts";
import { activity, DAYS, type Day, dayOfMoment, LAST_DAY } from "../calendar.ts";
import { REGIONS, type Region, weightsOf } from "../company.ts";
import type { Filled } from "../filled.ts";
import { type Company, type Making, makingOf } from "../making.ts";
import type { Random } from "../random.ts";
import type { Deal } from "./deals.ts";
import { type Course, courseOf, type DealFinder } from "./lead-course.ts";

export type Lead = Omit<Filled<RowOf<typeof leads>, "has_need" | "has_intent" | "has_budget" | "has_decision_chain">, "own">;
type Criteria = Pick<Lead, "has_need" | "has_intent" | "has_budget" | "has_decision_chain">;

/** What marketing calls a source, how often leads come from it, and how often each criterion is met. */
export const LEAD_SOURCES = {
  website: { zh: "官网", weight: 0.26, fit: 0.5 },
  search: { zh: "搜索推广", weight: 0.22, fit: 0.42 },
  exhibition: { zh: "展会", weight: 0.18, fit: 0.52 },
  webinar: { zh: "线上研讨会", weight: 0.14, fit: 0.48 },
  referral: { zh: "老客户推荐", weight: 0.09, fit: 0.74 },
  partner: { zh: "渠道伙伴", weight: 0.11, fit: 0.64 },
  spring_webinar: { zh: "春季直播", weight: 0, fit: 0.4 },
} as const;

type Source = keyof typeof LEAD_SOURCES;

const SPRING_SHARE = 0.85;

function sourceOn({ random, stories }: Making, day: Day): Source {
  const weights = Object.fromEntries(Object.entries(LEAD_SOURCES).map(([id, { weight }]) => [id, weight])) as Record<Source, number>;
  return random.weighted({ ...weights, spring_webinar: stories.isWebinarSpring(day) ? SPRING_SHARE : 0 });
}

function criteriaOf(random: Random, source: Source): Criteria {
  const isMet = (easier: number) => random.chance(LEAD_SOURCES[source].fit + easier);
  return { has_need: isMet(0.14), has_intent: isMet(0.04), has_budget: isMet(-0.06), has_decision_chain: isMet(-0.1) };
}

/** What lies after the last day has not happened yet. */
function upToNow(course: Course): Course {
  const day = (value: Day | null) => (value !== null && value <= LAST_DAY ? value : null);
  const moment = (value: number | null) => (value !== null && dayOfMoment(value) <= LAST_DAY ? value : null);
  const isClosed = day(course.closed_on) !== null;
  return {
    mql_on: day(course.mql_on),
    assigned_at: moment(course.assigned_at),
    followed_up_at: moment(course.followed_up_at),
    feedback_on: day(course.feedback_on),
    sql_on: day(course.sql_on),
    closed_on: day(course.closed_on),
    outcome: isClosed ? course.outcome : null,
    return_reason: isClosed ? course.return_reason : null,
    deal_id: isClosed ? course.deal_id : null,
  };
}

function leadOn(making: Making, created_on: Day, find: DealFinder): Omit<Lead, "lead_id"> {
  const { random } = making;
  const source = sourceOn(making, created_on);
  const criteria = criteriaOf(random, source);
  const region: Region = random.weighted(weightsOf(REGIONS));
  const met = Object.values(criteria).filter(Boolean).length;
  const given = { createdOn: created_on, region, criteria: met, isSpringWebinar: source === "spring_webinar" };
  return { source, ...criteria, created_on, region, ...upToNow(courseOf(random, given, find)) };
}

/** How many days after a lead was accepted its deal is opened. */
const OPENED_WITHIN = 20;

/** Every deal is found once; the first that fits. */
function dealFinder(deals: readonly Deal[]): DealFinder {
  const byKind = Map.groupBy(deals, ({ region, outcome, opened_on }) => `${region} ${outcome} ${opened_on}`);
  return (region, from, outcome) => {
    for (let day = from; day <= from + OPENED_WITHIN; day++) {
      const deal = byKind.get(`${region} ${outcome} ${day}`)?.shift();
      if (deal) return deal;
    }
    return undefined;
  };
}

/** Leads in the order in which they came in; those that sales accepts become deals where one fits. */
export function makeLeads(company: Company, count: number, deals: readonly Deal[]): Lead[] {
  const making = makingOf(company, "leads");
  const { growth, isWebinarSpring } = making.stories;
  const find = dealFinder(deals);
  const weight = (day: Day) => Math.max(0.25, activity(day)) * growth(day, 0.05) * (isWebinarSpring(day) ? 1.55 : 1);
  const rows = Array.from(allottedDays(making.random, { total: count, days: DAYS, weight }), (day) => leadOn(making, day, find));
  return rows.map((row, index) => ({ lead_id: `L-${100_001 + index}`, ...row }));
}
