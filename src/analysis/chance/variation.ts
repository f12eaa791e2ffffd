import { centreOf, levelOf, slopeTerms, sumOf } from "./contrast.ts";
import { type Noise, noiseOf, type Residual } from "./noise.ts";
import { between, type Kind, type Series, weightOf } from "./observation.ts";
import { ownVariance, type Point } from "./scale.ts";

/** How a metric varies when nothing happens. */
export interface Variation extends Noise {
  /** Variance that chance alone gives; `variance` is then a multiple of it. Null where it is not known beforehand. */
  own: number | null;
}

/** What the points of a stretch are taken to lie about. */
type Fit = "level" | "line";

/** What is left of a value is nothing where it is this part of it, which is no more than the rounding of the machine. */
const ROUNDING = 1e-9;

/** A stretch of points less their level, or their line, in spreads and, where it is known, in the chance variation at their own level. */
function residualsOf(kind: Kind, points: readonly Point[], fit: Fit): Residual[] {
  const level = levelOf(points);
  const slope = fit === "line" ? sumOf(slopeTerms(points)) : 0;
  const centre = centreOf(points);
  const unit = Math.sqrt(ownVariance(kind, level) ?? 1);
  const smallest = ROUNDING * Math.max(...points.map(({ y }) => Math.abs(y)));
  return points.map(({ at, y, spread }) => {
    const left = y - level - slope * (at - centre);
    return { at, value: unit === 0 || Math.abs(left) <= smallest ? 0 : left / spread / unit };
  });
}

/** A share away from 0 and 1 by half a case, so that one that was always kept is not known to be kept for ever. */
const inside = (level: number, points: readonly Point[]) => (level * weightOf(points) + 0.5) / (weightOf(points) + 1);

/** The variation of stretches, oldest first, each about a level or a line of its own; what chance alone gives is that at the level of the last. */
export function variationOf(
  { kind, rhythm }: Pick<Series, "kind" | "rhythm">,
  stretches: readonly (readonly Point[])[],
  fit: Fit,
): Variation {
  const last = stretches.at(-1) ?? [];
  const residuals = stretches.map((each) => residualsOf(kind, each, fit));
  return { ...noiseOf(residuals, fit === "line" ? 2 : 1, rhythm.memory), own: ownVariance(kind, inside(levelOf(last), last)) };
}

/** Older steps help to know the variation, not the level; fewer of them say nothing. */
const FEWEST_OLDER = 6;

/** The two years up to a step, after the two years before these where there is enough of them. */
export function yearsUpTo({ rhythm, observations }: Series<Point>, last: number): Point[][] {
  const first = last - rhythm.usual + 1;
  const older = between(observations, first - rhythm.usual, first - 1);
  return [...(older.length >= FEWEST_OLDER ? [older] : []), between(observations, first, last)];
}
