import { type Period, yearBefore } from "../core/periods.ts";
import type { Unit } from "../core/units.ts";
import type { Metric } from "../cube/metric.ts";
import { type Change, changeBetween } from "./comparison.ts";
import { type Direction, directionOf } from "./direction.ts";
import { pointBefore, type SeriesPoint } from "./series.ts";
import { type ProcessBehaviour, processBehaviour, type Signal } from "./xmr.ts";

/** Where a metric stands in a period, compared with itself. */
export interface Standing {
  point: SeriesPoint;
  previous: SeriesPoint | null;
  yearAgo: SeriesPoint | null;
  change: Change | null;
  changeFromYearAgo: Change | null;
  /** What the change from the previous period means; null without one. */
  direction: Direction | null;
  /** The rules that fire at points of the period, strongest first; empty within ordinary variation. */
  signals: readonly Signal[];
  /** What the signals mean for the reader; null without one. */
  signalDirection: Direction | null;
  /** Change in widths of ordinary variation (upper limit − centre), to rank changes of different units; 0 when it cannot be said. */
  strength: number;
}

const SIGNED: readonly Unit[] = ["points"];
const STRONGEST_FIRST = ["beyond", "run", "near-limit"];

/** Limits and signals, and the points that they are of. */
export interface Behaviour extends ProcessBehaviour {
  points: SeriesPoint[];
}

export interface StandingOptions {
  /** Of the finest series of the metric. */
  behaviour: Behaviour;
  period: Period;
}

/** Limits and signals of the complete points of a series; limits keep within what the unit can be. */
export function behaviourOf(metric: Pick<Metric, "unit">, series: readonly SeriesPoint[]): Behaviour {
  const points = series.filter((point) => point.isComplete && point.value !== null);
  const { segments, signals } = processBehaviour(points.map(({ value }) => value ?? 0));
  const floor =
    SIGNED.includes(metric.unit) || (metric.unit === "share" && points.some(({ value }) => (value ?? 0) < 0))
      ? Number.NEGATIVE_INFINITY
      : 0;
  return { points, segments: segments.map((segment) => ({ ...segment, lower: Math.max(segment.lower, floor) })), signals };
}

/**
 * Compares a period with the one before and with the same a year ago, and says whether it is more than ordinary variation:
 * by the rules of the process-behaviour chart at the points of the finest series that lie in the period.
 * An unfinished period is compared with nothing.
 */
export function standingOf(metric: Metric, series: readonly SeriesPoint[], { behaviour, period }: StandingOptions): Standing | null {
  const point = series.find((candidate) => candidate.period.start === period.start);
  if (!point) return null;
  const earlier = point.isComplete ? series.filter((candidate) => candidate.isComplete) : [];
  const previous = pointBefore(earlier, period, 1) ?? null;
  const yearAgo = earlier.find((candidate) => candidate.period.start === yearBefore(period).start) ?? null;
  const change = changeBetween(point.value, previous?.value ?? null);
  const { points, segments, signals } = behaviour;
  const within = signals
    .filter(({ at }) => isWithin(points[at]?.period, period))
    .sort((a, b) => STRONGEST_FIRST.indexOf(a.rule) - STRONGEST_FIRST.indexOf(b.rule) || b.at - a.at);
  const segment = segments.at(-1);
  const width = segment ? segment.upper - segment.centre : 0;
  return {
    point,
    previous,
    yearAgo,
    change,
    changeFromYearAgo: changeBetween(point.value, yearAgo?.value ?? null),
    direction: change && point.value !== null && previous?.value != null ? directionOf(metric.better, point.value, previous.value) : null,
    signals: within,
    signalDirection: within[0] ? directionOfSignal(metric, within[0], behaviour) : null,
    strength: change && width > 0 ? Math.abs(change.absolute) / width : 0,
  };
}

const isWithin = (inner: Period | undefined, outer: Period) => inner !== undefined && inner.start >= outer.start && inner.end <= outer.end;

/** A signal is for the better when its point is better than the centre; one of a run that made a new process, when its centre is better than the old. */
function directionOfSignal({ better }: Metric, { at, rule }: Signal, { points, segments }: Behaviour): Direction {
  const place = segments.findLastIndex(({ from }) => from <= at);
  const [before, own] = [segments[place - 1], segments[place]];
  const centre = own?.centre ?? 0;
  return rule === "run" && before ? directionOf(better, centre, before.centre) : directionOf(better, points[at]?.value ?? centre, centre);
}
