import type { Point } from "./scale.ts";

/** A point, and how much of it goes into a sum. */
export interface Term {
  point: Point;
  factor: number;
}

const precision = ({ spread }: Point) => 1 / (spread * spread);

/** All precision of points: weight, in units of 1 / variance. */
export const total = (points: readonly Point[]) => points.reduce((sum, point) => sum + precision(point), 0);

/** The mean of points, weighted by their precision, as terms; negative where it is taken away. */
const meanTerms = (points: readonly Point[], sign: 1 | -1): Term[] => {
  const all = total(points);
  return points.map((point) => ({ point, factor: (sign * precision(point)) / all }));
};

/** The mean of points less that of others before them. */
export const differenceTerms = (own: readonly Point[], other: readonly Point[]): Term[] => [...meanTerms(other, -1), ...meanTerms(own, 1)];

/** The slope of the line through points, per month. */
export function slopeTerms(points: readonly Point[]): Term[] {
  const centre = centreOf(points);
  const squares = points.reduce((sum, point) => sum + (point.at - centre) ** 2 * precision(point), 0);
  return points.map((point) => ({ point, factor: ((point.at - centre) * precision(point)) / squares }));
}

export const sumOf = (terms: readonly Term[]): number => terms.reduce((sum, { point, factor }) => sum + factor * point.y, 0);

/** The mean of points, weighted by their precision. */
export const levelOf = (points: readonly Point[]): number =>
  points.reduce((sum, point) => sum + point.y * precision(point), 0) / total(points);

/** The place in time about which a line through points turns. */
export const centreOf = (points: readonly Point[]): number =>
  points.reduce((sum, point) => sum + point.at * precision(point), 0) / total(points);

/** Variance of a sum of points, oldest first, that have a variance of 1 per spread and are correlated with those before them. */
export function varianceOf(terms: readonly Term[], correlation: number): number {
  let variance = 0;
  let carried = 0;
  let last = 0;
  for (const { point, factor } of terms) {
    const steps = point.at - last;
    carried *= steps === 1 ? correlation : correlation ** steps;
    const own = factor * point.spread;
    variance += own * (own + 2 * carried);
    carried += own;
    last = point.at;
  }
  return variance;
}
