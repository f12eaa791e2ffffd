import type { Measure, sentences as zh } from "../zh/sentences.ts";
import { capital, inSentence } from "./in-sentence.ts";

const DIFFERENCE: Record<Measure, { more: string; less: string; most: string; least: string }> = {
  duration: { more: "longer", less: "shorter", most: "takes longest", least: "is shortest" },
  count: { more: "more", less: "fewer", most: "has most", least: "has fewest" },
  amount: { more: "more", less: "less", most: "has most", least: "has least" },
  level: { more: "higher", less: "lower", most: "is highest", least: "is lowest" },
};

const SHIFTED = { better: "improved", worse: "worsened", changed: "changed", same: "changed" };

const then = (clause: string) => (clause ? `; ${clause}` : "");

/** Sentences on one metric, in English. */
export const sentences: typeof zh = {
  difference: ({ amount, than, measure, isMore }) => `${amount} ${DIFFERENCE[measure][isMore ? "more" : "less"]} than ${than}`,
  equal: (than) => `unchanged from ${than}`,
  moved: ({ label, value, isMore, difference, verdict }) =>
    `${label} ${isMore ? "rose" : "fell"} to ${value}, ${difference}${then(verdict)}.`,
  unmoved: ({ label, value, difference, verdict }) => `${label}: ${value}, ${difference}${then(verdict)}.`,
  gapMoved: ({ label, value, before, isWider, than, verdict }) =>
    `${label} ${isWider ? "widened" : "narrowed"} from ${before} in ${than} to ${value}${then(verdict)}.`,
  compared: ({ label, now, value, difference, verdict }) => `${label}, ${now}: ${value}, ${difference}${then(verdict)}.`,
  first: (label, value) => `${label}: ${value}, with no earlier period to compare.`,
  unfinished: (label, value) => `${label}: ${value} so far; the data of the period are not complete, so it is not compared.`,
  none: (label) => `${label}: no data in this period.`,
  hidden: (label) => `${label}: hidden, since there are too few.`,
  alone: ({ label, now, value, than }) => `${label}, ${now}: ${value}; nothing to compare with in ${than}.`,
  unequal: ({ label, now, value, than, other }) =>
    `${label}, ${now}: ${value}, ${than}: ${other}; the two periods differ in length and are not compared.`,
  spread: (median, p90) => `Half are within ${median}, nine in ten within ${p90}.`,
  extreme: ({ member, measure, isHigh, value, whole, isPart, others }) =>
    `${capital(member)} ${DIFFERENCE[measure][isHigh ? "most" : "least"]}: ${value}${whole ? (isPart ? ` of ${whole}` : `, against ${whole} overall`) : ""}; ${others}.`,
  others: (from, to) => (from === to ? `all others are at ${from}` : `the others are between ${from} and ${to}`),
  other: (member, value) => `${member} ${value}`,
  signals: (found, more) => {
    const parts = found.map(({ member, direction, clause }) => `${member} ${SHIFTED[direction]}: ${clause}`);
    return `${capital([...parts, ...(more ? [`${more} more changed`] : [])].join("; "))}.`;
  },
  differing: (members) => `Beyond chance: ${members}.`,
  onlyOne: (dimension, member, value) => `By ${inSentence(dimension)}, there is only ${member}: ${value}.`,
};
