import type { VerdictParts, verdicts as zh } from "../zh/verdicts.ts";

const PER = { "": "", month: " a month", quarter: " a quarter" };

const side = (isMore: boolean) => (isMore ? "above" : "below");

/** Words of the one verdict of a metric, in English. */
export const verdicts: typeof zh = {
  special: ({ usual, isMore, per }: VerdictParts) => (per ? `${side(isMore)} its usual range` : `${side(isMore)} its usual ${usual}`),
  specialIn: ({ time, value, usual, isMore, per }) => `${time} at ${value}${PER[per]} is ${side(isMore)} its usual ${usual}`,
  newLevel: ({ time, value, usual, isMore, per }) => `at ${value}${PER[per]} since ${time}, ${side(isMore)} the ${usual} before`,
  back: ({ time, value }) => `back to its usual level after ${value} in ${time}`,
  usual: "within its usual range",
  differs: "more than chance",
  alike: "which may be chance",
  tooFew: "too few or too uneven to tell a change",
  tooShort: "less than a year of history, too early to tell",
  trend: ({ value, usual, isMore }) => `slowly ${isMore ? "up" : "down"} over two years (${usual} → ${value})`,
  names: {
    special: "Special this period",
    "new-level": "New level",
    back: "Back to usual",
    usual: "Usual",
    "too-few": "Too few to tell",
  },
  directions: { better: "better", worse: "worse", changed: "changed", same: "" },
  marks: {
    special: { better: "▲", worse: "▼", changed: "◆", same: "◆" },
    "new-level": { better: "↗", worse: "↘", changed: "→", same: "→" },
    back: "↺",
    usual: "○",
    "too-few": "…",
  },
  tally: ({ better, worse, steady, unknown }) =>
    `${better} improved, ${worse} worsened, ${steady} unchanged${unknown ? `, ${unknown} too early to tell` : ""}`,
  leads: (all, tally) => `${all} headline metrics: ${tally}`,
};
