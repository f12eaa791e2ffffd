import type { SiteConfig } from "./site-config.ts";

/** What small groups are made of, each with a minimum of its own: people who answer the survey, ratings of outputs. */
export const POOL_SETS = ["survey", "ratings"] as const;

export type PoolSet = (typeof POOL_SETS)[number];

/** The settings that say how large a group of each set has to be to be shown on its own. */
export type MinimumSettings = Pick<SiteConfig, "minimum_group" | "minimum_ratings">;

/** The fewest of which a figure is shown. */
export type Minimums = Readonly<Record<PoolSet, number>>;

export const minimumsOf = ({ minimum_group, minimum_ratings }: MinimumSettings): Minimums => ({
  survey: minimum_group,
  ratings: minimum_ratings,
});
