import type { Effect } from "../../cube/metric.ts";

/** Specs of the figures that only one effect has. */
export const PARTICULAR: Record<Effect, readonly string[]> = {
  response: ["rice"],
  market: ["launches", "ledger"],
  cost: ["pairs", "rework-causes", "ledger"],
  satisfaction: ["gap"],
};
