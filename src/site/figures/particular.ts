import type { Topic } from "../../cube/metric.ts";

/** Specs of the figures that belong to a topic rather than to one of its metrics. */
export const PARTICULAR: Record<Topic, readonly string[]> = {
  response: ["rice"],
  market: ["launches", "ledger"],
  cost: ["pairs", "rework-causes", "ledger"],
  satisfaction: ["gap"],
  matrix: ["clock"],
  requirements: [
    "rice",
    "breakdown time-to-approval rice_quarter",
    "breakdown approval-rate value_class",
    "breakdown change-rate value_class",
    "calibration",
  ],
  leads: ["funnel", "cohorts", "returns", "grades"],
  "lost-deals": ["chain"],
  goals: ["goal-tree"],
  rhythm: [],
};
