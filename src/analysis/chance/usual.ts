import type { Series } from "./observation.ts";
import { isStep } from "./onset.ts";
import type { Point } from "./scale.ts";
import { shiftIn } from "./shift.ts";
import { type Variation, variationOf, yearsUpTo } from "./variation.ts";

/** What a metric is like before the steps that are looked at. */
export interface Usual {
  /**
   * The two years before these; where the level changed within them what came after or, where that is less than half a year, what was before:
   * then the change is news.
   */
  points: Point[];
  /** The step from which these are, where the level changed before; null where it did not. */
  since: number | null;
  /** Whether the two years have one level. */
  isLevel: boolean;
  variation: Variation;
}

/** What follows is compared with one side of a change of level, so it is taken for one where it is hardly chance. */
const LEVEL = 0.01;

/** Points, as two stretches where their level changed, which describes them no worse than a line does. */
function levelsIn(points: Point[], least: number): Point[][] {
  const shift = shiftIn(points, least);
  return shift && shift.p <= LEVEL && isStep(shift) ? [shift.before, shift.after] : [points];
}

/** What a metric is usually like, from the two years up to a step, and how it varies. */
export function usualOf(series: Series<Point>, last: number): Usual {
  const { rhythm } = series;
  const least = Math.max(2, rhythm.quarter);
  const years = yearsUpTo(series, last).map((points) => levelsIn(points, least));
  const [first = [], after] = years.at(-1) ?? [];
  const isAfter = after !== undefined && after.length >= 2 * least;
  const points = isAfter ? after : first;
  return {
    points,
    since: isAfter ? (after[0]?.at ?? null) : null,
    isLevel: after === undefined,
    variation: variationOf(series, years.flat(), "level"),
  };
}
