import type { Fraction } from "../cube/parts.ts";

/** A member's amount and weight in two periods. */
export interface MemberChange {
  member: string;
  before: Fraction;
  after: Fraction;
}

/** How much of a change one member carried. */
export interface Contribution {
  member: string;
  /** From its own value having changed. */
  rate: number;
  /** From its weight having changed: more of a member that lies above the whole raises it. */
  mix: number;
  /** Its shares of the weight in the two periods; of a sum, of the amount. */
  shares: { before: number; after: number };
  /** The part of the change that it would carry if all members had changed alike. */
  due: number;
}

const total = (fractions: readonly Fraction[]): Fraction => ({
  amount: fractions.reduce((sum, { amount }) => sum + amount, 0),
  weight: fractions.reduce((sum, { weight }) => sum + weight, 0),
});

/** A part of a whole; 0 of nothing. */
export const partOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const rateOf = ({ amount, weight }: Fraction): number | null => (weight === 0 ? null : amount / weight);
const unweighted = ({ amount, weight }: Fraction): number => (weight === 0 ? amount : 0);

/**
 * Splits the change of a mean or ratio over the members of a dimension, so that the parts add up to the change of the whole:
 * rate_i = (w_i + w_i′)/2 × (r_i′ − r_i), mix_i = (w_i′ − w_i) × ((r_i + r_i′)/2 − (R + R′)/2), where w is the share of the weight and
 * r the member's value (the symmetric form of the shift-share or Kitagawa decomposition, J. Am. Stat. Assoc. 50, 1955).
 * A member that is there in one period only has no change of its own: all of it is mix. An amount without weight, such as returns where
 * nothing was ordered, is carried as rate. Empty where either period has no weight at all.
 */
export function contributionsToRate(changes: readonly MemberChange[]): Contribution[] {
  const [before, after] = [total(changes.map(({ before }) => before)), total(changes.map(({ after }) => after))];
  const [wholeBefore, wholeAfter] = [rateOf(before), rateOf(after)];
  if (wholeBefore === null || wholeAfter === null) return [];
  return changes.map((change) => {
    const [old, now] = [rateOf(change.before), rateOf(change.after)];
    const [from, to] = [old ?? now ?? 0, now ?? old ?? 0];
    const [share, newShare] = [change.before.weight / before.weight, change.after.weight / after.weight];
    return {
      member: change.member,
      rate: ((share + newShare) / 2) * (to - from) + unweighted(change.after) / after.weight - unweighted(change.before) / before.weight,
      mix: (newShare - share) * ((from + to) / 2 - (wholeBefore + wholeAfter) / 2),
      shares: { before: share, after: newShare },
      due: (share + newShare) / 2,
    };
  });
}

const sizeOf = (fractions: readonly Fraction[]) => fractions.reduce((sum, { amount }) => sum + Math.abs(amount), 0);

/** Splits the change of a sum: each member carries its own difference. Alike is that all grow or shrink by one factor. */
export function contributionsToSum(changes: readonly MemberChange[]): Contribution[] {
  const [allBefore, allAfter] = [sizeOf(changes.map(({ before }) => before)), sizeOf(changes.map(({ after }) => after))];
  return changes.map(({ member, before, after }) => {
    const shares = { before: partOf(Math.abs(before.amount), allBefore), after: partOf(Math.abs(after.amount), allAfter) };
    return { member, rate: after.amount - before.amount, mix: 0, shares, due: shares.before };
  });
}
