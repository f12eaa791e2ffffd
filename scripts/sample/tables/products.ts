import type { RowOf } from "../../../src/core/contract.ts";
import type products from "../../../src/tables/products.ts";
import { type Day, dayOf, nextWorkday, yearsIn } from "../calendar.ts";
import { PRODUCT_LINES, type ProductLine } from "../company.ts";
import { type Random, randomStream } from "../random.ts";
import { isFaultyLaunch, platform } from "../stories.ts";

export type ProductRow = RowOf<typeof products>;

/** A product, and how it will sell. */
export interface Product extends ProductRow {
  product_line: ProductLine;
  /** Its weight among the products of its line once it is known. */
  size: number;
  /** Months until most customers know it. */
  rampMonths: number;
  isFaulty: boolean;
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
/** The quarters with launches, counted from the first of the sample; those of the year before are needed for its first new products. */
const QUARTERS: readonly number[] = Array.from({ length: 16 }, (_, index) => index - 4);
const FAULTY_LAUNCH = dayOf("2026-01-15");

interface Launch {
  line: ProductLine;
  launchedOn: Day | null;
}

const quarterStart = (quarter: number) => Date.UTC(2023, 9 + quarter * 3, 1) / 86_400_000;

/** One of before anybody kept a launch date, the others of 2020 to 2022. */
function olderLaunches(random: Random, line: ProductLine, count: number): Launch[] {
  const days = Array.from({ length: count - 1 }, () => nextWorkday(random.integer(dayOf("2020-03-01"), dayOf("2022-08-31"))));
  return [null, ...days.sort((a, b) => a - b)].map((launchedOn) => ({ line, launchedOn }));
}

function launchDay(random: Random, line: ProductLine, quarter: number): Day {
  const day = nextWorkday(quarterStart(quarter) + random.integer(8, 70));
  return isFaultyLaunch(line, day) ? FAULTY_LAUNCH : day;
}

function newLaunches(random: Random, line: ProductLine, perQuarter: number): Launch[] {
  const quarters = QUARTERS.filter((quarter) => quarter % LINES[line].everyQuarters === 0);
  const days = quarters.flatMap((quarter) => Array.from({ length: perQuarter }, () => launchDay(random, line, quarter)));
  return days.sort((a, b) => a - b).map((launchedOn) => ({ line, launchedOn }));
}

const isOlder = (launchedOn: Day) => launchedOn < dayOf("2022-10-01");

function productOf(random: Random, { line, launchedOn }: Launch, nth: number): Omit<Product, "product_id"> {
  const { names } = LINES[line];
  const isFaulty = isFaultyLaunch(line, launchedOn);
  const fit = launchedOn === null || isOlder(launchedOn) ? 4.6 : 1 + 0.3 * platform(launchedOn);
  return {
    product: `${names[nth % names.length]}${1 + Math.floor(nth / names.length)}`,
    product_line: line,
    launched_on: launchedOn,
    size: random.lognormal(1, 0.25) * fit * (isFaulty ? 2.1 : 1),
    rampMonths: random.lognormal(1.5, 0.25) * (isFaulty ? 0.45 : 1),
    isFaulty,
  };
}

/** Products of before the sample, then the launches of every quarter; their number grows with the square root of `scale`. */
export function makeProducts(scale: number): Product[] {
  const random = randomStream("products");
  const times = Math.max(1, Math.round(Math.sqrt(scale)));
  const made = (Object.keys(PRODUCT_LINES) as ProductLine[]).flatMap((line) =>
    [...olderLaunches(random, line, OLDER_PER_LINE * times), ...newLaunches(random, line, times)].map((launch, nth) =>
      productOf(random, launch, nth),
    ),
  );
  return made.map((product, index) => ({ product_id: `P-${String(101 + index).padStart(4, "0")}`, ...product }));
}

/** How much a product sells on a day, relative to the others of its line: rising after the launch, fading after a year; the older ones are on their way out. */
export function appeal({ launched_on, size, rampMonths, isFaulty }: Product, day: Day): number {
  if (launched_on === null || isOlder(launched_on)) return size * Math.exp(-yearsIn(day) / 2);
  const months = (day - launched_on) / 30.44;
  if (months < 0) return 0;
  const fading = Math.exp(-Math.max(0, months - 10) / 30);
  const disappointed = isFaulty ? Math.exp(-Math.max(0, months - 2) / 5) : 1;
  return size * (1 - Math.exp(-(months + 0.3) / rampMonths)) * fading * disappointed;
}
