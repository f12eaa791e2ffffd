import { differenceTerms } from "./contrast.ts";
import { LEVEL } from "./holm.ts";
import { type Comparison, type Look, lookAt } from "./look.ts";
import { between, type Kind, overall, type Series } from "./observation.ts";
import { errorOf, studentDistance } from "./probability.ts";
import type { Rhythm } from "./rhythm.ts";
import { fromScale, type Point, pointsOf, toScale } from "./scale.ts";
import { trendOf } from "./trend.ts";
import { usualOf } from "./usual.ts";
import type { Variation } from "./variation.ts";

/** Everything that was looked at, each with its probability corrected for the others. */
export interface Evidence {
  /** The step at which what is usual began, where the level changed within the two years before the windows; null where it did not. */
  since: number | null;
  /** The windows up to now that have observations, shortest first. */
  windows: Look[];
  /** The quarter before the last. */
  earlier: Look | null;
  /** The last quarter beside the one before it. */
  returned: Look | null;
  /** Null where the level changed once in the two years, which is no slow change. */
  trend: Look | null;
  /** The smallest rise from the usual value, over the longest window, that would be seen in half of all cases; 0 where nothing varied, so that it is not known. */
  visible: number;
  /** The smallest of all corrected probabilities: that of a metric in which nothing happens to be called anything but usual. */
  p: number;
}

/**
 * What the probability of a window is multiplied by, so that all looks together stay at one level: found by simulation of series in which
 * nothing happens (scripts/bench/chance). Shares need less, since they are never taken to vary less than by chance; amounts more, since
 * single large ones are frequent.
 */
const WINDOWS: Record<Kind, number> = { share: 1.85, count: 2.2, duration: 2, score: 2, amount: 3 };

/** The same of every look. What is asked by quarter, such as satisfaction, is looked at for a slow change as much as for a sudden one. */
function looksOf(kind: Kind, { quarter }: Rhythm) {
  const window = WINDOWS[kind];
  return { window, earlier: 6 * window, trend: quarter === 1 ? window : 12 * window };
}

const corrected = <T extends Comparison>(found: T, looks: number): T => ({ ...found, p: Math.min(1, found.p * looks) });

/** Sums that are 0 in most months have no usual range. */
const informing = (kind: Kind, points: readonly Point[]) => (kind === "amount" ? points.filter(({ value }) => value !== 0) : points).length;

/** The longest window that leaves enough before it to compare with; 0 without one. */
const longestWindow = ({ kind, rhythm, observations, until }: Series<Point>) =>
  rhythm.windows.findLast(
    (steps) => informing(kind, between(observations, until - steps - rhythm.usual + 1, until - steps)) >= rhythm.fewest,
  ) ?? 0;

/** The smallest rise from the usual value, over some steps, that would be seen in half of all cases. */
function visibleRise(kind: Kind, usual: readonly Point[], own: readonly Point[], variation: Variation, level: number): number {
  const { error, degrees } = errorOf(variation, differenceTerms(own, usual));
  if (error === 0) return 0;
  const value = overall(usual);
  return fromScale(kind, toScale(kind, value) + studentDistance(level, degrees) * error) - value;
}

/** Compares the last steps of a metric with what was usual in the two years before the last half-year; null where either has too few observations. */
export function evidenceOf(series: Series): Evidence | null {
  const { kind, rhythm, until } = series;
  const points = pointsOf(kind, series.observations);
  const scaled = { ...series, observations: points };
  const longest = longestWindow(scaled);
  const recent = between(points, until - longest + 1, until);
  if (longest === 0 || recent.length * 2 < longest) return null;
  const { points: usual, since, isLevel, variation } = usualOf(scaled, until - longest);
  const looks = looksOf(kind, rhythm);
  const quarterAgo = until - rhythm.quarter;
  const look = (first: number, last: number, looks: number, other: readonly Point[] = usual): Look | null => {
    const own = between(recent, first, last);
    const isThere = own.length * 2 > last - first && own.length > 0 && other.length > 0;
    return isThere ? { first, last, ...corrected(lookAt(kind, own, other, variation), looks) } : null;
  };
  const windows = rhythm.windows.filter((steps) => steps <= longest).flatMap((steps) => look(until - steps + 1, until, looks.window) ?? []);
  const isHalfYear = longest >= 2 * rhythm.quarter;
  const earlier = isHalfYear ? look(quarterAgo - rhythm.quarter + 1, quarterAgo, looks.earlier) : null;
  const returned = earlier && look(quarterAgo + 1, until, 1, between(recent, earlier.first, earlier.last));
  const slope = isLevel ? trendOf(scaled) : null;
  const trend = slope && corrected(slope, looks.trend);
  const visible = visibleRise(kind, usual, recent, variation, LEVEL / looks.window);
  const all = [...windows, earlier, trend].flatMap((each) => each?.p ?? []);
  return { since, windows, earlier, returned, trend, visible, p: Math.min(1, ...all) };
}
