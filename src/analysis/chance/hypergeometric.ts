import { logChoose } from "./log-gamma.ts";

/** Two groups of cases, some of each of a kind; whole numbers. */
export interface TwoGroups {
  /** Of the kind, and all, in the first group. */
  hits: number;
  cases: number;
  /** The same of the second group. */
  otherHits: number;
  otherCases: number;
}

const NEGLIGIBLE = 1e-17;

/** Sum of the terms from one on, each made from the one before; ends where they no longer add anything. */
function sumOfTerms(count: number, ratioAfter: (i: number) => number): number {
  let [sum, term] = [0, 1];
  for (let i = 0; i < count && term > sum * NEGLIGIBLE; i++) {
    term *= ratioAfter(i);
    sum += term;
  }
  return sum;
}

/**
 * Two-sided mid-p value of a difference between two shares, given all hits: twice the smaller tail of the hypergeometric distribution, in
 * which what was seen counts half (Lancaster, J. Am. Stat. Assoc. 56, 1961; Agresti, Categorical Data Analysis, 3rd ed. 2013, 3.5 and 16.6).
 */
export function midP({ hits, cases, otherHits, otherCases }: TwoGroups): number {
  const [all, total] = [hits + otherHits, cases + otherCases];
  const seen = Math.exp(logChoose(cases, hits) + logChoose(otherCases, otherHits) - logChoose(total, all));
  const isHigh = hits * otherCases > otherHits * cases;
  // the ratio of the probabilities of one hit more, or one less, to that of the count before
  const more = (i: number) => ((cases - hits - i) * (otherHits - i)) / ((hits + i + 1) * (otherCases - otherHits + i + 1));
  const fewer = (i: number) => ((hits - i) * (otherCases - otherHits - i)) / ((cases - hits + i + 1) * (otherHits + i + 1));
  const beyond = isHigh ? sumOfTerms(Math.min(cases - hits, otherHits), more) : sumOfTerms(Math.min(hits, otherCases - otherHits), fewer);
  const tail = seen * (0.5 + beyond);
  return 2 * Math.min(tail, Math.max(0, 1 - tail));
}
