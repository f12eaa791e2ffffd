import { type Kind, type Observation, weightOf } from "./observation.ts";

/** An observation on the scale on which chance works alike at all levels. */
export interface Point extends Observation {
  y: number;
  /** Standard deviation in proportion to that of other points. */
  spread: number;
}

/** The power of each kind that is nearly normal: square roots of counts (Anscombe 1948), cube roots of skewed sums (Wilson & Hilferty 1931). */
const ROOT = { share: 1, score: 1, count: 2, amount: 3 } as const;

/** Anscombe's constant for small counts. */
const OF_COUNTS = 3 / 8;

/** A value on the scale of its kind; a duration by its logarithm, where one of 0 stands for half of the least. */
export function toScale(kind: Kind, value: number, least = value): number {
  if (kind === "duration") return Math.log(Math.max(value, least / 2));
  if (kind === "count") return Math.sqrt(value + OF_COUNTS);
  return kind === "amount" ? Math.cbrt(value) : value;
}

/** The reverse of `toScale`. */
export function fromScale(kind: Kind, y: number): number {
  if (kind === "duration") return Math.exp(y);
  return kind === "count" ? Math.max(0, y * y - OF_COUNTS) : y ** ROOT[kind];
}

/** Half of the variance is taken to lie between months whatever their cases, half within and to shrink with them: near enough to either. */
const spreadOf = (weight: number, usual: number) => Math.sqrt((1 + usual / weight) / 2);

/** Observations on the scale of their kind. */
export function pointsOf(kind: Kind, observations: readonly Observation[]): Point[] {
  const usual = weightOf(observations) / observations.length;
  const positive = observations.map(({ value }) => value).filter((value) => value > 0);
  const least = positive.length > 0 ? Math.min(...positive) : 1;
  return observations.map(({ at, value, weight }) => ({
    at,
    value,
    weight,
    y: toScale(kind, value, least),
    spread: kind === "share" ? 1 / Math.sqrt(weight) : spreadOf(weight, usual),
  }));
}

/** Variance that chance alone gives a point of spread 1 about a level; null where it depends on more than the level. */
export function ownVariance(kind: Kind, level: number): number | null {
  if (kind === "share") return level * (1 - level);
  return kind === "count" ? 1 / 4 : null;
}
