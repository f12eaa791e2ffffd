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

/** The exact 95 % interval of a probability from hits among draws (Clopper & Pearson, Biometrika 26, 1934). */
export function intervalOf(hits: number, draws: number): [low: number, high: number] {
  const low = hits === 0 ? 0 : inverse((p) => atLeast(hits, draws, p), 0.025);
  const high = hits === draws ? 1 : inverse((p) => atLeast(hits + 1, draws, p), 0.975);
  return [low, high];
}
