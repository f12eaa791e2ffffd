import { between } from "./observation.ts";
import type { Point } from "./scale.ts";
import { studentTails } from "./student.ts";

/** Points before and from a change of level, and how probable a change as clear is by chance. */
export interface Shift {
  before: Point[];
  after: Point[];
  /** Two-sided, multiplied by the number of places at which it may have been. */
  p: number;
}

/** A point beside its neighbour before it. */
interface Pair {
  at: number;
  y: number;
  last: number;
  weight: number;
}

const pairsOf = (points: readonly Point[]): Pair[] =>
  points.flatMap(({ at, y, spread }, i) => {
    const last = points[i - 1];
    return last && at - last.at === 1 ? [{ at, y, last: last.y, weight: 1 / (spread * spread) }] : [];
  });

/**
 * Each point less the mean and what the one before it says of it, by weighted least squares, beside how far that one was from its mean. Points
 * that swing to and fro remember nothing.
 */
function afterMemory(pairs: readonly Pair[]) {
  const sum = (of: (pair: Pair) => number) => pairs.reduce((all, pair) => all + pair.weight * of(pair), 0);
  const weight = sum(() => 1);
  const [mean, lastMean] = [sum(({ y }) => y) / weight, sum(({ last }) => last) / weight];
  const product = sum(({ y, last }) => (y - mean) * (last - lastMean));
  const squares = product > 0 ? sum(({ last }) => (last - lastMean) ** 2) : 0;
  const memory = squares === 0 ? 0 : product / squares;
  const rows = pairs.map(({ at, y, last, weight }) => ({ at, weight, far: last - lastMean, left: y - mean - memory * (last - lastMean) }));
  return { rows, weight, squares };
}

/**
 * The place at which the level of points most likely changed, at least so many before its end and from its start: where a step explains most
 * of what an autoregression of order one leaves, so that a memory of months is not taken for a change (Andrews, Econometrica 61, 1993). Null
 * with too few points, and where nothing varies.
 */
export function shiftIn(points: readonly Point[], least: number): Shift | null {
  const [earliest, latest] = [points[least], points[points.length - least]];
  const { rows, weight, squares } = afterMemory(pairsOf(points));
  if (!earliest || !latest || points.length < 2 * least) return null;
  const all = rows.reduce((sum, { weight, left }) => sum + weight * left * left, 0);
  let [after, far, left] = [0, 0, 0];
  let best = { at: latest.at, explained: 0 };
  for (const row of rows.toReversed()) {
    after += row.weight;
    far += row.weight * row.far;
    left += row.weight * row.left;
    const room = after - (after * after) / weight - (squares === 0 ? 0 : (far * far) / squares);
    const isPlace = row.at >= earliest.at && row.at <= latest.at && room > Number.EPSILON * weight;
    if (isPlace && (left * left) / room > best.explained) best = { at: row.at, explained: (left * left) / room };
  }
  const degrees = rows.length - 3;
  if (degrees < 1 || all === 0) return null;
  const distance = Math.sqrt(best.explained / (Math.max(all - best.explained, Number.EPSILON * all) / degrees));
  const p = Math.min(1, studentTails(distance, degrees) * (points.length - 2 * least + 1));
  return { before: between(points, Number.NEGATIVE_INFINITY, best.at - 1), after: between(points, best.at, Number.POSITIVE_INFINITY), p };
}
