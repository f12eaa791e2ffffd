import { type Bound, type Bounded, bothBounds, turnedBound } from "../core/bound.ts";

/** How a value differs from an earlier one. */
export interface Change {
  /** This value minus the earlier, in the unit of the metric. */
  absolute: number;
  /** The difference as a share of the earlier value; null where that is 0. */
  relative: number | null;
  /** Where either value is published within limits, the difference is. */
  bound: Bound;
}

/** The change from an earlier value; null where either is missing. */
export function changeBetween(now: Bounded, before: Bounded | null | undefined): Change | null {
  const [value, earlier] = [now.value, before?.value ?? null];
  if (value === null || earlier === null) return null;
  const absolute = value - earlier;
  const bound = bothBounds(now.bound ?? "exact", turnedBound(before?.bound ?? "exact"));
  return { absolute, relative: earlier === 0 ? null : absolute / Math.abs(earlier), bound };
}
