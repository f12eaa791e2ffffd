import type { handoffs as zh } from "../zh/handoffs.ts";

/** Words of the figures of leads, lost deals and released requirements. */
export const handoffs: typeof zh = {
  shareOfStep: "of the step before",
  funnel: "The hand-off of leads",
  funnelSentence: (step, share, before) => `The narrowest step is “${step}”: ${share} of “${before}” get there.`,
  funnelOpen: "Leads created in this period are still in progress; it is too early to name the narrowest step.",
  shareOfReached: "Share",
  funnelNote: (stages, whole) =>
    `By the period in which the leads were created; ${stages.map((stage) => `“${stage}”`).join(", ")}: share of “${whole}”, all else share of the step before.`,
  funnelDiffers:
    "The funnel counts all leads created in the period; the rates among the metrics count those settled in it, whenever created.",
  unsettled: (share) => `Of the leads created in this period, ${share} have an outcome; recent ones are still in progress.`,
  cohorts: "Lead conversion by month of creation",
  settled: "Outcome known",
  immature: "not mature",
  matureSentence: ({ month, leads, value, settled }) =>
    `Leads created up to ${month} are mature: of that month’s ${leads}, ${settled} have an outcome and ${value} were won. Later months may still rise.`,
  noneMature: (day) => `No month’s leads are mature yet: many of those created after ${day} may have no outcome.`,
  cohortsNote: (day) =>
    `Hollow points are months that are not mature: many leads created after ${day} may have no outcome yet, so that conversion may still rise.`,
  returns: "Returned leads: source × reason",
  returnsSentence: ({ source, count, share, reason, rate, whole }) =>
    `Most returns come from ${source}: ${count} ${count === "1" ? "lead" : "leads"}, ${share} of all returned, mainly for “${reason}”; ${rate} of its leads are returned, ${whole} of all.`,
  grades: "Can the grades be trusted? Win rate of SQLs by grade",
  gradePart: (grade, value, n) => `${grade}: ${value} (n = ${n})`,
  gradesSentence: (verdict, grades) => `${verdict} ${grades.join(", ")}.`,
  calibrated: "The higher the grade, the higher the win rate: the grades are calibrated.",
  notCalibrated: (lower, higher) => `${lower} wins more often than ${higher}: the grades need calibrating.`,
  undecided: (lower, higher) =>
    `${lower} wins at least as often as ${higher}, but the difference may be chance; the grades cannot be called wrong yet.`,
  tooFew: (minimum) => `At least ${minimum} closed SQLs per grade are needed to judge; there are too few.`,
  gradesNote: (minimum) => `Grades with fewer than ${minimum} are shown but not judged.`,
  chain: "From service request to lost deal",
  chainSteps: {
    requested: "Closed deals with requests",
    missed: "of these with a missed promise",
    lost: "of these lost",
    late: "of these lost to late collaboration",
  },
  chainSentence: (kept, missed) =>
    `Deals whose promises were all kept are won in ${kept} of cases, those with a missed promise in ${missed}.`,
  chainOne: (count) => `${count} deals had a missed promise; there is no other group to compare with.`,
  chainNote:
    "Only promises that fell due before the deal closed count. A missed promise before a lost deal does not prove that it caused the loss; the review decides. Deals that take longer gather more promises, and with them more missed ones.",
  chainDiffers: (metric) => `“${metric}” counts more: also deals without requests or a missed promise.`,
  step: "Step",
  calibration: "RICE calibrated: do high scores sell?",
  calibrationSentence: ({ top, topCount, topValue, bottom, bottomCount, bottomValue, verdict }) =>
    `After release the requirements of the ${top} sold ${topValue} on average (products: ${topCount}), those of the ${bottom} ${bottomValue} (products: ${bottomCount}): ${verdict}.`,
  sold: "high scores did sell better",
  notSold: "high scores did not sell better",
  alike: "too close to judge",
  calibrationNote: (clear) =>
    `Order revenue of the first 3 months of the product, shared equally by the requirements released in it: requirements of one product sell alike, so that with few products a difference may come from one of them. No verdict where they differ by less than ${clear}.`,
};
