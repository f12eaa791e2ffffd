import { type Contribution, contributionsToRate, contributionsToSum } from "../../src/analysis/contributions.ts";

/** Of the earlier period and of the later. */
type Pair = readonly [before: number, after: number];

/** The contributions of members by their amounts before and after. */
export const sums = (members: Record<string, Pair>): Contribution[] =>
  contributionsToSum(
    Object.entries(members).map(([member, [before, after]]) => ({
      member,
      before: { amount: before, weight: 1 },
      after: { amount: after, weight: 1 },
    })),
  );

/** The same of members by their values before and after, and their weights. */
export const rates = (members: Record<string, readonly [values: Pair, weights: Pair]>): Contribution[] =>
  contributionsToRate(
    Object.entries(members).map(([member, [[value, now], [weight, weightNow]]]) => ({
      member,
      before: { amount: value * weight, weight },
      after: { amount: now * weightNow, weight: weightNow },
    })),
  );
