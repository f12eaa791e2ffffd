import type { Rhythm } from "./rhythm.ts";

/**
 * What a value is, and so how it varies by chance: a share of whole cases, a count of things, a duration, an amount that may be 0, or a score,
 * which stands for every other number that may have either sign or no natural zero.
 */
export type Kind = "share" | "count" | "duration" | "amount" | "score";

/** A metric in one complete month or quarter; missing and hidden ones, and those published within limits, are left out. */
export interface Observation {
  /** Months or quarters, counted from any start; a gap is a missing one. */
  at: number;
  value: number;
  /** Cases that a share or a mean rests on; 1 for a sum or a count. */
  weight: number;
}

/** A metric up to now. */
export interface Series<T extends Observation = Observation> {
  kind: Kind;
  rhythm: Rhythm;
  /** Oldest first. */
  observations: readonly T[];
  /** The last step that is looked at. */
  until: number;
}

/** All weight of observations. */
export const weightOf = (observations: readonly Observation[]): number => observations.reduce((sum, { weight }) => sum + weight, 0);

/** What the observations are together: of shares and means that of all their cases, of sums and counts that of a usual month or quarter. */
export const overall = (observations: readonly Observation[]): number =>
  observations.reduce((sum, { value, weight }) => sum + value * weight, 0) / weightOf(observations);

/** Those from a step to another, both within. */
export const between = <T extends Observation>(observations: readonly T[], first: number, last: number): T[] =>
  observations.filter(({ at }) => at >= first && at <= last);
