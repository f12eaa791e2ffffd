import { createHash } from "node:crypto";
import { randomBinomial, randomNormal, randomPareto, randomPoisson } from "d3-random";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A stream of random numbers with the distributions that the sample needs. */
export interface Random {
  /** From `low`, included, to `high`, excluded. */
  between(low: number, high: number): number;
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  /** Around 0 with standard deviation `sd`. */
  noise(sd: number): number;
  /** Half of the draws lie below `median`; `sigma` is the standard deviation of the logarithm. */
  lognormal(median: number, sigma: number): number;
  /** At least 1, with the heavier a tail the smaller `alpha` is. */
  pareto(alpha: number): number;
  poisson(mean: number): number;
  binomial(n: number, probability: number): number;
  pick<T>(items: readonly T[]): T;
  /** A key, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
}

const seedOf = (name: string) => createHash("sha256").update(name).digest().readInt32LE();

/** The same name gives the same stream; each table has its own, so that changing one leaves the others as they are. */
export function randomStream(name: string): Random {
  const generator = xoroshiro128plus(seedOf(name));
  const uniform = () => uniformFloat64(generator);
  const normal = randomNormal.source(uniform)();
  const integer = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1));
  return {
    between: (low, high) => low + uniform() * (high - low),
    integer,
    chance: (probability) => uniform() < probability,
    noise: (sd) => sd * normal(),
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
    pareto: (alpha) => randomPareto.source(uniform)(alpha)(),
    poisson: (mean) => randomPoisson.source(uniform)(mean)(),
    binomial: (n, probability) => randomBinomial.source(uniform)(n, Math.min(1, probability))(),
    pick: <T>(items: readonly T[]) => items[integer(0, items.length - 1)] as T,
    weighted: (weights) => weightedKey(weights, uniform()),
  };
}

function weightedKey<K extends string>(weights: Readonly<Record<K, number>>, at: number): K {
  const keys = Object.keys(weights) as K[];
  let left = at * keys.reduce((sum, key) => sum + weights[key], 0);
  for (const key of keys) {
    left -= weights[key];
    if (left < 0) return key;
  }
  return keys.at(-1) as K;
}

/** Draws items as often as their weights say, in logarithmic time. */
export function sampler<T>(items: readonly T[], weight: (item: T) => number): (random: Random) => T {
  const sums = new Float64Array(items.length);
  let total = 0;
  items.forEach((item, index) => {
    total += weight(item);
    sums[index] = total;
  });
  return (random) => items[firstAbove(sums, random.between(0, total))] as T;
}

function firstAbove(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
