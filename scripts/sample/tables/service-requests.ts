import type { RowOf } from "../../../src/core/contract.ts";
import type { serviceLevel } from "../../../src/core/service-level.ts";
import type serviceRequests from "../../../src/tables/service-requests.ts";
import { allottedDays } from "../allot.ts";
import { activity, DAYS, type Day, dayOfMoment, LAST_DAY, type Moment, momentOf, officeHour, yearsIn } from "../calendar.ts";
import { DEPARTMENTS, type Department, PRODUCT_LINES, REGIONS, SEGMENTS, weightsOf } from "../company.ts";
import { type Company, type Making, makingOf } from "../making.ts";
import { type Random, sampler } from "../random.ts";
import { REQUEST_TYPES, type RequestType, type RequestTypeId, requestTypes } from "../request-types.ts";
import type { Stories } from "../stories.ts";
import { isWorked } from "../working-time.ts";
import { openOn, type Prospect } from "./prospects.ts";
import { type Times, timesOf } from "./request-times.ts";

/** Columns of the contract that the sample's ticket system does not export. */
type Lacking = "priority" | "category" | "own" | keyof typeof serviceLevel;

/** A request, and whether a promise was missed. */
export interface ServiceRequest extends Omit<RowOf<typeof serviceRequests>, Lacking> {
  department: Department;
  isLate: boolean;
}

const ASKERS: Record<Department, number> = {
  sales: 8,
  marketing: 0.6,
  rnd: 0.3,
  product: 0.6,
  sales_ops: 0.4,
  after_sales: 0.5,
  finance: 0.15,
  hr: 0.1,
};

/** Draws that are made for every request, prepared once. */
const drawing = <K extends string>(weights: Readonly<Record<K, number>>) => sampler(Object.keys(weights) as K[], (id) => weights[id]);
const DRAW = {
  line: drawing(weightsOf(PRODUCT_LINES)),
  region: drawing(weightsOf(REGIONS)),
  segment: drawing(weightsOf(SEGMENTS)),
};
/** Who asks a department: any but itself. */
const drawAskers = new Map(requestTypes.map(([, { department }]) => [department, drawing({ ...ASKERS, [department]: 0 })]));

const MOST_PER_DEAL = 4;

/** Which deal a request is for: one that is open on the day and does not have many yet. */
type DealPicker = (random: Random, day: Day) => Prospect | null;

function dealPicker(prospects: readonly Prospect[]): DealPicker {
  const byDay = openOn(prospects);
  const counts = new Map<Prospect, number>();
  return (random, day) => {
    const open = byDay.get(day) ?? [];
    const deal = open.length > 0 ? random.pick(open) : null;
    const count = deal ? (counts.get(deal) ?? 0) : MOST_PER_DEAL;
    if (!deal || count >= MOST_PER_DEAL) return null;
    counts.set(deal, count + 1);
    return deal;
  };
}

/** Customers have problems on every day and in the evening too; a few others ask outside of office hours. */
function openingOn(random: Random, day: Day, id: RequestTypeId): Moment {
  if (id === "customer_problem") return momentOf(day, random.between(430, random.chance(0.7) ? 1080 : 1340));
  if (random.chance(0.05)) return momentOf(day, random.chance(0.3) ? random.between(470, 540) : random.between(1080, 1300));
  return officeHour(day, random.between(0, 0.99));
}

const busyness =
  ({ growth }: Stories, id: RequestTypeId) =>
  (day: Day) => {
    const share = isWorked(day) || id !== "customer_problem" ? activity(day) : Math.max(0.4, activity(day));
    return share * growth(day, 0.07);
  };

/** What lies after the last day has not happened yet. */
function upToNow(times: Times): Times {
  const past = (moment: Moment | null) => (moment !== null && dayOfMoment(moment) <= LAST_DAY ? moment : null);
  return {
    assigned_at: past(times.assigned_at),
    first_response_at: past(times.first_response_at),
    resolved_at: past(times.resolved_at),
    cancelled_at: past(times.cancelled_at),
  };
}

/** What is given back and how it is liked, once a request is resolved. */
function resultOf(random: Random, output: string | null, { resolved_at }: Times, isLate: boolean) {
  if (resolved_at === null) return { output_delivered: null, rating: null };
  return {
    output_delivered: output !== null && random.chance(isLate ? 0.84 : 0.92) ? output : null,
    rating: random.chance(0.38)
      ? Number(random.weighted(isLate ? { 2: 0.12, 3: 0.5, 4: 0.3, 5: 0.08 } : { 3: 0.16, 4: 0.5, 5: 0.34 }))
      : null,
  };
}

interface Requested extends Making {
  pickDeal: DealPicker;
  /** How well each department does in each quarter of the sample. */
  forms: Readonly<Record<string, readonly number[]>>;
}

function requestOn(day: Day, id: RequestTypeId, making: Requested): Omit<ServiceRequest, "request_id"> {
  const { random, pickDeal, forms } = making;
  const type: RequestType = REQUEST_TYPES[id];
  const { department } = type;
  const drawAsker = drawAskers.get(department) as (random: Random) => Department;
  const requested_by = drawAsker(random);
  const deal = requested_by === "sales" && random.chance(type.forDeals) ? pickDeal(random, day) : null;
  const opened_at = openingOn(random, day, id);
  const output_expected = type.outputs.length > 0 ? random.pick(type.outputs) : null;
  const form = forms[department]?.[Math.floor(yearsIn(day) * 4)] ?? 0;
  const { isLate, ...times } = timesOf(making, { id, type, openedAt: opened_at, form });
  const past = upToNow(times);
  return {
    requested_by,
    department,
    request_type: id,
    output_expected,
    product_line: deal?.product_line ?? DRAW.line(random),
    region: deal?.region ?? DRAW.region(random),
    segment: deal?.segment ?? DRAW.segment(random),
    deal_id: deal?.deal_id ?? null,
    opened_at,
    ...past,
    ...resultOf(random, output_expected, past, isLate),
    isLate,
  };
}

/** About `count` requests in the order in which they were opened; those of sales are often for one of the deals, if there are any. */
export function makeServiceRequests(company: Company, count: number, prospects: readonly Prospect[] = []): ServiceRequest[] {
  const made = makingOf(company, "service-requests");
  const { random, stories } = made;
  const formsOf = () => Array.from({ length: 13 }, () => random.noise(0.07 * stories.swing));
  const forms = Object.fromEntries(Object.keys(DEPARTMENTS).map((id) => [id, formsOf()]));
  const making = { ...made, pickDeal: dealPicker(prospects), forms };
  const all = requestTypes.reduce((sum, [, { weight }]) => sum + weight, 0);
  const rows = requestTypes.flatMap(([id, { weight }]) => {
    const total = Math.max(1, Math.round((count * weight) / all));
    return Array.from(allottedDays(random, { total, days: DAYS, weight: busyness(stories, id) }), (day) => requestOn(day, id, making));
  });
  rows.sort((a, b) => a.opened_at - b.opened_at);
  return rows.map((row, index) => ({ request_id: `SR-${100_001 + index}`, ...row }));
}
