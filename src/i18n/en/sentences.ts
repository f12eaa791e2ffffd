import type { Unit } from "../../core/units.ts";
import type { sentences as zh } from "../zh/sentences.ts";
import { inSentence } from "./in-sentence.ts";

/** How a difference is called: shares and scores are high or low, durations long or short, amounts much, counts many. */
const DIFFERENCE: Record<Unit, { more: string; less: string; most: string; least: string }> = {
  days: { more: "longer", less: "shorter", most: "longest", least: "shortest" },
  working_days: { more: "longer", less: "shorter", most: "longest", least: "shortest" },
  hours: { more: "more", less: "less", most: "highest", least: "lowest" },
  working_hours: { more: "longer", less: "shorter", most: "longest", least: "shortest" },
  cny: { more: "more", less: "less", most: "highest", least: "lowest" },
  count: { more: "more", less: "fewer", most: "highest", least: "lowest" },
  share: { more: "higher", less: "lower", most: "highest", least: "lowest" },
  score: { more: "higher", less: "lower", most: "highest", least: "lowest" },
  points: { more: "higher", less: "lower", most: "highest", least: "lowest" },
  ratio: { more: "higher", less: "lower", most: "highest", least: "lowest" },
};

const then = (clause: string) => (clause ? `, ${clause}` : "");

/** Sentences on one metric, in English. */
export const sentences: typeof zh = {
  difference: ({ amount, than, unit, isMore }) => `${amount} ${DIFFERENCE[unit][isMore ? "more" : "less"]} than ${than}`,
  equal: (than) => `the same as ${than}`,
  moved: ({ label, value, isMore, difference, verdict }) =>
    `${label} ${isMore ? "rose" : "fell"} to ${value}, ${difference}${then(verdict)}.`,
  unmoved: ({ label, value, difference, verdict }) => `${label}: ${value}, ${difference}${then(verdict)}.`,
  gapMoved: ({ label, value, before, isWider, than, verdict }) =>
    `${label} ${isWider ? "widened" : "narrowed"} to ${value} from ${before} in ${than}${then(verdict)}.`,
  compared: ({ label, now, value, difference, verdict }) => `${label}, ${now}: ${value}, ${difference}${then(verdict)}.`,
  first: (label, value) => `${label}: ${value}, with no earlier period to compare.`,
  unfinished: (label, value) => `${label}: ${value} so far; the data of the period are not complete, so it is not compared.`,
  none: (label) => `${label}: no data in this period.`,
  hidden: (label) => `${label}: hidden, the group is too small.`,
  alone: ({ label, now, value, than }) => `${label}, ${now}: ${value}; nothing to compare with in ${than}.`,
  unequal: ({ label, now, value, than, other }) =>
    `${label}, ${now}: ${value}, ${than}: ${other}; the two periods differ in length and are not compared.`,
  carried: (member, amount) => `Mostly ${member} (${amount}).`,
  spread: (median, p90) => `Half are within ${median}, nine in ten within ${p90}.`,
  extreme: ({ member, unit, isHigh, value, whole, others }) =>
    `${member} is ${DIFFERENCE[unit][isHigh ? "most" : "least"]}: ${value}${whole ? ` (all: ${whole})` : ""}; ${others}.`,
  others: (from, to) => (from === to ? `all others are at ${from}` : `the others are between ${from} and ${to}`),
  other: (member, value) => `${member} ${value}`,
  onlyOne: (dimension, member, value) => `By ${inSentence(dimension)}, there is only ${member}: ${value}.`,
};
