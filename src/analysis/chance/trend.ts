import { slopeTerms } from "./contrast.ts";
import type { Look } from "./look.ts";
import { between, overall, type Series, weightOf } from "./observation.ts";
import { probabilityOf } from "./probability.ts";
import type { Point } from "./scale.ts";
import { variationOf, yearsUpTo } from "./variation.ts";

/**
 * The line through the last two years, its slope judged by the months about it and their correlation (of shares, the test of Cochran and
 * Armitage); `from` and `to` are the values of the first half-year and of the last. Null with observations for less than two thirds.
 */
export function trendOf(series: Series<Point>): Look | null {
  const { rhythm, until } = series;
  const years = yearsUpTo(series, until);
  const own = years.at(-1) ?? [];
  const first = until - rhythm.usual + 1;
  const half = 2 * rhythm.quarter;
  const [start, end] = [between(own, first, first + half - 1), between(own, until - half + 1, until)];
  if (own.length * 3 < rhythm.usual * 2 || start.length === 0 || end.length === 0) return null;
  const p = probabilityOf(variationOf(series, years, "line"), slopeTerms(own));
  return { first, last: until, p, from: overall(start), to: overall(end), n: weightOf(own) };
}
