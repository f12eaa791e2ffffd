import { centreOf, differenceTerms, levelOf, slopeTerms, sumOf, total } from "./contrast.ts";
import { between, type Series } from "./observation.ts";
import { type Point, pointsOf } from "./scale.ts";

/** A change may have begun up to a year before the longest window ends. */
const FARTHEST = 4;

const squaresAbout = (points: readonly Point[], fitted: (point: Point) => number) =>
  points.reduce((sum, point) => sum + ((point.y - fitted(point)) / point.spread) ** 2, 0);

/**
 * The step at which a change to what is now most likely began, within the last year: where the levels before and after it differ most for
 * their precision (the least squares estimate of one change of level; Hinkley, Biometrika 57, 1970).
 */
export function onsetOf({ kind, rhythm, observations, until }: Series): number {
  let best = { at: until, strength: 0 };
  for (let at = until; at > until - FARTHEST * rhythm.quarter; at--) {
    const before = between(observations, at - rhythm.usual, at - 1);
    const own = between(observations, at, until);
    if (before.length < rhythm.fewest || own[0]?.at !== at) continue;
    const points = pointsOf(kind, [...before, ...own]);
    const [after, earlier] = [points.slice(before.length), points.slice(0, before.length)];
    const strength = Math.abs(sumOf(differenceTerms(after, earlier))) / Math.sqrt(1 / total(after) + 1 / total(earlier));
    if (strength > best.strength) best = { at, strength };
  }
  return best.at;
}

/** Whether a change of level describes points at least as well as a line through them. */
export function isStep({ before, after }: Record<"before" | "after", readonly Point[]>): boolean {
  const points = [...before, ...after];
  const [level, slope, centre] = [levelOf(points), sumOf(slopeTerms(points)), centreOf(points)];
  const [lower, upper] = [levelOf(before), levelOf(after)];
  const aboutStep = squaresAbout(before, () => lower) + squaresAbout(after, () => upper);
  return aboutStep <= squaresAbout(points, (point) => level + slope * (point.at - centre));
}
