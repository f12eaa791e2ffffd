import { logChoose } from "../../../src/analysis/chance/log-gamma.ts";

/** Probability of so many hits or more, in so many independent draws. */
function atLeast(hits: number, draws: number, probability: number): number {
  let sum = 0;
  for (let k = hits; k <= draws; k++) {
    const term = Math.exp(logChoose(draws, k) + k * Math.log(probability) + (draws - k) * Math.log1p(-probability));
    sum += term;
    if (k > draws * probability && term < sum * 1e-12) break;
  }
  return sum;
}

/** Where an increasing function from 0 to 1 reaches a value. */
function inverse(increasing: (x: number) => number, value: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (increasing(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The 95 % interval of the share of pages that are hit, where several are of one company: `hits` says of how many of each. Pages of a company
 * resemble each other, so that they count for as many as would vary as much were they independent (Kish, Survey Sampling, 1965, ch. 5:
 * the design effect), never for more than there are, and without any hit for one a company.
 */
export function clusteredInterval(hits: readonly number[], pages: number): [low: number, high: number] {
  const draws = hits.length * pages;
  const share = hits.reduce((sum, each) => sum + each, 0) / draws;
  const between = hits.reduce((sum, each) => sum + (each / pages - share) ** 2, 0) / (hits.length - 1);
  const chance = (share * (1 - share)) / pages;
  const effect = chance === 0 ? pages : Math.max(1, between / chance);
  return intervalOf(Math.round((share * draws) / effect), Math.round(draws / effect));
}

/** The exact 95 % interval of a probability from hits among draws (Clopper & Pearson, Biometrika 26, 1934). */
export function intervalOf(hits: number, draws: number): [low: number, high: number] {
  const low = hits === 0 ? 0 : inverse((p) => atLeast(hits, draws, p), 0.025);
  const high = hits === draws ? 1 : inverse((p) => atLeast(hits + 1, draws, p), 0.975);
  return [low, high];
}
