import type { VerdictParts, verdicts as zh } from "../zh/verdicts.ts";

const PER = { "": "", month: " a month", quarter: " a quarter" };

const side = (isMore: boolean) => (isMore ? "above" : "below");

/** Words of the one verdict of a metric, in English. */
export const verdicts: typeof zh = {
  special: ({ usual, isMore, per }: VerdictParts) => (per ? `${side(isMore)} its usual range` : `${side(isMore)} its usual ${usual}`),
  specialIn: ({ time, value, usual, isMore, per, valuePer }) =>
    `${time}, at ${value}${PER[valuePer]}, is ${side(isMore)} the usual ${usual}${PER[per]}`,
  newLevel: ({ time, value, usual, isMore, valuePer }) => `at ${value}${PER[valuePer]} since ${time}, ${side(isMore)} the ${usual} before`,
  back: ({ time, value, valuePer }) => `back to its usual level after ${value}${PER[valuePer]} in ${time}`,
  usual: (since) => (since ? `within its usual range since ${since}` : "within its usual range"),
  differs: "a difference beyond chance",
  alike: "the difference may be chance",
  tooFew: "too few or too uneven to tell a change",
  tooShort: "too little history to tell",
  tooConstant: "never varied before, so not clear yet",
  trend: ({ value, usual, isMore, per }) => `slowly ${isMore ? "up" : "down"} over two years (${usual} → ${value}${PER[per]})`,
  slow: (isMore) => (isMore ? "Slowly up" : "Slowly down"),
  rules: {
    window: (steps, step) => `rule: the last ${steps === 1 ? step : `${steps} ${step}s`} against the two years before`,
    newLevel: "rule: the level changed and has held",
  },
  xmr: {
    beyond: "one point outside the usual range",
    "near-limit": "three of four points near a limit",
    run: "eight points on one side of the centre",
  },
  names: {
    special: "Special this period",
    "new-level": "New level",
    back: "Back to usual",
    usual: "Usual",
    "too-few": "Not clear yet",
  },
  directions: { better: "better", worse: "worse", changed: "changed", same: "" },
  marks: {
    special: { better: "▲", worse: "▼", changed: "◆", same: "◆" },
    "new-level": { better: "↗", worse: "↘", changed: "→", same: "→" },
    back: "↺",
    usual: "○",
    "too-few": "…",
  },
  tally: ({ better, worse, slow, steady, unknown }) =>
    [
      ...(better ? [`${better} improved`] : []),
      ...(worse ? [`${worse} worsened`] : []),
      ...(slow ? [`${slow} slowly changing`] : []),
      ...(steady ? [`${steady} unchanged`] : []),
      ...(unknown ? [`${unknown} not clear yet`] : []),
    ].join(", "),
  asUsual: "as usual",
  notClear: "not clear yet",
  leads: (all, tally) => `${all} headline metrics: ${tally}`,
};
