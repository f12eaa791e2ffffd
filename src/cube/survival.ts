import { type Counts, type Totals, valueCounts } from "./component.ts";
import { atResolution, type Distribution, type Spread, valueReaching } from "./quantiles.ts";

/** Waits that ended and waits that go on, each counted by how long they have lasted. */
export interface Waits {
  ended: Counts;
  /** Censored: all that is known is that they last longer. */
  open: Counts;
}

/** Which columns hold the waits of a fact; of each row one has a value, the other is missing. */
export interface WaitColumns {
  ended: string;
  open: string;
}

export const waitsOf = ({ ended, open }: WaitColumns, { step, of }: { step: number; of?: string | undefined }): Waits => ({
  ended: valueCounts(ended, step, of),
  open: valueCounts(open, step, of),
});

const sumOf = (counts: ReadonlyMap<number, number>) => [...counts.values()].reduce((sum, rows) => sum + rows, 0);

/** Number of waits, ended or not. */
export const waitCount = ({ ended, open }: Waits, totals: Totals): number => sumOf(totals.counts(ended)) + sumOf(totals.counts(open));

/**
 * The share of waits that have ended by each length at which one did, shortest first, by the product-limit estimator
 * (Kaplan & Meier, JASA 53, 1958). One that goes on counts as waiting up to the length that it has reached, and at it.
 */
function shareEnded({ ended, open }: Waits, totals: Totals): { value: number; upTo: number }[] {
  const [ends, goingOn] = [totals.counts(ended), totals.counts(open)];
  const lengths = [...new Set([...ends.keys(), ...goingOn.keys()])].sort((a, b) => a - b);
  let waiting = sumOf(ends) + sumOf(goingOn);
  let remaining = 1;
  return lengths.flatMap((value) => {
    const count = ends.get(value) ?? 0;
    remaining *= 1 - count / waiting;
    waiting -= count + (goingOn.get(value) ?? 0);
    return count > 0 ? [{ value, upTo: 1 - remaining }] : [];
  });
}

/**
 * The length by which a share of the waits has ended; null where so many have not yet. Where it is exactly that share, the
 * middle between the length and the next at which one ended, as `survfit` does in R and as among waits that all ended.
 */
export function survivalQuantile(waits: Waits, totals: Totals, probability: number): number | null {
  const value = valueReaching(shareEnded(waits, totals), probability);
  return value === null ? null : atResolution(value, waits.ended.step);
}

/** How many waits end at each length, those that go on spread over the longer ones by the estimator. */
function survivalDistribution(waits: Waits, totals: Totals): Distribution {
  const [all, shares] = [waitCount(waits, totals), shareEnded(waits, totals)];
  const counts = shares.map(({ value, upTo }, i) => ({
    value: atResolution(value, waits.ended.step),
    count: (upTo - (shares[i - 1]?.upTo ?? 0)) * all,
  }));
  return { counts, all };
}

/** The spread of waits, those that go on included. */
export function survivals(
  columns: WaitColumns,
  probabilities: readonly number[],
  { step, of }: { step: number; of?: string | undefined },
): Spread {
  const waits = waitsOf(columns, { step, of });
  return {
    components: [waits.ended, waits.open],
    probabilities,
    step,
    isEstimated: true,
    quantile: (totals, probability) => survivalQuantile(waits, totals, probability),
    distribution: (totals) => survivalDistribution(waits, totals),
  };
}
