import type { Month, Period } from "../core/periods.ts";
import type { SeriesPoint } from "./series.ts";
import { byStrength, FEWEST_POINTS, type Signal, signalsAbout } from "./xmr.ts";

/** Whether two slices differ by more than their difference ordinarily varies. */
export interface DifferenceSignals {
  /** The rules that fire at the points of the period, strongest first; empty within ordinary variation. */
  signals: readonly Signal[];
  /** Too few pairs of points say nothing, and none within the period. */
  isKnown: boolean;
}

const isTold = ({ isComplete, value }: SeriesPoint) => isComplete && value !== null;

/** A series as if it had happened so many months later, to lay it beside another. */
export const movedBy = (series: readonly SeriesPoint[], months: Month): SeriesPoint[] =>
  series.map((point) => {
    const { grain, start, end } = point.period;
    return { ...point, period: { grain, start: start + months, end: end + months } };
  });

/**
 * Pairs a series with another that lies beside it, and asks of their differences up to the end of a period whether those within it are signals
 * about zero. So two regions are compared month by month, and a quarter with that a year ago by its history of changes from year to year.
 */
export function differenceSignals(series: readonly SeriesPoint[], other: readonly SeriesPoint[], period: Period): DifferenceSignals {
  const others = new Map(other.filter(isTold).map((point) => [point.period.start, point.value]));
  const pairs = series
    .filter((point) => isTold(point) && point.period.end <= period.end && others.has(point.period.start))
    .map((point) => ({ start: point.period.start, value: (point.value ?? 0) - (others.get(point.period.start) ?? 0) }));
  const differences = pairs.map(({ value }) => value);
  const isWithin = (pair: (typeof pairs)[number] | undefined) => pair !== undefined && pair.start >= period.start;
  const signals = signalsAbout(differences, 0).filter(({ at }) => isWithin(pairs[at]));
  return { signals: signals.sort(byStrength), isKnown: pairs.length >= FEWEST_POINTS && isWithin(pairs.at(-1)) };
}
