import type { Evidence } from "./evidence.ts";
import type { Look } from "./look.ts";
import { between, type Kind, overall, type Series, weightOf } from "./observation.ts";
import { isStep, onsetOf } from "./onset.ts";
import { pointsOf } from "./scale.ts";

/**
 * The one verdict of a metric. Every signal is a look whose corrected probability reaches the level at which its family judges the metric.
 * - `special`: a window up to now differs from the two years before the last half-year, and the change began within the last quarter, or it is
 *   part of a slow one.
 * - `new-level`: such a window, and the change began before the last quarter, which lies on the same side.
 * - `back`: the quarter before the last differed, or the half-year because of it; the last quarter differs from that one, to the other side, and
 *   no longer from what was usual.
 * - `usual`: nothing that chance does not explain.
 * - `too-few`: too few steps before, or so few cases that even a large change would not be seen in half of all cases.
 * Seasons are not modelled: one that comes every year is part of the variation, so that it hides changes of its size, and a month in which it
 * is stronger than in the two years before may be `special`. A level that has held for a year is `usual`, and said to be so since then.
 */
export const STATES = ["special", "new-level", "back", "usual", "too-few"] as const;

export type State = (typeof STATES)[number];

/** A state with its reason. */
export interface Verdict {
  state: State;
  /** The look that it rests on, `first` the step since when; the earlier quarter of one that is back; null where there is none. */
  reason: Look | null;
  /** A slow change over two years, beside the state; null where none is a signal. */
  trend: Look | null;
  /** The smallest change from the usual value that would be seen in half of all cases; null with too few steps before, 0 where nothing varied. */
  visible: number | null;
  /** The step at which what is usual began, where the level changed within the two years before the last half-year; null where it did not. */
  usualSince: number | null;
}

/** Of what there is too little to judge. */
export const UNKNOWN: Verdict = { state: "too-few", reason: null, trend: null, visible: null, usualSince: null };

/** A single look without correction: only ever asked of a metric that has a signal. */
const NOMINAL = 0.05;

/** The largest changes that may go unseen: 25 points of a share, twice the usual count, duration or amount, 1 of a score. */
const isBlind = (kind: Kind, visible: number, usual: number) =>
  visible === 0 || visible > (kind === "share" ? 0.25 : kind === "score" ? 1 : Math.abs(usual));

const sideOf = ({ from, to }: Look) => Math.sign(to - from);

/** The last quarter is where it was before the one before it, which was not. */
function isBack({ windows, earlier, returned }: Evidence, quarter: number, level: number): boolean {
  const within = windows.filter(({ first, last }) => last - first < quarter);
  const held = windows.find(({ first, last }) => last - first + 1 === quarter);
  const isOver = within.every(({ p }) => p > level) && held !== undefined && held.p > NOMINAL;
  const isSeen = earlier !== null && (earlier.p <= level || windows.some((each) => each.p <= level && sideOf(each) === sideOf(earlier)));
  return isOver && isSeen && returned !== null && returned.p <= NOMINAL && sideOf(returned) === -sideOf(earlier);
}

/** The part of a series in which what is usual has been the same. */
function sinceUsual(series: Series, { since, windows }: Evidence): Series {
  if (since === null) return series;
  const { rhythm, observations, until } = series;
  const known = between(observations, since, until);
  const before = known.filter(({ at }) => at < (windows.at(-1)?.first ?? until));
  return { ...series, observations: known, rhythm: { ...rhythm, fewest: Math.min(rhythm.fewest, before.length) } };
}

/** Whether the last two years are rather two levels, from a step on, than a line. */
function isLevelFrom({ kind, rhythm, observations, until }: Series, at: number): boolean {
  const points = pointsOf(kind, between(observations, until - rhythm.usual + 1, until));
  return isStep({ before: points.filter((point) => point.at < at), after: points.filter((point) => point.at >= at) });
}

/** What the series is since a step, beside the two years before it. */
function since({ observations, rhythm, until }: Series, at: number, { p }: Look): Look {
  const [before, own] = [between(observations, at - rhythm.usual, at - 1), between(observations, at, until)];
  return { first: at, last: until, p, from: overall(before), to: overall(own), n: weightOf(own) };
}

/** The verdict of a metric from what was looked at, at the level at which its family judges it (`holm`); 0.05 for a metric alone. */
export function verdictOf(all: Series, evidence: Evidence | null, level = NOMINAL): Verdict {
  if (evidence === null) return UNKNOWN;
  const series = sinceUsual(all, evidence);
  const { quarter } = series.rhythm;
  const { windows, earlier, visible } = evidence;
  const trend = evidence.trend && evidence.trend.p <= level ? evidence.trend : null;
  const verdict = (state: State, reason: Look | null): Verdict => ({ state, reason, trend, visible, usualSince: evidence.since });
  if (isBack(evidence, quarter, level)) return verdict("back", earlier);
  const signals = windows.filter(({ p }) => p <= level);
  const strongest = signals.toSorted((a, b) => a.p - b.p)[0];
  if (strongest) {
    const onset = onsetOf(series);
    const held = windows.find(({ first }) => first === series.until - quarter + 1);
    const isLevel =
      onset <= series.until - quarter && held !== undefined && sideOf(held) === sideOf(strongest) && isLevelFrom(series, onset);
    return isLevel
      ? verdict("new-level", since(series, onset, strongest))
      : verdict("special", signals.findLast(({ first }) => first >= onset) ?? strongest);
  }
  const usual = windows.at(-1)?.from ?? 0;
  return verdict(trend === null && isBlind(series.kind, visible, usual) ? "too-few" : "usual", null);
}
