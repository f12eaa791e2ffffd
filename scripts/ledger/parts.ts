import type { RestatementPart, Revision } from "../../src/data/restatements.ts";

/** A value as it comes out with one thing, or all of them, as they were. */
export interface Counterfactual {
  of: string;
  value: number;
}

export interface Measured {
  frozen: number;
  now: number;
  /** With each thing put back by itself. */
  alone: readonly Counterfactual[];
  /** With all of them put back at once; with one, the same as it alone. */
  together: number;
  /** What else has changed. */
  others: readonly string[];
}

/** Below this share of the values a part is rounding. */
const ROUNDING = 1e-9;

/**
 * Splits the difference between a frozen value and today's. A thing has what changes when it alone is put back; what is left with all of them
 * put back is the rest, due to what cannot be; what they change only by coming together is what remains. The parts add up to the difference.
 */
export function partsOf({ frozen, now, alone, together, others }: Measured): RestatementPart[] {
  const own = alone.map(({ of, value }): RestatementPart => ({ kind: "put-back", of: [of], by: now - value }));
  const rest: RestatementPart = { kind: "rest", of: [...others], by: together - frozen };
  const byItself = own.reduce((sum, { by }) => sum + by, rest.by);
  const coming: RestatementPart = { kind: "together", of: alone.map(({ of }) => of), by: now - frozen - byItself };
  const least = ROUNDING * Math.max(1, Math.abs(frozen), Math.abs(now));
  return [...own, coming, rest].filter(({ by }) => Math.abs(by) > least);
}

/** What kind of revision each thing is. */
function revisionBy(of: string): Revision | null {
  if (of === "records") return "R1";
  if (of.startsWith("facts/") || of === "formula") return "R3";
  return of.startsWith("reference/") || of.endsWith(".yaml") ? "R2" : null;
}

/** The kind of revision of the largest part; null where it is due to things of several kinds, or to none that is known. */
export function revisionOf(parts: readonly RestatementPart[]): Revision | null {
  const largest = parts.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))[0];
  const kinds = new Set((largest?.of ?? []).map(revisionBy));
  const [kind] = kinds;
  return kinds.size === 1 && kind ? kind : null;
}
