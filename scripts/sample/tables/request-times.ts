import type { RowOf } from "../../../src/core/contract.ts";
import type serviceRequests from "../../../src/tables/service-requests.ts";
import { type Day, dayOfMoment, later, type Moment, momentOf } from "../calendar.ts";
import type { Making } from "../making.ts";
import type { Random } from "../random.ts";
import type { Pace, RequestType } from "../request-types.ts";
import { blend, type Stories } from "../stories.ts";
import { afterWork } from "../working-time.ts";

type Row = RowOf<typeof serviceRequests>;
export type Times = Pick<Row, "assigned_at" | "first_response_at" | "resolved_at" | "cancelled_at">;

/** Hours of the clock of a type from opening to each step, and whether a promise is missed. */
interface Waits {
  assigned: number;
  responded: number;
  resolved: number;
  isLate: boolean;
}

export interface Asked {
  id: string;
  type: RequestType;
  openedAt: Moment;
  /** How many standard deviations the department is better than usual in these weeks. */
  form: number;
}

const hoursOf = (random: Random, { limit, slack, spread }: Pace, form: number) =>
  Math.max(0.05, random.lognormal(limit * Math.exp(-spread * (slack + form)), spread));

/** What the day on which it is opened has to do with a request. */
interface Circumstances {
  /** Standard deviations that its promises are further away than usual. */
  room: number;
  /** Share of the first wait that passes before anybody takes it. */
  assigning: number;
  /** What its waits are multiplied by. */
  haste: number;
  /** How likely it is left lying, and by what its waits are then multiplied at most. */
  forgotten: number;
  lying: number;
}

function circumstancesOf({ materialHaste, supportSlip }: Stories, id: string, day: Day): Circumstances {
  const slip = id === "technical_support" ? supportSlip(day) : 0;
  const haste = id === "pitch_material" ? 1 - 0.36 * materialHaste(day) : 1;
  return { room: -0.94 * slip, assigning: 0.22 + 0.4 * slip, haste, forgotten: 0.01 + 0.1 * slip, lying: blend(8, 80, slip) };
}

const isOver = (pace: Pace | undefined, hours: number) => pace !== undefined && hours > pace.limit;

function waitsOf({ random, stories }: Making, { id, type, openedAt, form }: Asked): Waits {
  const { room, assigning, haste, forgotten, lying } = circumstancesOf(stories, id, dayOfMoment(openedAt));
  const slowness = haste * (random.chance(forgotten) ? random.between(4, lying) : 1);
  const draw = (pace: Pace | undefined) => (pace ? hoursOf(random, pace, form + room) * slowness : null);
  const promised = { response: draw(type.response), resolution: draw(type.resolution) };
  const resolved = promised.resolution ?? (promised.response ?? 1) * (1.15 + random.lognormal(0.9, 0.6));
  const responded = Math.min(promised.response ?? resolved * random.between(0.1, 0.45), resolved * 0.92);
  return {
    assigned: responded * Math.min(0.95, assigning * random.lognormal(1, 0.35)),
    responded,
    resolved,
    isLate: type.isPromised && (isOver(type.response, responded) || isOver(type.resolution, resolved)),
  };
}

/** Moves a moment out of the night, to the morning after it. */
function outOfNight(random: Random, moment: Moment): Moment {
  const day = dayOfMoment(moment);
  const hour = (moment - momentOf(day, 0)) / 3_600_000;
  if (hour >= 7.5 && hour < 22) return moment;
  return momentOf(hour < 7.5 ? day : day + 1, 450 + random.between(0, 75));
}

const toMinute = (moment: Moment): Moment => Math.round(moment / 60_000) * 60_000;

/** The times of a request, were the sample without end, and whether a promise was missed. */
export function timesOf(making: Making, asked: Asked): Times & { isLate: boolean } {
  const { random } = making;
  const { type, openedAt } = asked;
  const waits = waitsOf(making, asked);
  const after = (hours: number) =>
    type.isAroundTheClock ? toMinute(outOfNight(random, later(openedAt, hours / 24))) : afterWork(openedAt, hours * 60);
  const assigned_at = after(waits.assigned);
  const first_response_at = Math.max(assigned_at, after(waits.responded));
  const resolved_at = Math.max(first_response_at, after(waits.resolved));
  if (!random.chance(0.03)) return { assigned_at, first_response_at, resolved_at, cancelled_at: null, isLate: waits.isLate };
  const cancelled_at = after(waits.resolved * random.between(0.2, 0.9));
  const until = (moment: Moment) => (moment <= cancelled_at ? moment : null);
  return {
    assigned_at: until(assigned_at),
    first_response_at: until(first_response_at),
    resolved_at: null,
    cancelled_at,
    isLate: false,
  };
}
