import type { RowOf } from "../../../src/core/contract.ts";
import type afterSales from "../../../src/tables/after-sales.ts";
import { LAST_DAY } from "../calendar.ts";
import { caseNote } from "../notes.ts";
import { type Random, randomStream } from "../random.ts";
import { platform, westSlip } from "../stories.ts";
import type { Order } from "./orders.ts";
import type { Product } from "./products.ts";

export type AfterSalesCase = RowOf<typeof afterSales>;
type Kind = AfterSalesCase["kind"];
type Cause = AfterSalesCase["cause"];

/** How often an order leads to a case: usually, and with a faulty product; how many days later. */
const KINDS: Record<Kind, { usual: number; faulty: number; lag: number }> = {
  complaint: { usual: 0.028, faulty: 0.24, lag: 18 },
  return: { usual: 0.015, faulty: 0.22, lag: 12 },
};

const CAUSES: Record<Kind, Record<Cause, number>> = {
  complaint: { defect: 0.28, requirement_mismatch: 0.24, logistics: 0.16, service: 0.24, other: 0.08 },
  return: { defect: 0.38, requirement_mismatch: 0.34, logistics: 0.14, service: 0.05, other: 0.09 },
};

function probability(kind: Kind, order: Order, { launched_on, isFaulty }: Product): number {
  const { usual, faulty } = KINDS[kind];
  if (isFaulty) return faulty;
  const newness = launched_on === null ? 0 : 0.5 * Math.exp(-(order.ordered_on - launched_on) / 120);
  return usual * (1 + newness) * (1 - 0.2 * platform(order.ordered_on)) * (1 + 1.1 * westSlip(order.ordered_on, order.region));
}

function causeOf(random: Random, kind: Kind, order: Order, { isFaulty }: Product): Cause {
  const causes = CAUSES[kind];
  const mismatch = causes.requirement_mismatch * (1 - 0.45 * platform(order.ordered_on));
  const service = causes.service * (1 + 1.5 * westSlip(order.ordered_on, order.region));
  return random.weighted({ ...causes, requirement_mismatch: mismatch, service, defect: causes.defect * (isFaulty ? 5 : 1) });
}

function* casesOf(random: Random, order: Order, product: Product): Generator<Omit<AfterSalesCase, "case_id">> {
  for (const kind of ["complaint", "return"] as const) {
    if (!random.chance(probability(kind, order, product))) continue;
    const opened_on = order.ordered_on + Math.ceil(random.lognormal(KINDS[kind].lag, 0.6));
    const cause = causeOf(random, kind, order, product);
    if (opened_on <= LAST_DAY) yield { order_id: order.order_id, opened_on, kind, cause, note: caseNote(random, cause) };
  }
}

/** Complaints and returns, in the order in which they were opened. */
export function makeAfterSales(orders: Iterable<Order>, products: readonly Product[]): AfterSalesCase[] {
  const random = randomStream("after-sales");
  const byId = new Map(products.map((product) => [product.product_id, product]));
  const cases: Omit<AfterSalesCase, "case_id">[] = [];
  for (const order of orders) cases.push(...casesOf(random, order, byId.get(order.product_id) as Product));
  cases.sort((a, b) => a.opened_on - b.opened_on);
  return cases.map((each, index) => ({ case_id: `AS-${String(index + 1).padStart(6, "0")}`, ...each }));
}
