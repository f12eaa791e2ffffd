import type { RowOf } from "../../../src/core/contract.ts";
import type afterSales from "../../../src/tables/after-sales.ts";
import { LAST_DAY } from "../calendar.ts";
import type { Filled } from "../filled.ts";
import { type Company, type Making, makingOf } from "../making.ts";
import { caseNote } from "../notes.ts";
import type { Stories } from "../stories.ts";
import type { Order } from "./orders.ts";
import type { Product } from "./products.ts";

export type AfterSalesCase = Omit<Filled<RowOf<typeof afterSales>, "order_id">, "line" | "own" | "currency">;
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

/** What was sold, and in which order. */
interface Sold {
  order: Order;
  product: Product;
}

function probability({ platform, westSlip }: Stories, kind: Kind, { order, product: { launched_on, isFaulty } }: Sold): number {
  const { usual, faulty } = KINDS[kind];
  if (isFaulty) return faulty;
  const newness = launched_on === null ? 0 : 0.5 * Math.exp(-(order.ordered_on - launched_on) / 120);
  return usual * (1 + newness) * (1 - 0.2 * platform(order.ordered_on)) * (1 + 1.1 * westSlip(order.ordered_on, order.region));
}

function causeOf({ random, stories: { platform, westSlip } }: Making, kind: Kind, { order, product: { isFaulty } }: Sold): Cause {
  const causes = CAUSES[kind];
  const mismatch = causes.requirement_mismatch * (1 - 0.45 * platform(order.ordered_on));
  const service = causes.service * (1 + 1.5 * westSlip(order.ordered_on, order.region));
  return random.weighted({ ...causes, requirement_mismatch: mismatch, service, defect: causes.defect * (isFaulty ? 5 : 1) });
}

function* casesOf(making: Making, sold: Sold): Generator<Omit<AfterSalesCase, "case_id">> {
  const [{ random, stories }, { order }] = [making, sold];
  for (const kind of ["complaint", "return"] as const) {
    if (!random.chance(probability(stories, kind, sold))) continue;
    const opened_on = order.ordered_on + Math.ceil(random.lognormal(KINDS[kind].lag, 0.6));
    const cause = causeOf(making, kind, sold);
    if (opened_on <= LAST_DAY)
      yield {
        order_id: order.order_id,
        opened_on,
        kind,
        cause,
        refund_cny: kind === "return" ? order.amount_cny : null,
        note: caseNote(random, cause),
      };
  }
}

/** Complaints and returns, in the order in which they were opened. */
export function makeAfterSales(company: Company, orders: Iterable<Order>, products: readonly Product[]): AfterSalesCase[] {
  const making = makingOf(company, "after-sales");
  const byId = new Map(products.map((product) => [product.product_id, product]));
  const cases: Omit<AfterSalesCase, "case_id">[] = [];
  for (const order of orders) cases.push(...casesOf(making, { order, product: byId.get(order.product_id) as Product }));
  cases.sort((a, b) => a.opened_on - b.opened_on);
  return cases.map((each, index) => ({ case_id: `AS-${String(index + 1).padStart(6, "0")}`, ...each }));
}
