import { centreOf, levelOf, slopeTerms, sumOf } from "./contrast.ts";
import { type Noise, noiseOf, type Residual } from "./noise.ts";
import { between, type Kind, weightOf } from "./observation.ts";
import { ownVariance, type Point } from "./scale.ts";

/** How a metric varies when nothing happens. */
export interface Variation extends Noise {
  /** Variance that chance alone gives, of which `variance` is then a multiple; null where it is not known beforehand. */
  own: number | null;
}

/** A stretch of steps, judged about its mean or about a line. */
interface Stretch {
  first: number;
  length: number;
  isLine: boolean;
}

/** Older steps help to know the variation, not the level; fewer of them say nothing. */
const FEWEST_OLDER = 6;

/** A stretch of points less their mean, or their line, in spreads and, where it is known, in the chance variation at their own level. */
function residualsOf(kind: Kind, points: readonly Point[], isLine: boolean): Residual[] {
  const level = levelOf(points);
  const slope = isLine ? sumOf(slopeTerms(points)) : 0;
  const centre = centreOf(points);
  const unit = Math.sqrt(ownVariance(kind, level) ?? 1);
  return points.map(({ at, y, spread }) => ({ at, value: unit === 0 ? 0 : (y - level - slope * (at - centre)) / spread / unit }));
}

/** A share away from 0 and 1 by half a case, so that one that was always kept is not known to be kept for ever. */
const inside = (level: number, points: readonly Point[]) => (level * weightOf(points) + 0.5) / (weightOf(points) + 1);

/** The variation about the mean, or about a line, of a stretch of points and of another as long before it. */
export function variationOf(kind: Kind, points: readonly Point[], { first, length, isLine }: Stretch): Variation {
  const own = between(points, first, first + length - 1);
  const older = between(points, first - length, first - 1);
  const stretches = older.length >= FEWEST_OLDER ? [older, own] : [own];
  const residuals = stretches.map((each) => residualsOf(kind, each, isLine));
  return { ...noiseOf(residuals, isLine ? 2 : 1), own: ownVariance(kind, inside(levelOf(own), own)) };
}
