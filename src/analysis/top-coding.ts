import { type Bound, boundOf } from "../core/bound.ts";
import type { SurveyScale } from "../core/survey-scale.ts";

/** What each answer may add to a sum. */
export interface Scale extends SurveyScale {
  /** How far from the ends of the scale a mean is published at most, as a part of its length. */
  margin: number;
}

/** 1 for an answer that counts, 0 for one that does not; shares are published from 10 % to 90 %. */
export const SHARE: Scale = { least: 0, most: 1, favourable: 1, margin: 0.1 };

/** A score of the survey; a mean is published wherever it proves nothing of all. */
export const scoreOn = (scale: SurveyScale): Scale => ({ ...scale, margin: 0 });

/** The least and the greatest sum of n answers that are compatible with one answer that is favourable and one that is not. */
export function codedLimits({ least, most, favourable, margin }: Scale, n: number): { low: number; high: number } {
  const slack = margin * (most - least) * n;
  return {
    low: Math.max((n - 1) * least + favourable, n * least + slack),
    high: Math.min((n - 1) * most + favourable - 1, n * most - slack),
  };
}

/**
 * A sum of n answers as it is published: at its limit where it reaches it, so that the number proves of no group that all, or none, are
 * favourable (top and bottom coding; Hundepool et al., Statistical Disclosure Control, 2012, ch. 3). n is 2 or more.
 */
export function topCode(scale: Scale, n: number, sum: number): { value: number; bound: Bound } {
  const { low, high } = codedLimits(scale, n);
  return { value: Math.min(high, Math.max(low, sum)), bound: boundOf(sum >= high, sum <= low) };
}
