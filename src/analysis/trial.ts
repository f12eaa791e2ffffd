import type { Period } from "../core/periods.ts";
import type { Metric } from "../cube/metric.ts";
import { type Evidence, evidenceOf } from "./chance/evidence.ts";
import { holm } from "./chance/holm.ts";
import { type Look, lookAt } from "./chance/look.ts";
import { between, type Kind, type Observation, type Series } from "./chance/observation.ts";
import { MONTHLY, QUARTERLY, type Rhythm } from "./chance/rhythm.ts";
import { pointsOf } from "./chance/scale.ts";
import { usualOf } from "./chance/usual.ts";
import { UNKNOWN, type Verdict, verdictOf } from "./chance/verdict.ts";
import { type Direction, directionOf } from "./direction.ts";
import type { SeriesPoint } from "./series.ts";

/** The finest series of a metric up to a period, in the form in which it is judged. */
interface Judgeable {
  series: Series;
  /** The period of each step, also of one without a value. */
  periods: ReadonlyMap<number, Period>;
}

/** What a metric can be judged by: how probable by chance what is seen of it is, and the verdict at a level of its family. */
export interface Trial {
  /** The smallest probability by chance of all that was looked at, corrected for it; null where nothing could be. */
  p: number | null;
  verdict(level: number): Judged;
}

/** The one verdict of a metric, with what it means. */
export interface Judged extends Verdict {
  /** Whether the change is for the better; null where the verdict shows no change. */
  direction: Direction | null;
  /** The stretch of time that the reason is about, from when to now; null without a reason. */
  span: Period | null;
  /** The month or quarter in which what is usual began; null where it was so for two years. */
  since: Period | null;
}

/** The verdict of what cannot be judged, since it has no value, is hidden, its period is not over, or there is nothing to judge it by. */
export const UNJUDGED: Judged = { ...UNKNOWN, direction: null, span: null, since: null };

/** The verdicts of what is read together: where nothing happens, any of them is a signal with a probability of at most `level`. */
export function judgedTogether(trials: readonly (Trial | null)[], level?: number): Judged[] {
  const levels = holm(
    trials.map((trial) => trial?.p ?? null),
    level,
  );
  return trials.map((trial, i) => trial?.verdict(levels[i] ?? 0) ?? UNJUDGED);
}

const DURATIONS: readonly string[] = ["days", "hours", "working_days", "working_hours"];

const isWithinOne = ({ value }: SeriesPoint) => value === null || (value >= 0 && value <= 1);

/**
 * How the values of a metric vary by chance. A share whose cases are not counted one by one, such as one of revenue, varies as a score
 * does; so does one of what is there at the end of a month and mostly was at the end of the one before.
 */
export function kindOf({ unit, value: { isSum, isOfThings } }: Pick<Metric, "unit" | "value">, points: readonly SeriesPoint[]): Kind {
  const isOfNewThings = isOfThings && !points.some(({ isStock }) => isStock);
  if (unit === "share") return isOfNewThings && points.every(isWithinOne) ? "share" : "score";
  if (DURATIONS.includes(unit)) return isSum ? "amount" : "duration";
  if (unit === "count") return "count";
  return unit === "cny" || unit === "ratio" ? "amount" : "score";
}

/** Steps are months, or quarters for what is shown no finer. */
const stepOf = ({ start }: Pick<Period, "start">, { quarter }: Rhythm) => (quarter === 1 ? Math.floor(start / 3) : start);

/** Complete values that are shown as they are. */
const isExact = ({ isComplete, value, bound }: SeriesPoint) => isComplete && value !== null && bound === "exact";

/** What a metric is judged by in a period; null where no complete value lies in it. */
export function judgeable(metric: Metric, finest: readonly SeriesPoint[], period: Period): Judgeable | null {
  const rhythm = metric.finest === "quarter" ? QUARTERLY : MONTHLY;
  const points = finest.filter((point) => isExact(point) && point.period.end <= period.end);
  const last = points.at(-1);
  if (!last || last.period.start < period.start) return null;
  const observations = points.map(({ period: own, value, n }): Observation => {
    const weight = metric.value.isSum ? 1 : n;
    return { at: stepOf(own, rhythm), value: value ?? 0, weight };
  });
  return {
    series: {
      kind: kindOf(metric, points),
      rhythm,
      observations: observations.filter(({ weight }) => weight > 0),
      until: stepOf(last.period, rhythm),
    },
    periods: new Map(finest.map((point) => [stepOf(point.period, rhythm), point.period])),
  };
}

/** A verdict with what it means for the reader. */
function meant({ better }: Metric, verdict: Verdict, periods: ReadonlyMap<number, Period>): Judged {
  const { state, reason, usualSince } = verdict;
  const isChange = reason !== null && (state === "special" || state === "new-level");
  const [first, last] = [reason && periods.get(reason.first), reason && periods.get(reason.last)];
  return {
    ...verdict,
    direction: isChange ? directionOf(better, reason.to, reason.from) : null,
    span: first && last ? { grain: "range", start: first.start, end: last.end } : null,
    since: (usualSince !== null && periods.get(usualSince)) || null,
  };
}

/** The trial of a metric in a period, from its finest series; null where no complete value lies in the period. */
export function trialOfSeries(metric: Metric, finest: readonly SeriesPoint[], period: Period): Trial | null {
  const given = judgeable(metric, finest, period);
  if (!given) return null;
  const evidence: Evidence | null = evidenceOf(given.series);
  return { p: evidence?.p ?? null, verdict: (level) => meant(metric, verdictOf(given.series, evidence, level), given.periods) };
}

/** A stretch of a series. */
export interface Stretch {
  finest: readonly SeriesPoint[];
  period: Period;
}

/** Steps by which what is compared with is set apart, so that no step of it counts as a neighbour of one's own. */
const APART = 10_000;

/**
 * The trial of two stretches that a reader compares, of one metric over two periods or of two members: one look, by the variation of the first
 * in the two years before its period.
 */
export function trialOfComparison(metric: Metric, own: Stretch, other: Stretch): Trial | null {
  const [given, compared] = [own, other].map(({ finest, period }) => judgeable(metric, finest, period));
  if (!given || !compared) return null;
  const { kind, rhythm, observations, until } = given.series;
  const within = ({ series }: Judgeable, period: Period, move = 0) =>
    between(series.observations, stepOf(period, rhythm), series.until).map((each) => ({ ...each, at: each.at - move }));
  const [ours, theirs] = [within(given, own.period), within(compared, other.period, APART)];
  const first = stepOf(own.period, rhythm);
  const usual = between(observations, first - rhythm.usual, first - 1);
  if (usual.length < rhythm.fewest || ours.length === 0 || theirs.length === 0) return { p: null, verdict: () => UNJUDGED };
  const points = pointsOf(kind, observations);
  const { variation } = usualOf({ ...given.series, observations: points }, first - 1);
  const both = pointsOf(kind, [...theirs, ...ours]);
  const comparison = lookAt(kind, both.slice(theirs.length), both.slice(0, theirs.length), variation);
  const look: Look = { first, last: until, ...comparison };
  return {
    p: look.p,
    verdict: (level) => {
      const isSignal = look.p <= level;
      const verdict: Verdict = { ...UNKNOWN, state: isSignal ? "special" : "usual", reason: isSignal ? look : null };
      return meant(metric, verdict, given.periods);
    },
  };
}
