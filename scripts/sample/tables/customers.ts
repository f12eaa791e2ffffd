import { type Day, dayOf, FIRST_DAY, LAST_DAY } from "../calendar.ts";
import { REGIONS, type Region, SEGMENTS, type Segment, weightsOf } from "../company.ts";
import { type Random, randomStream, sampler } from "../random.ts";

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

/** A third come during the sample; in the west many leave in spring 2026. */
function stay(random: Random, region: Region): { from: Day; until: Day } {
  const from = random.chance(0.35) ? random.integer(FIRST_DAY, LAST_DAY) : FIRST_DAY;
  const leavesWest = region === "west" && random.chance(0.3);
  if (leavesWest) return { from: Math.min(from, dayOf("2025-12-31")), until: random.integer(dayOf("2026-03-01"), dayOf("2026-07-15")) };
  return { from, until: random.chance(0.15) ? random.integer(from, LAST_DAY) : NEVER_LEAVES };
}

function makeCustomers(random: Random, count: number): Customer[] {
  const regions = weightsOf(REGIONS);
  const segments = weightsOf(SEGMENTS);
  return Array.from({ length: count }, (_, index) => {
    const region = random.weighted(regions);
    const segment = random.weighted(segments);
    const weight = Math.min(80, random.pareto(1.15)) * (segment === "key_account" ? 2.2 : 1);
    return { customer_id: `C-${String(index + 1).padStart(5, "0")}`, region, segment, weight, ...stay(random, region) };
  });
}

/** Customers in proportion to the orders. */
export function customerBase(orderCount: number): DrawCustomer {
  const customers = makeCustomers(randomStream("customers"), Math.max(60, Math.round(orderCount / ORDERS_PER_CUSTOMER)));
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
