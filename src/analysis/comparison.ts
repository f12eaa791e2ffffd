/** How a value differs from an earlier one. */
export interface Change {
  /** This value minus the earlier, in the unit of the metric. */
  absolute: number;
  /** The difference as a share of the earlier value; null where that is 0. */
  relative: number | null;
}

/** The change from an earlier value; null where either is missing. */
export function changeBetween(value: number | null, earlier: number | null): Change | null {
  if (value === null || earlier === null) return null;
  const absolute = value - earlier;
  return { absolute, relative: earlier === 0 ? null : absolute / Math.abs(earlier) };
}
