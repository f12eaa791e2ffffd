import { evidenceOf } from "../../src/analysis/chance/evidence.ts";
import { verdictOf } from "../../src/analysis/chance/verdict.ts";
import { randomStream } from "../sample/random.ts";
import { type FalseSignals, falseSignals, mixed, type Pages } from "./chance/false-signals.ts";
import { type Power, powerOf, SOUGHT } from "./chance/power.ts";
import { DROWSY, STILL } from "./chance/still-series.ts";

/** How far the verdicts of metrics can be believed. */
export interface ChanceBench {
  falseSignals: FalseSignals[];
  power: Power[];
  /** To judge 100 series of five years, ms, median. */
  hundredSeries: number;
}

const FAMILIES = [1, 12, 30];

/** The time of judging again and again what a page shows. */
function hundredSeries(): number {
  const [random, make] = [randomStream("speed"), mixed()];
  const series = Array.from({ length: 100 }, () => make(random));
  const times = Array.from({ length: 200 }, () => {
    const started = performance.now();
    for (const each of series) verdictOf(each, evidenceOf(each));
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[100] ?? Number.NaN;
}

/** Simulates so many series of each kind in which nothing happens, and so many of each change. */
export function measureChance(still: number, changed: number): ChanceBench {
  const kinds = [...Object.entries(STILL), ["all of these by turns", mixed()] as const, ...Object.entries(DROWSY)];
  return {
    falseSignals: kinds.map(([name, make]) => falseSignals(name, make, still, FAMILIES)),
    power: SOUGHT.map((sought) => powerOf(sought, changed)),
    hundredSeries: hundredSeries(),
  };
}

const digits = (share: number) => share.toFixed(3);
const pagesText = ({ share, interval: [low, high] }: Pages) => `${digits(share)} (${digits(low)}–${digits(high)})`;

const falseText = ({ name, pages, limits }: FalseSignals) =>
  `| ${[name, ...FAMILIES.map((size) => pages[size] && pagesText(pages[size])), digits(limits[1]?.share ?? 0), digits(limits[12]?.share ?? 0)].join(" | ")} |`;

const powerText = (rows: readonly Power[]) =>
  `| ${[rows[0]?.name, rows[0]?.cases, ...rows.map(({ alone, amongTwelve, limits }) => `${alone.toFixed(2)} / ${amongTwelve.toFixed(2)} / ${limits.toFixed(2)}`)].join(" | ")} |`;

/** The tables of false signals and of power, as Markdown. */
export function chanceText({ falseSignals, power, hundredSeries }: ChanceBench): string {
  const changes = [...Map.groupBy(power, ({ name, cases }) => `${name} ${cases}`).values()];
  return [
    "Pages with any signal where nothing happens (95 % interval), by the number of metrics; at the end by three rules on limits:",
    "",
    "| series | 1 | 12 | 30 | rules, 1 | rules, 12 |",
    "| --- | --- | --- | --- | --- | --- |",
    ...falseSignals.map(falseText),
    "",
    "Changes found: alone / among twelve metrics / by three rules on limits, by when they began:",
    "",
    "| change | cases | 1 month ago | 2 | 3 | 6 |",
    "| --- | --- | --- | --- | --- | --- |",
    ...changes.map(powerText),
    "",
    `100 series judged in ${hundredSeries.toFixed(1)} ms`,
  ].join("\n");
}
