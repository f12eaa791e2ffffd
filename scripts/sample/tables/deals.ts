import type { RowOf } from "../../../src/core/contract.ts";
import type deals from "../../../src/tables/deals.ts";
import { dayOfMoment, LAST_DAY } from "../calendar.ts";
import type { Department } from "../company.ts";
import type { Filled } from "../filled.ts";
import { type Company, type Making, makingOf } from "../making.ts";
import type { Random } from "../random.ts";
import type { Stories } from "../stories.ts";
import type { Prospect } from "./prospects.ts";
import type { ServiceRequest } from "./service-requests.ts";

/** How far a deal has come. */
type Stage = "qualified" | "proposal" | "negotiation" | "closed";

export type Deal = Omit<Filled<RowOf<typeof deals>, "amount_cny">, "currency" | "source" | "team" | "own"> & {
  stage: Stage;
  delay_department: Department | null;
};
type Ending = Pick<Deal, "closed_on" | "stage" | "outcome" | "lost_reason" | "delay_department" | "delay_cause">;

const OPEN = { closed_on: null, outcome: null, lost_reason: null, delay_department: null, delay_cause: null } as const;
const OTHER_REASONS = { price: 0.34, competitor: 0.26, product_gap: 0.17, budget: 0.15, other: 0.08 } as const;
/** Where a delay was that no request shows. */
const UNASKED = { marketing: 0.3, product: 0.3, finance: 0.2, rnd: 0.1, after_sales: 0.1 } as const;

/** How far a deal has come that is still open. */
function openStage(random: Random, { opened_on, closesOn }: Prospect): Deal["stage"] {
  const done = (LAST_DAY - opened_on) / (closesOn - opened_on) + random.noise(0.1);
  return done < 0.4 ? "qualified" : done < 0.75 ? "proposal" : "negotiation";
}

/** The review needs some weeks, and now and then is forgotten; with R&D it mostly finds what could have been avoided. */
function causeOf({ random, stories }: Making, department: Department, closedOn: number): Deal["delay_cause"] {
  if (random.chance(closedOn > LAST_DAY - 24 ? 0.75 : 0.05)) return null;
  return random.chance(department === "rnd" ? stories.avoidableByRnd(closedOn) : 0.5) ? "avoidable" : "resource";
}

/** A promise to the deal that was missed in good time before its end; R&D's first. */
function culpritOf({ closesOn }: Prospect, requests: readonly ServiceRequest[]): ServiceRequest | undefined {
  const late = requests.filter(({ isLate, opened_at }) => isLate && dayOfMoment(opened_at) + 3 <= closesOn);
  return late.find(({ department }) => department === "rnd") ?? late[0];
}

/** How often a lost deal with a missed promise was lost to it. */
const blame = ({ supportSlip }: Stories, { department, opened_at }: ServiceRequest) =>
  department === "rnd" ? 0.26 + 0.44 * supportSlip(dayOfMoment(opened_at)) : 0.34;

function lossOf(making: Making, prospect: Prospect, culprit: ServiceRequest | undefined): Omit<Ending, "closed_on" | "stage" | "outcome"> {
  const { random, stories } = making;
  const isBlamed = culprit ? random.chance(blame(stories, culprit)) : random.chance(0.012);
  if (!isBlamed) return { lost_reason: random.weighted(OTHER_REASONS), delay_department: null, delay_cause: null };
  const delay_department = culprit?.department ?? random.weighted(UNASKED);
  return { lost_reason: "late_collaboration", delay_department, delay_cause: causeOf(making, delay_department, prospect.closesOn) };
}

function endingOf(making: Making, prospect: Prospect, requests: readonly ServiceRequest[]): Ending {
  const { random } = making;
  if (prospect.closesOn > LAST_DAY) return { ...OPEN, stage: openStage(random, prospect) };
  const culprit = culpritOf(prospect, requests);
  const closed = { closed_on: prospect.closesOn, stage: "closed" } as const;
  const isWon = random.chance((requests.length > 0 ? 0.4 : 0.33) - (culprit ? 0.2 : 0));
  if (isWon) return { ...OPEN, ...closed, outcome: "won" };
  return { ...closed, outcome: "lost", ...lossOf(making, prospect, culprit) };
}

/** How the deals end, given the requests that were made for them. */
export function makeDeals(company: Company, prospects: readonly Prospect[], requests: readonly ServiceRequest[]): Deal[] {
  const making = makingOf(company, "deal-endings");
  const byDeal = Map.groupBy(
    requests.filter(({ deal_id }) => deal_id !== null),
    ({ deal_id }) => deal_id,
  );
  return prospects.map((prospect) => {
    const { closesOn: _, ...row } = prospect;
    return { ...row, ...endingOf(making, prospect, byDeal.get(prospect.deal_id) ?? []) };
  });
}
