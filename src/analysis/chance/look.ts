import { differenceTerms } from "./contrast.ts";
import { midP } from "./hypergeometric.ts";
import { type Kind, type Observation, overall, weightOf } from "./observation.ts";
import { dispersed, probabilityOf } from "./probability.ts";
import type { Point } from "./scale.ts";
import type { Variation } from "./variation.ts";

/** Some steps beside others before them. */
export interface Comparison {
  /** Two-sided probability of a difference as large, or larger, when nothing happened; of this look alone. */
  p: number;
  /** Value of what it is compared with, and its own; of sums and counts those of a usual step. */
  from: number;
  to: number;
  /** Weight of its own observations: cases, or steps of a sum or count. */
  n: number;
}

/** The same of a stretch of steps. */
export interface Look extends Comparison {
  first: number;
  last: number;
}

const hitsOf = (observations: readonly Observation[]) =>
  observations.reduce((sum, { value, weight }) => sum + Math.round(value * weight), 0);

/**
 * Compares points with others before them by the variation of their kind. Shares: the exact hypergeometric mid-p value, with the dispersion of
 * months that vary more than chance. Others: Student's t of a new mean, whose variance is that of the months before, since two or three
 * months of its own say nothing of it.
 */
export function lookAt(kind: Kind, own: readonly Point[], other: readonly Point[], variation: Variation): Comparison {
  const terms = differenceTerms(own, other);
  const groups = { hits: hitsOf(own), cases: weightOf(own), otherHits: hitsOf(other), otherCases: weightOf(other) };
  const p = kind === "share" ? dispersed(midP(groups), variation, terms) : probabilityOf(variation, terms);
  return { p, from: overall(other), to: overall(own), n: weightOf(own) };
}
