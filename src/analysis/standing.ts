import { isSamePeriod } from "../core/periods.ts";
import type { Unit } from "../core/units.ts";
import type { Metric } from "../cube/metric.ts";
import { type Change, changeBetween } from "./comparison.ts";
import { type Direction, directionOf } from "./direction.ts";
import type { SeriesPoint } from "./series.ts";
import { processBehaviour, type Segment, type Signal } from "./xmr.ts";

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
}

const SIGNED: readonly Unit[] = ["points"];

/** Limits of ordinary variation, and the points that they are of; signals are those of the XmR chart alone, which give no verdict. */
export interface Behaviour {
  points: SeriesPoint[];
  segments: Segment[];
  signals: Signal[];
}

/** The points that a standing is made of. */
export interface Compared {
  now: SeriesPoint;
  before: SeriesPoint | null;
  yearAgo: SeriesPoint | null;
}

/** The largest that a share is; one that grows beyond the whole, such as sales growth, has no such end. */
const ceilingOf = ({ unit }: Pick<Metric, "unit">, points: readonly SeriesPoint[]) =>
  unit === "share" && points.every(({ value }) => Math.abs(value ?? 0) <= 1) ? 1 : Number.POSITIVE_INFINITY;

/** Limits of the complete points of a series, within what the unit can be. */
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

/** Compares a slice with another and with the same a year ago. */
export function standingOf({ better }: Pick<Metric, "better">, { now, before, yearAgo }: Compared): Standing {
  const [previous = null, lastYear = null] = [before, yearAgo].map((point) => (isComparable(now, point) ? point : null));
  const change = changeBetween(now, previous);
  return {
    point: now,
    previous,
    yearAgo: lastYear,
    change,
    changeFromYearAgo: changeBetween(now, lastYear),
    direction: change && now.value !== null && previous?.value != null ? directionOf(better, now.value, previous.value) : null,
  };
}
