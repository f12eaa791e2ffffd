import type { RowOf } from "../../../src/core/contract.ts";
import type requirements from "../../../src/tables/requirements.ts";
import { type Day, dayOfMoment, inOfficeHours, LAST_DAY, later, type Moment, officeHour } from "../calendar.ts";
import type { Making } from "../making.ts";
import type { Random } from "../random.ts";
import { blend } from "../stories.ts";

type Requirement = RowOf<typeof requirements>;
type ValueClass = Requirement["value_class"];
type Times = Pick<Requirement, "reviewed_at" | "approved_at" | "rejected_at" | "released_at">;

/** How much longer than usual a step takes. */
const HASTE: Record<ValueClass, number> = { must: 0.8, important: 1, optional: 1.2 };

/** What decides the course of a requirement. */
export interface Course {
  day: Day;
  submittedAt: Moment;
  /** How much slower than usual everything goes for it. */
  pace: number;
  worth: number;
  isComplete: boolean;
  valueClass: ValueClass;
}

/** Approval follows the worth the more closely the platform is used. */
function isApproved({ random, stories: { platform } }: Making, { day, worth, isComplete }: Course): boolean {
  const leaning = blend(2.5, 2.3, platform(day)) + blend(-0.05, 1.5, platform(day)) * worth + (isComplete ? 0.1 : -0.35);
  return random.chance(1 / (1 + Math.exp(-leaning)));
}

const step = (random: Random, from: Moment, days: number): Moment => {
  const moment = inOfficeHours(later(from, days), random.between(0, 1));
  return moment > from ? moment : later(from, 1 / 48);
};

/** A parked requirement waits for months, or for the weeks in which all of them are decided. */
function parkedUntil({ random, stories: { clearing } }: Making, reviewedAt: Moment): Moment {
  const usual = step(random, reviewedAt, random.lognormal(95, 0.55));
  if (!clearing) return usual;
  const decidedAt = officeHour(random.integer(clearing.start, clearing.end), random.between(0, 1));
  return decidedAt > reviewedAt && dayOfMoment(usual) > clearing.start ? step(random, decidedAt, 0) : usual;
}

function releaseOf({ random, stories }: Making, approvedAt: Moment, { pace, valueClass }: Course): Moment | null {
  if (valueClass !== "must" && random.chance(stories.neverReleased)) return null;
  const share = stories.platform(dayOfMoment(approvedAt));
  return step(random, approvedAt, Math.max(18, random.lognormal(blend(124, 100, share), 0.42) * HASTE[valueClass] * Math.sqrt(pace)));
}

/** What happens to a requirement, were the sample without end. */
function courseOf(making: Making, given: Course): Times {
  const { random, stories } = making;
  const { day, submittedAt, pace, valueClass } = given;
  const share = stories.platform(day);
  const slowness = pace * HASTE[valueClass] * (given.isComplete ? 0.94 : 1.16);
  const reviewed_at = step(random, submittedAt, random.lognormal(blend(3.6, 1.35, share) * slowness, 0.58));
  const decided = random.lognormal(blend(1, 0.45, share) * slowness, 0.7);
  const isParked = random.chance(stories.parkedShare(day) * (valueClass === "must" ? blend(1, 0.3, share) : 1));
  const decidedAt = isParked ? parkedUntil(making, reviewed_at) : step(random, reviewed_at, decided);
  if (isParked ? random.chance(0.985) : !isApproved(making, given)) {
    return { reviewed_at, approved_at: null, rejected_at: decidedAt, released_at: null };
  }
  return { reviewed_at, approved_at: decidedAt, rejected_at: null, released_at: releaseOf(making, decidedAt, given) };
}

/** What lies after the last day has not happened yet. */
function upToNow(times: Times): Times {
  const entries = Object.entries(times).map(([name, at]) => [name, at !== null && dayOfMoment(at) <= LAST_DAY ? at : null]);
  return Object.fromEntries(entries) as Times;
}

/** The times of a requirement, as far as they have come. */
export const fateOf = (making: Making, given: Course): Times => upToNow(courseOf(making, given));
