/** What small groups are made of: people who answer the survey, ratings of outputs, deals lost to a department's delays and for a cause. */
export const POOL_SETS = ["survey", "ratings", "delays", "delay_causes"] as const;

export type PoolSet = (typeof POOL_SETS)[number];

/** What each of them counts: figures of the same cases can be compared with one another. */
export const CASES_OF = {
  survey: "people",
  ratings: "ratings",
  delays: "deals",
  delay_causes: "deals",
} as const satisfies Record<PoolSet, string>;

/** The settings that say how large a group of each set has to be to be shown on its own. */
export type MinimumSettings = Readonly<Record<"minimum_group" | "minimum_ratings" | "minimum_lost_deals", number>>;

/** The fewest cases for which a figure is shown. */
export type Minimums = Readonly<Record<PoolSet, number>>;

export const minimumsOf = ({ minimum_group, minimum_ratings, minimum_lost_deals }: MinimumSettings): Minimums => ({
  survey: minimum_group,
  ratings: minimum_ratings,
  delays: minimum_lost_deals,
  delay_causes: minimum_lost_deals,
});
