import { isSamePeriod, isWithin, lengthOf, type Period } from "../core/periods.ts";
import type { SeriesPoint } from "./series.ts";

/** A point of what is compared with, laid beside a series. */
export interface Beside {
  /** Period of the series under which it is laid. */
  place: Period;
  /** With its own period. */
  point: SeriesPoint;
}

/** The periods that are compared. */
interface Windows {
  own: Period;
  other: Period;
}

/**
 * What is compared with, beside a series: all of it where both windows are the same. Else only what lies in its own window, month by month
 * under the first window where they are of one length, and where it happened where they are not. What the series does not reach is left out.
 */
export function laidBeside(series: readonly SeriesPoint[], compared: readonly SeriesPoint[], { own, other }: Windows): Beside[] {
  const months = lengthOf(own) === lengthOf(other) ? own.start - other.start : 0;
  const places = new Map(series.map(({ period }) => [period.start, period]));
  return compared.flatMap((point) => {
    const place = places.get(point.period.start + months);
    return place && (isSamePeriod(own, other) || isWithin(point.period, other)) ? [{ place, point }] : [];
  });
}
