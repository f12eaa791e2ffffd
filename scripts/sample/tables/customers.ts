import { dayOf } from "../../../src/core/days.ts";
import { type Day, FIRST_DAY, LAST_DAY } from "../calendar.ts";
import { REGIONS, type Region, SEGMENTS, type Segment, weightsOf } from "../company.ts";
import { type Company, type Making, makingOf } from "../making.ts";
import { type Random, sampler } from "../random.ts";

export interface Customer {
  customer_id: string;
  region: Region;
  segment: Segment;
  /** How often it orders, heavy-tailed: a few order very often. */
  weight: number;
  /** First and last day on which it may order. */
  from: Day;
  until: Day;
}

/** Draws a customer of a region that is there on a day. */
export type DrawCustomer = (random: Random, region: Region, day: Day) => Customer;

const ORDERS_PER_CUSTOMER = 11;
const NEVER_LEAVES = LAST_DAY + 1;

/** Some come and some leave within the sample's years; in the west many leave in spring 2026. */
function stay({ random, stories: { turnover } }: Making, region: Region): { from: Day; until: Day } {
  const from = random.chance(turnover.come) ? random.integer(FIRST_DAY, LAST_DAY) : FIRST_DAY;
  const leavesWest = region === "west" && random.chance(turnover.leaveWest);
  if (leavesWest) return { from: Math.min(from, dayOf("2025-12-31")), until: random.integer(dayOf("2026-03-01"), dayOf("2026-07-15")) };
  return { from, until: random.chance(turnover.leave) ? random.integer(from, LAST_DAY) : NEVER_LEAVES };
}

function makeCustomers(making: Making, count: number): Customer[] {
  const { random } = making;
  const regions = weightsOf(REGIONS);
  const segments = weightsOf(SEGMENTS);
  return Array.from({ length: count }, (_, index) => {
    const region = random.weighted(regions);
    const segment = random.weighted(segments);
    const weight = Math.min(80, random.pareto(1.15)) * (segment === "key_account" ? 2.2 : 1);
    return { customer_id: `C-${String(index + 1).padStart(5, "0")}`, region, segment, weight, ...stay(making, region) };
  });
}

/** Customers in proportion to the orders. */
export function customerBase(company: Company, orderCount: number): DrawCustomer {
  const customers = makeCustomers(makingOf(company, "customers"), Math.max(60, Math.round(orderCount / ORDERS_PER_CUSTOMER)));
  const drawIn = Object.fromEntries(
    Object.keys(REGIONS).map((region) => [
      region,
      sampler(
        customers.filter((customer) => customer.region === region),
        ({ weight }) => weight,
      ),
    ]),
  ) as Record<Region, (random: Random) => Customer>;
  return (random, region, day) => {
    for (;;) {
      const customer = drawIn[region](random);
      if (customer.from <= day && day <= customer.until) return customer;
    }
  };
}
