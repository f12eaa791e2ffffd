import type { RowOf } from "../../../src/core/contract.ts";
import { DAY_MS, dayOf } from "../../../src/core/days.ts";
import type products from "../../../src/tables/products.ts";
import { type Day, nextWorkday } from "../calendar.ts";
import { PRODUCT_LINES, type ProductLine } from "../company.ts";
import { type Company, type Making, makingOf } from "../making.ts";
import type { Random } from "../random.ts";
import type { Stories } from "../stories.ts";

export type ProductRow = RowOf<typeof products>;

/** A product, and how it will sell. */
export interface Product extends ProductRow {
  product_line: ProductLine;
  /** Its weight among the products of its line once it is known. */
  size: number;
  /** Months until most customers know it. */
  rampMonths: number;
  isFaulty: boolean;
  /** It was there before the regular launches of every quarter. */
  isOlder: boolean;
}

/** How many quarters pass between two launches, and what the products are called. */
const LINES: Record<ProductLine, { everyQuarters: number; names: readonly string[] }> = {
  sensors: { everyQuarters: 1, names: ["温度传感器 T", "压力传感器 P", "振动传感器 V", "液位传感器 L"] },
  controllers: { everyQuarters: 1, names: ["运动控制器 M", "过程控制器 C"] },
  gateways: { everyQuarters: 1, names: ["边缘网关 G"] },
  software: { everyQuarters: 1, names: ["设备管理平台 S", "能耗分析平台 E"] },
  power: { everyQuarters: 2, names: ["工业电源 D", "后备电源 B"] },
};

const OLDER_PER_LINE = 2;
const LAST_QUARTER = 11;
const FAULTY_LAUNCH = dayOf("2026-01-15");

interface Launch {
  line: ProductLine;
  launchedOn: Day | null;
  /** Of before the regular launches of every quarter. */
  isOlder: boolean;
}

const quarterStart = (quarter: number) => Date.UTC(2023, 9 + quarter * 3, 1) / DAY_MS;

/** One of before anybody kept a launch date, the others of 2020 to 2022. */
function olderLaunches(random: Random, line: ProductLine, count: number): Launch[] {
  const days = Array.from({ length: count - 1 }, () => nextWorkday(random.integer(dayOf("2020-03-01"), dayOf("2022-08-31"))));
  return [null, ...days.sort((a, b) => a - b)].map((launchedOn) => ({ line, launchedOn, isOlder: true }));
}

function launchDay({ random, stories }: Making, line: ProductLine, quarter: number): Day {
  const day = nextWorkday(quarterStart(quarter) + random.integer(8, 70));
  return stories.isFaultyLaunch(line, day) ? FAULTY_LAUNCH : day;
}

function newLaunches(making: Making, line: ProductLine, perQuarter: number): Launch[] {
  const { launches } = making.stories.since;
  const all = Array.from({ length: LAST_QUARTER - launches + 1 }, (_, index) => launches + index);
  const quarters = all.filter((quarter) => quarter % LINES[line].everyQuarters === 0);
  const days = quarters.flatMap((quarter) => Array.from({ length: perQuarter }, () => launchDay(making, line, quarter)));
  return days.sort((a, b) => a - b).map((launchedOn) => ({ line, launchedOn, isOlder: false }));
}

function productOf({ random, stories }: Making, { line, launchedOn, isOlder }: Launch, nth: number): Omit<Product, "product_id"> {
  const { names } = LINES[line];
  const isFaulty = stories.isFaultyLaunch(line, launchedOn);
  const fit = launchedOn === null || isOlder ? 4.6 : 1 + 0.3 * stories.platform(launchedOn);
  return {
    product: `${names[nth % names.length]}${1 + Math.floor(nth / names.length)}`,
    product_line: line,
    launched_on: launchedOn,
    size: random.lognormal(1, 0.25) * fit * (isFaulty ? 2.1 : 1),
    rampMonths: random.lognormal(1.5, 0.25) * (isFaulty ? 0.45 : 1),
    isFaulty,
    isOlder,
  };
}

/** Products of before the sample, then the launches of every quarter; their number grows with the square root of `scale`. */
export function makeProducts(company: Company, scale: number): Product[] {
  const making = makingOf(company, "products");
  const times = Math.max(1, Math.round(Math.sqrt(scale)));
  const made = (Object.keys(PRODUCT_LINES) as ProductLine[]).flatMap((line) =>
    [...olderLaunches(making.random, line, OLDER_PER_LINE * times), ...newLaunches(making, line, times)].map((launch, nth) =>
      productOf(making, launch, nth),
    ),
  );
  return made.map((product, index) => ({ product_id: `P-${String(101 + index).padStart(4, "0")}`, ...product }));
}

/** How much a product sells on a day, relative to the others of its line: rising after the launch, fading after a year. */
export function appeal({ olderAppeal }: Stories, product: Product, day: Day): number {
  const { launched_on, size, rampMonths, isFaulty, isOlder } = product;
  if (launched_on === null || isOlder) return size * olderAppeal(day);
  const months = (day - launched_on) / 30.44;
  if (months < 0) return 0;
  const fading = Math.exp(-Math.max(0, months - 10) / 30);
  const disappointed = isFaulty ? Math.exp(-Math.max(0, months - 2) / 5) : 1;
  return size * (1 - Math.exp(-(months + 0.3) / rampMonths)) * fading * disappointed;
}
