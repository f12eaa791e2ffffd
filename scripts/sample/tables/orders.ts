import type { RowOf } from "../../../src/core/contract.ts";
import { isoOf } from "../../../src/core/days.ts";
import type orders from "../../../src/tables/orders.ts";
import { allot } from "../allot.ts";
import { activity, DAYS, type Day, season } from "../calendar.ts";
import { PRODUCT_LINES, type ProductLine, REGIONS, type Region, type Segment, weightsOf } from "../company.ts";
import type { Filled } from "../filled.ts";
import { type Company, type Making, makingOf } from "../making.ts";
import { type Random, sampler } from "../random.ts";
import type { Stories } from "../stories.ts";
import type { DrawCustomer } from "./customers.ts";
import { appeal, type Product } from "./products.ts";

export type Order = Omit<
  Filled<RowOf<typeof orders>, "product_id" | "customer_id">,
  "currency" | "line" | "product_line" | "channel" | "own"
>;

/** Typical amount of an order and the share of it that is cost. */
const MONEY: Record<ProductLine, { amount: number; cost: number }> = {
  sensors: { amount: 6_200, cost: 0.58 },
  controllers: { amount: 15_500, cost: 0.61 },
  gateways: { amount: 19_000, cost: 0.57 },
  software: { amount: 27_000, cost: 0.34 },
  power: { amount: 9_800, cost: 0.69 },
};

const SIZE: Record<Segment, number> = { key_account: 2.6, channel: 1.2, smb: 0.7, public: 1.8 };

/** What each segment buys more, or less, than the others. */
const TASTE: Record<Segment, Partial<Record<ProductLine, number>>> = {
  key_account: { software: 1.4, gateways: 1.3, power: 0.7 },
  channel: { power: 1.4, sensors: 1.2, software: 0.5 },
  smb: { sensors: 1.15, software: 0.8 },
  public: { software: 1.6, gateways: 1.3, sensors: 0.7 },
};

/** Lines grow or shrink over the years. */
const GROWTH: Record<ProductLine, number> = { sensors: 0, controllers: 0.01, gateways: 0.04, software: 0.12, power: -0.08 };

function regionWeights({ growth, westSlip }: Stories, day: Day): Record<Region, number> {
  const weights = weightsOf(REGIONS);
  return { ...weights, west: weights.west * (1 - 0.36 * westSlip(day, "west")), overseas: weights.overseas * growth(day, 0.12) };
}

function lineWeights({ growth, hasTrouble }: Stories, day: Day, segment: Segment): Record<ProductLine, number> {
  const entries = Object.entries(weightsOf(PRODUCT_LINES)) as [ProductLine, number][];
  const weight = (line: ProductLine, base: number) =>
    base * (TASTE[segment][line] ?? 1) * growth(day, GROWTH[line]) * (hasTrouble(day - 60, line) ? 0.85 : 1);
  return Object.fromEntries(entries.map(([line, base]) => [line, weight(line, base)])) as Record<ProductLine, number>;
}

const cents = (amount: number) => Math.round(amount * 100) / 100;

function money(random: Random, line: ProductLine, segment: Segment): Pick<Order, "amount_cny" | "cost_cny"> {
  const { amount, cost } = MONEY[line];
  const amount_cny = cents(random.lognormal(amount * SIZE[segment], 0.8));
  const share = Math.min(0.95, Math.max(0.1, cost + random.noise(0.05)));
  return { amount_cny, cost_cny: random.chance(0.015) ? null : cents(amount_cny * share) };
}

/** The orders of one day, without their numbers. */
function* ordersOn(
  { random, stories }: Making,
  day: Day,
  { count, products, drawCustomer }: OrderOptions,
): Generator<Omit<Order, "order_id">> {
  const regions = regionWeights(stories, day);
  const lines = Object.fromEntries(
    Object.keys(SIZE).map((segment) => [segment, lineWeights(stories, day, segment as Segment)]),
  ) as LinesBySegment;
  const drawProduct = new Map(products.map(([line, group]) => [line, sampler(group, (product) => appeal(stories, product, day))]));
  for (let each = 0; each < count; each++) {
    const { customer_id, region, segment } = drawCustomer(random, random.weighted(regions), day);
    const line = random.weighted(lines[segment]);
    const { product_id } = (drawProduct.get(line) as (random: Random) => Product)(random);
    yield { ordered_on: day, customer_id, product_id, region, segment, ...money(random, line, segment) };
  }
}

type LinesBySegment = Record<Segment, Record<ProductLine, number>>;

interface OrderOptions {
  count: number;
  products: readonly (readonly [ProductLine, readonly Product[]])[];
  drawCustomer: DrawCustomer;
}

interface OrdersOptions extends Omit<OrderOptions, "products"> {
  products: readonly Product[];
}

/** Exactly `count` orders, oldest first, numbered within each year; one at a time, so that there may be many. */
export function* makeOrders(company: Company, { count, products, drawCustomer }: OrdersOptions): Generator<Order> {
  const making = makingOf(company, "orders");
  const byLine = [...Map.groupBy(products, ({ product_line }) => product_line)];
  const weight = (day: Day) => activity(day) * season(day) * making.stories.growth(day, 0.09);
  const numbers = new Map<string, number>();
  for (const [day, onDay] of allot(making.random, { total: count, days: DAYS, weight })) {
    const year = isoOf(day).slice(0, 4);
    for (const order of ordersOn(making, day, { count: onDay, products: byLine, drawCustomer })) {
      const number = (numbers.get(year) ?? 0) + 1;
      numbers.set(year, number);
      yield { order_id: `SO-${year}-${String(number).padStart(6, "0")}`, ...order };
    }
  }
}
