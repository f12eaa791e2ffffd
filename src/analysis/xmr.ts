/**
 * Signal or ordinary variation: the XmR process-behaviour chart (individuals and moving range).
 * Limits are the mean ± 2.66 × the mean moving range (Wheeler, Understanding Variation, 2nd ed. 2000, ch. 4; the factor is 3 / d₂ with
 * d₂ = 1.128 for ranges of two). Rules are the first three of Wheeler & Chambers, Understanding Statistical Process Control, 2010, ch. 5:
 *   1 beyond: a point beyond a limit
 *   2 near limit: three of four points running nearer to the same limit than to the centre
 *   3 run: eight points running on the same side of the centre
 * After a run the process is another one: limits are computed again from where the run starts (Wheeler 2000, ch. 6), unless it starts
 * before there are points enough for limits of their own.
 */
export type Rule = "beyond" | "near-limit" | "run";

/** Limits of ordinary variation that hold from one point to another, both counted. */
export interface Segment {
  from: number;
  to: number;
  lower: number;
  centre: number;
  upper: number;
}

export interface Signal {
  /** Index of the point. */
  at: number;
  rule: Rule;
  side: "above" | "below";
}

export interface ProcessBehaviour {
  segments: Segment[];
  signals: Signal[];
}

const FACTOR = 2.66;
const RUN = 8;
/** Fewer points say nothing of their ordinary variation. */
export const FEWEST_POINTS = 6;
/** Points that limits are computed from at most, so that one of them does not move when a later value comes. */
export const BASELINE = 12;

type Limits = Pick<Segment, "lower" | "centre" | "upper">;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Centre and limits from the baseline of a stretch of points. */
function naturalLimits(values: readonly number[]): Limits {
  const baseline = values.slice(0, BASELINE);
  const width = FACTOR * mean(baseline.slice(1).map((value, i) => Math.abs(value - (baseline[i] as number))));
  // The mean of equal values may miss them by the noise of binary fractions.
  const centre = width === 0 ? (baseline[0] as number) : mean(baseline);
  return { lower: centre - width, centre, upper: centre + width };
}

/** Where the first run of eight that starts at `from` or later starts; undefined without one. */
function runStart(values: readonly number[], centre: number, from: number): number | undefined {
  let start = from;
  for (let i = from; i < values.length; i++) {
    const side = Math.sign((values[i] as number) - centre);
    if (side === 0 || side !== Math.sign((values[start] as number) - centre)) start = side === 0 ? i + 1 : i;
    if (i - start + 1 >= RUN) return start;
  }
  return undefined;
}

/** Signals of rule 3 at the points of a run. */
function signalsOfRun(values: readonly number[], start: number, centre: number): Signal[] {
  const side = (values[start] as number) > centre ? "above" : "below";
  return Array.from({ length: RUN }, (_, i) => ({ at: start + i, rule: "run", side }));
}

/** Signals of rules 1 and 2 within a segment. */
function signalsWithin(values: readonly number[], { from, to, ...limits }: Segment): Signal[] {
  const { lower, centre, upper } = limits;
  const signals: Signal[] = [];
  for (let at = from; at <= to; at++) {
    const value = values[at] as number;
    const side = value > centre ? "above" : "below";
    const near = values.slice(Math.max(from, at - 3), at + 1).filter((each) => isNear(each, side, limits));
    if (value > upper || value < lower) signals.push({ at, rule: "beyond", side });
    else if (isNear(value, side, limits) && near.length >= 3) signals.push({ at, rule: "near-limit", side });
  }
  return signals;
}

const isNear = (value: number, side: Signal["side"], { lower, centre, upper }: Limits) =>
  side === "above" ? value > (centre + upper) / 2 : value < (centre + lower) / 2;

/** Limits and signals of a series, oldest first. Missing points are left out by the caller. Too few points have neither. */
export function processBehaviour(values: readonly number[]): ProcessBehaviour {
  const segments: Segment[] = [];
  const signals: Signal[] = [];
  let from = 0;
  while (values.length - from >= FEWEST_POINTS) {
    const rest = values.slice(from);
    const limits = naturalLimits(rest);
    const early = runStart(rest, limits.centre, 0);
    const shift = runStart(rest, limits.centre, FEWEST_POINTS);
    const segment = { from, to: shift === undefined ? values.length - 1 : from + shift - 1, ...limits };
    segments.push(segment);
    signals.push(...signalsWithin(values, segment));
    if (early !== undefined && early < FEWEST_POINTS)
      signals.push(...signalsOfRun(values, from + early, limits.centre).filter(({ at }) => at <= segment.to));
    if (shift === undefined) break;
    from += shift;
    signals.push(...signalsOfRun(values, from, limits.centre));
  }
  return { segments, signals: signals.sort((a, b) => a.at - b.at) };
}
