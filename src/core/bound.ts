/** What a number says of the true one where parts of it are published as limits: the true one is it, no less, no more, or near it. */
export const BOUNDS = ["exact", "at_least", "at_most", "about"] as const;

export type Bound = (typeof BOUNDS)[number];

/** A number, and what it says of the true one; by default it is it. */
export interface Bounded {
  value: number | null;
  bound?: Bound | undefined;
}

/** The bound of a number whose parts may in truth be more, or less. */
export const boundOf = (mayBeMore: boolean, mayBeLess: boolean): Bound => {
  if (mayBeMore) return mayBeLess ? "about" : "at_least";
  return mayBeLess ? "at_most" : "exact";
};

/** The bound of a sum of two numbers. */
export const bothBounds = (a: Bound, b: Bound): Bound => {
  if (a === b || b === "exact") return a;
  return a === "exact" ? b : "about";
};

/** The bound of a number with its sign turned, or of its reciprocal. */
export const turnedBound = (bound: Bound): Bound =>
  (({ exact: "exact", at_least: "at_most", at_most: "at_least", about: "about" }) as const)[bound];
