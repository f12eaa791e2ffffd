import { evidenceOf } from "../../../src/analysis/chance/evidence.ts";
import { holm } from "../../../src/analysis/chance/holm.ts";
import type { Series } from "../../../src/analysis/chance/observation.ts";
import { verdictOf } from "../../../src/analysis/chance/verdict.ts";
import { randomStream } from "../../sample/random.ts";
import { isOutsideLimits } from "./false-signals.ts";
import { type Change, duration, LAST, share } from "./still-series.ts";

/** A change that is to be found, so many months ago. */
export interface Sought {
  name: string;
  /** Cases a month. */
  cases: number;
  months: number;
  make: (random: ReturnType<typeof randomStream>) => Series;
}

/** In which part of the series a change is found. */
export interface Power extends Sought {
  alone: number;
  /** Beside eleven metrics in which nothing happens. */
  amongTwelve: number;
  /** By the three rules, which have false signals many times as often. */
  limits: number;
}

const MONTHS = [1, 2, 3, 6];

const from =
  (months: number, size: number): Change =>
  (at) =>
    at > LAST - months ? size : 0;

/** Shares of .85 that fall by 10, 20 and 30 points, and durations that grow by 30 %. */
export const SOUGHT: readonly Sought[] = [
  ...[12, 23, 49].flatMap((cases) =>
    [-0.1, -0.2, -0.3].flatMap((size) =>
      MONTHS.map(
        (months): Sought => ({
          name: `share ${Math.round(size * 100)} points`,
          cases,
          months,
          make: (random) => share(random, cases, from(months, size)),
        }),
      ),
    ),
  ),
  ...[4, 12, 30].flatMap((cases) =>
    MONTHS.map(
      (months): Sought => ({
        name: "duration +30 %",
        cases,
        months,
        make: (random) => duration(random, cases, from(months, 0.3)),
      }),
    ),
  ),
];

/** How often a change is found, in so many series. */
export function powerOf(sought: Sought, count: number): Power {
  const random = randomStream(`${sought.name}, ${sought.cases} cases, ${sought.months} months`);
  const series = Array.from({ length: count }, () => sought.make(random));
  const rate = (isFound: (each: Series) => boolean) => series.filter(isFound).length / count;
  const others = Array<number>(11).fill(1);
  const isSaid = (each: Series, family: readonly number[]) => {
    const evidence = evidenceOf(each);
    return ["special", "new-level"].includes(verdictOf(each, evidence, holm([evidence?.p ?? null, ...family])[0]).state);
  };
  return {
    ...sought,
    alone: rate((each) => isSaid(each, [])),
    amongTwelve: rate((each) => isSaid(each, others)),
    limits: rate((each) => isOutsideLimits(each)),
  };
}
