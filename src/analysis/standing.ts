import { isSamePeriod, isWithin } from "../core/periods.ts";
import type { Unit } from "../core/units.ts";
import type { Metric } from "../cube/metric.ts";
import { type Change, changeBetween } from "./comparison.ts";
import { type Direction, directionOf } from "./direction.ts";
import type { SeriesPoint } from "./series.ts";
import { byStrength, type ProcessBehaviour, processBehaviour, type Signal } from "./xmr.ts";

/** Where a metric stands in a slice, compared with another. */
export interface Standing {
  point: SeriesPoint;
  /** What it is compared with: by default the period before. */
  previous: SeriesPoint | null;
  yearAgo: SeriesPoint | null;
  change: Change | null;
  changeFromYearAgo: Change | null;
  /** What the change means; null without one. */
  direction: Direction | null;
  /** The rules that fire at points of the period, strongest first; empty within ordinary variation. */
  signals: readonly Signal[];
  /** What the signals mean for the reader; null without one. */
  signalDirection: Direction | null;
  /** Change in widths of ordinary variation (upper limit − centre), to rank changes of different units; 0 when it cannot be said. */
  strength: number;
}

const SIGNED: readonly Unit[] = ["points"];

/** Limits and signals, and the points that they are of. */
export interface Behaviour extends ProcessBehaviour {
  points: SeriesPoint[];
}

/** The points that a standing is made of. */
export interface Compared {
  now: SeriesPoint;
  before: SeriesPoint | null;
  yearAgo: SeriesPoint | null;
  /** Of the finest series of the metric. */
  behaviour: Behaviour;
}

/** The largest that a share is; one that grows beyond the whole, such as sales growth, has no such end. */
const ceilingOf = ({ unit }: Pick<Metric, "unit">, points: readonly SeriesPoint[]) =>
  unit === "share" && points.every(({ value }) => Math.abs(value ?? 0) <= 1) ? 1 : Number.POSITIVE_INFINITY;

/** Limits and signals of the complete points of a series; limits keep within what the unit can be. */
export function behaviourOf(metric: Pick<Metric, "unit">, series: readonly SeriesPoint[]): Behaviour {
  const points = series.filter((point) => point.isComplete && point.value !== null);
  const { segments, signals } = processBehaviour(points.map(({ value }) => value ?? 0));
  const floor =
    SIGNED.includes(metric.unit) || (metric.unit === "share" && points.some(({ value }) => (value ?? 0) < 0))
      ? Number.NEGATIVE_INFINITY
      : 0;
  const ceiling = ceilingOf(metric, points);
  const within = segments.map((segment) => ({
    ...segment,
    lower: Math.max(segment.lower, floor),
    upper: Math.min(segment.upper, ceiling),
  }));
  return { points, segments: within, signals };
}

/** An unfinished period is comparable with the same one of others, and with no other period. */
const isComparable = (now: SeriesPoint, other: SeriesPoint | null): other is SeriesPoint =>
  other !== null && ((now.isComplete && other.isComplete) || isSamePeriod(now.period, other.period));

/**
 * Compares a slice with another and with the same a year ago, and says whether it is more than ordinary variation:
 * by the rules of the process-behaviour chart at the points of the finest series that lie in the period.
 */
export function standingOf(metric: Metric, { now, before, yearAgo, behaviour }: Compared): Standing {
  const [previous, lastYear] = [before, yearAgo].map((point) => (isComparable(now, point) ? point : null));
  const change = changeBetween(now, previous);
  const { points, segments, signals } = behaviour;
  const isOfPeriod = ({ at }: Signal) => points[at] !== undefined && isWithin(points[at].period, now.period);
  const within = signals.filter(isOfPeriod).sort(byStrength);
  // where a long period saw several, the last tells where it ended
  const last = within.toSorted((a, b) => b.at - a.at || byStrength(a, b))[0];
  const segment = segments.at(-1);
  const width = segment ? segment.upper - segment.centre : 0;
  return {
    point: now,
    previous: previous ?? null,
    yearAgo: lastYear ?? null,
    change,
    changeFromYearAgo: changeBetween(now, lastYear),
    direction: change && now.value !== null && previous?.value != null ? directionOf(metric.better, now.value, previous.value) : null,
    signals: within,
    signalDirection: last ? directionOfSignal(metric, last, behaviour) : null,
    strength: change && width > 0 ? Math.abs(change.absolute) / width : 0,
  };
}

/** A signal is for the better when its point is better than the centre; one of a run that made a new process, when its centre is better than the old. */
function directionOfSignal({ better }: Metric, { at, rule }: Signal, { points, segments }: Behaviour): Direction {
  const place = segments.findLastIndex(({ from }) => from <= at);
  const [before, own] = [segments[place - 1], segments[place]];
  const centre = own?.centre ?? 0;
  return rule === "run" && before ? directionOf(better, centre, before.centre) : directionOf(better, points[at]?.value ?? centre, centre);
}
