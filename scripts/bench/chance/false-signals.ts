import { type Evidence, evidenceOf } from "../../../src/analysis/chance/evidence.ts";
import { holm } from "../../../src/analysis/chance/holm.ts";
import type { Series } from "../../../src/analysis/chance/observation.ts";
import { type Verdict, verdictOf } from "../../../src/analysis/chance/verdict.ts";
import { processBehaviour, type Signal } from "../../../src/analysis/xmr.ts";
import { type Random, randomStream } from "../../sample/random.ts";
import { intervalOf } from "./interval.ts";
import { STILL } from "./still-series.ts";

type Side = Signal["side"];

/** How many pages have any signal. */
export interface Pages {
  pages: number;
  signals: number;
  share: number;
  /** The exact 95 % interval of the share. */
  interval: [low: number, high: number];
}

/** What a reader would take for a change. */
export const isSignal = ({ state, trend }: Verdict): boolean => ["special", "new-level", "back"].includes(state) || trend !== null;

/** Whether any of the three rules fires in the last quarter of a chart of limits, on one side of them or on either. */
export function isOutsideLimits({ observations, rhythm, until }: Series, only?: Side): boolean {
  const { signals } = processBehaviour(observations.map(({ value }) => value));
  return signals.some(({ at, side }) => (observations[at]?.at ?? 0) > until - rhythm.quarter && (only ?? side) === side);
}

interface Judged {
  series: Series;
  evidence: Evidence | null;
  /** By the three rules. */
  isOutside: boolean;
}

const pagesOf = (signals: number, pages: number): Pages => ({
  pages,
  signals,
  share: signals / pages,
  interval: intervalOf(signals, pages),
});

const hasSignal = (page: readonly Judged[]): boolean => {
  const levels = holm(page.map(({ evidence }) => evidence?.p ?? null));
  return page.some(({ series, evidence }, i) => isSignal(verdictOf(series, evidence, levels[i])));
};

/** Series that are simulated at once: whole pages of 12 and of 30. */
const AT_ONCE = 60;

/** The pages of so many series. */
const inPages = (judged: readonly Judged[], size: number): Judged[][] =>
  Array.from({ length: Math.floor(judged.length / size) }, (_, page) => judged.slice(page * size, (page + 1) * size));

export interface FalseSignals {
  name: string;
  /** By the number of series on a page. */
  pages: Record<number, Pages>;
  /** The three rules on the same pages. */
  limits: Record<number, Pages>;
}

/** Pages on which nothing happens, of so many series of one kind in all, in families of several sizes that divide 60. */
export function falseSignals(name: string, make: (random: Random) => Series, count: number, families: readonly number[]): FalseSignals {
  const random = randomStream(`nothing happens: ${name}`);
  const tallies = families.map((size) => ({ size, pages: 0, signals: 0, outside: 0 }));
  for (let done = 0; done < count; done += AT_ONCE) {
    const series = Array.from({ length: AT_ONCE }, () => make(random));
    const judged = series.map((each) => ({ series: each, evidence: evidenceOf(each), isOutside: isOutsideLimits(each) }));
    for (const tally of tallies) {
      const pages = inPages(judged, tally.size);
      tally.pages += pages.length;
      tally.signals += pages.filter(hasSignal).length;
      tally.outside += pages.filter((page) => page.some(({ isOutside }) => isOutside)).length;
    }
  }
  const of = (count: "signals" | "outside") => Object.fromEntries(tallies.map((tally) => [tally.size, pagesOf(tally[count], tally.pages)]));
  return { name, pages: of("signals"), limits: of("outside") };
}

/** Series of all kinds by turns, as on a page of the site. */
export function mixed(): (random: Random) => Series {
  const makes = Object.values(STILL);
  let turn = 0;
  return (random) => (makes[turn++ % makes.length] as (random: Random) => Series)(random);
}
