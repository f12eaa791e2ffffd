/**
 * What a number counts.
 * days, hours: durations · working_days, working_hours: durations on the company's working calendar · share: 0 to 1, shown in percent · cny: the company's currency, yuan unless site.yaml says another · count: things ·
 * score: an answer on the scale of the survey, 1 to 5 unless site.yaml says another · rating: 1 to 5 · points: difference of scores · ratio: events per thing, no unit
 */
export const UNITS = [
  "days",
  "hours",
  "working_days",
  "working_hours",
  "share",
  "cny",
  "count",
  "score",
  "rating",
  "points",
  "ratio",
] as const;

export type Unit = (typeof UNITS)[number];

/** Which way is better; `nearer-zero` for gaps, `neither` for counts that are neither good nor bad, such as requests. */
export type Better = "higher" | "lower" | "nearer-zero" | "neither";
