import type { Kind, Observation, Series } from "../../../src/analysis/chance/observation.ts";
import { MONTHLY, QUARTERLY, type Rhythm } from "../../../src/analysis/chance/rhythm.ts";
import type { Random } from "../../sample/random.ts";

/** What happens to a series: the factor, or for shares the points, by which its level has changed at a step. */
export type Change = (at: number) => number;

const STEPS = 60;
/** The step up to which they are judged. */
export const LAST = STEPS - 1;

const nothing: Change = () => 0;

type Step = (at: number) => Omit<Observation, "at">;

/** A series of steps with cases. */
function seriesOf(kind: Kind, step: Step, rhythm: Rhythm = MONTHLY, steps = STEPS): Series {
  const observations = Array.from({ length: steps }, (_, at) => ({ at: at + STEPS - steps, ...step(at + STEPS - steps) }));
  return { kind, rhythm, observations: observations.filter(({ weight }) => weight > 0), until: LAST };
}

/** A share of .85 of some cases a month, and what is added to it. */
export const share = (random: Random, cases: number, change = nothing): Series =>
  seriesOf("share", (at) => {
    const weight = random.poisson(cases);
    return { value: random.binomial(weight, 0.85 + change(at)) / weight, weight };
  });

/** A beta-binomial share: months differ in their share with a standard deviation of .08 (drawn from Pólya's urn). */
const restlessShare = (random: Random, cases: number): Series =>
  seriesOf("share", () => {
    const weight = random.poisson(cases);
    let hits = 0;
    for (let drawn = 0; drawn < weight; drawn++) if (random.chance((17 + hits) / (20 + drawn))) hits++;
    return { value: hits / weight, weight };
  });

/** Months differ in their share with a standard deviation of .05, and remember the month before. */
function drowsyShare(random: Random, cases: number, memory: number): Series {
  const level = walk(random, memory);
  return seriesOf("share", () => {
    const weight = random.poisson(cases);
    return { value: random.binomial(weight, Math.max(0, 0.85 + 0.05 * level())) / weight, weight };
  });
}

/** An autoregression of order one with mean 0 and variance 1. */
function walk(random: Random, memory: number): () => number {
  let last = random.noise(1);
  return () => {
    last = memory * last + random.noise(Math.sqrt(1 - memory * memory));
    return last;
  };
}

/** Means of many cases that remember the month before. */
function mean(random: Random, memory: number): Series {
  const level = walk(random, memory);
  return seriesOf("score", () => ({ value: 3.6 + 0.2 * level(), weight: 30 }));
}

const sumOf = (random: Random, cases: number, sigma: number) => {
  let sum = 0;
  for (let i = 0; i < cases; i++) sum += random.lognormal(8, sigma);
  return sum;
};

/** The mean of lognormal durations of a few cases a month. */
export const duration = (random: Random, cases: number, change = nothing): Series =>
  seriesOf("duration", (at) => {
    const weight = random.poisson(cases);
    return { value: ((1 + change(at)) * sumOf(random, weight, 0.8)) / weight, weight };
  });

const count = (random: Random, usual: number): Series => seriesOf("count", () => ({ value: random.poisson(usual), weight: 1 }));

/** Sums of the lognormal amounts of a few cases a month. */
const amount = (random: Random, cases: number): Series =>
  seriesOf("amount", () => ({ value: sumOf(random, random.poisson(cases), 1), weight: 1 }));

/** The mean score of a survey asked once a quarter, which may remember the one before. */
function survey(random: Random, { steps = 20, memory = 0 } = {}): Series {
  const level = walk(random, memory);
  return seriesOf("score", () => ({ value: 3.6 + 0.1 * level(), weight: 50 + random.integer(0, 20) }), QUARTERLY, steps);
}

/** Series in which nothing happens, by what they are. */
export const STILL: Readonly<Record<string, (random: Random) => Series>> = {
  "share, 12 cases a month": (random) => share(random, 12),
  "share, 23 cases a month": (random) => share(random, 23),
  "share, 49 cases a month": (random) => share(random, 49),
  "restless share, 12 cases": (random) => restlessShare(random, 12),
  "restless share, 49 cases": (random) => restlessShare(random, 49),
  "mean, no memory": (random) => mean(random, 0),
  "mean, memory .3": (random) => mean(random, 0.3),
  "mean, memory .6": (random) => mean(random, 0.6),
  "duration, 4 cases a month": (random) => duration(random, 4),
  "duration, 12 cases a month": (random) => duration(random, 12),
  "count, 3 a month": (random) => count(random, 3),
  "count, 15 a month": (random) => count(random, 15),
  "amount, 8 cases a month": (random) => amount(random, 8),
  "amount, 40 cases a month": (random) => amount(random, 40),
  "survey, 20 quarters": (random) => survey(random),
  "survey, 11 quarters": (random) => survey(random, { steps: 11 }),
  "survey, memory .2": (random) => survey(random, { memory: 0.2 }),
};

/** Series whose own restlessness remembers the month before, among cases that hide it: known to have false signals somewhat more often. */
export const DROWSY: Readonly<Record<string, (random: Random) => Series>> = {
  "drowsy share, 23 cases": (random) => drowsyShare(random, 23, 0.4),
  "drowsy share, 49 cases": (random) => drowsyShare(random, 49, 0.4),
};
