import { type Bound, bothBounds, turnedBound } from "../core/bound.ts";
import { type Additive, type Component, type Of, rowCount, type Totals, valueCount, valueCounts, valueSum } from "./component.ts";
import { quantileOf } from "./quantiles.ts";
import { survivalQuantile, type WaitColumns, waitCount, waitsOf } from "./survival.ts";

/** An amount per weight: what a mean or a ratio is made of, and what contributions to its change are computed from. */
export interface Fraction {
  amount: number;
  weight: number;
}

/** A piece of a metric: it knows its components and how to finish them. */
export interface Part {
  components: readonly Component[];
  /** The value of a group of cells; null where there is none, such as a mean of nothing. */
  finish(totals: Totals): number | null;
  /** n: the number of cases the value rests on. */
  cases(totals: Totals): number;
  /** Whether the value is the true one or, where it rests on numbers published within limits, no more or no less than it. */
  bound(totals: Totals): Bound;
  /** How the value splits into amount and weight; null where it does not (a quantile, a difference). A plain sum has weight 1. */
  fraction(totals: Totals): Fraction | null;
  /** Whether the value of a union is the sum of the values. */
  isSum: boolean;
  /** Whether it counts things one by one, or is the ratio of two such counts. */
  isOfThings: boolean;
  /** The formula as SQL, to be read by people. */
  sql: string;
}

const formula = (component: Additive) => (component.of ? `${component.of}: ${component.sql}` : component.sql);

/** Rows of the fact. */
export function count(of: Of = {}): Part {
  const rows = rowCount(of);
  return {
    components: [rows],
    finish: (totals) => totals.additive(rows),
    cases: (totals) => totals.additive(rows),
    bound: (totals) => totals.bound(rows),
    fraction: (totals) => ({ amount: totals.additive(rows), weight: 1 }),
    isSum: true,
    isOfThings: true,
    sql: formula(rows),
  };
}

/** Sum of a column: 0 without rows, null where there are rows and none has a value. n is the rows with a value; of a column that counts things, the sum itself. */
export function sum(column: string, { isOfThings = false, ...of }: Of & { isOfThings?: boolean } = {}): Part {
  const [total, given, rows] = [valueSum(column, of), valueCount(column, of), rowCount(of)];
  const finish = (totals: Totals) => (totals.additive(rows) > 0 && totals.additive(given) === 0 ? null : totals.additive(total));
  return {
    components: [total, given, rows],
    finish,
    cases: (totals) => totals.additive(isOfThings ? total : given),
    bound: (totals) => totals.bound(total),
    fraction: (totals) => ({ amount: totals.additive(total), weight: 1 }),
    isSum: true,
    isOfThings,
    sql: formula(total),
  };
}

/** One part divided by another; null where the second is missing or not above 0. The ratio of a union is the ratio of the sums. */
export function ratio(upper: Part, lower: Part): Part {
  const finish = (totals: Totals) => {
    const [amount, weight] = [upper.finish(totals), lower.finish(totals)];
    return amount === null || weight === null || weight <= 0 ? null : amount / weight;
  };
  return {
    components: [...upper.components, ...lower.components],
    finish,
    cases: lower.cases,
    bound: (totals) => bothBounds(upper.bound(totals), turnedBound(lower.bound(totals))),
    fraction: (totals) => ({ amount: upper.finish(totals) ?? 0, weight: lower.finish(totals) ?? 0 }),
    isSum: false,
    isOfThings: upper.isOfThings && lower.isOfThings,
    sql: `${upper.sql} / nullif(${lower.sql}, 0)`,
  };
}

/** Mean of a column over the rows that have a value. */
export function mean(column: string, of: Of = {}): Part {
  const [total, given] = [valueSum(column, of), valueCount(column, of)];
  const fraction = (totals: Totals) => ({ amount: totals.additive(total), weight: totals.additive(given) });
  return {
    components: [total, given],
    finish: (totals) => (totals.additive(given) === 0 ? null : totals.additive(total) / totals.additive(given)),
    cases: (totals) => totals.additive(given),
    bound: (totals) => totals.bound(total),
    fraction,
    isSum: false,
    isOfThings: false,
    sql: `${formula(total)} / nullif(${formula(given)}, 0)`,
  };
}

/** How much larger the first part is than the second, as a share of the second. */
export function growth(later: Part, earlier: Part): Part {
  const rate = ratio(later, earlier);
  return {
    ...rate,
    isOfThings: false,
    finish: (totals) => {
      const value = rate.finish(totals);
      return value === null ? null : value - 1;
    },
    fraction: (totals) => {
      const { amount, weight } = rate.fraction(totals) ?? { amount: 0, weight: 0 };
      return { amount: amount - weight, weight };
    },
    sql: `${rate.sql} - 1`,
  };
}

/** The first part minus the second; null where either is missing. */
export function difference(left: Part, right: Part): Part {
  return {
    components: [...left.components, ...right.components],
    finish: (totals) => {
      const [a, b] = [left.finish(totals), right.finish(totals)];
      return a === null || b === null ? null : a - b;
    },
    cases: (totals) => left.cases(totals) + right.cases(totals),
    bound: (totals) => bothBounds(left.bound(totals), turnedBound(right.bound(totals))),
    fraction: () => null,
    isSum: false,
    isOfThings: false,
    sql: `(${left.sql}) - (${right.sql})`,
  };
}

/** How many values of a column of whole numbers occur, each once. */
export function distinct(column: string, { of }: Pick<Of, "of"> = {}): Part {
  const counts = valueCounts(column, 1, of);
  const size = (totals: Totals) => totals.counts(counts).size;
  return {
    components: [counts],
    finish: size,
    cases: size,
    bound: () => "exact",
    fraction: () => null,
    isSum: false,
    isOfThings: false,
    sql: `count(distinct ${column})`,
  };
}

/** A part whose cases are those of another: what varies by itself, where rows of one case are alike. */
export const among = (part: Part, cases: Part): Part => ({
  ...part,
  components: [...part.components, ...cases.components],
  cases: cases.cases,
  sql: `${part.sql} /* n: ${cases.sql} */`,
});

/** The quantile of Hyndman and Fan's second definition, as `quantileOf` finds it: the mean of the smallest values that a share, and more than a share, do not exceed. */
const quantileSql = (column: string, probability: number) =>
  `(quantile_disc(${column}, ${probability}) - quantile_disc(-${column}, ${Number((1 - probability).toFixed(6))})) / 2`;

/** The value below which a share of the rows lies, exact at the resolution of its steps. */
export function quantile(column: string, probability: number, { step, of }: { step: number; of?: string }): Part {
  const counts = valueCounts(column, step, of);
  return {
    components: [counts],
    finish: (totals) => quantileOf(totals.counts(counts), probability, step),
    cases: (totals) => [...totals.counts(counts).values()].reduce((all, rows) => all + rows, 0),
    bound: () => "exact",
    fraction: () => null,
    isSum: false,
    isOfThings: false,
    sql: quantileSql(column, probability),
  };
}

/** The length by which a share of the waits has ended, those that go on included; null until so many have. n is the waits, ended or not. */
export function survival(columns: WaitColumns, probability: number, at: { step: number; of?: string }): Part {
  const waits = waitsOf(columns, at);
  return {
    components: [waits.ended, waits.open],
    finish: (totals) => survivalQuantile(waits, totals, probability),
    cases: (totals) => waitCount(waits, totals),
    bound: () => "exact",
    fraction: () => null,
    isSum: false,
    isOfThings: false,
    sql: `kaplan_meier(${columns.ended}, ${columns.open}, ${probability})`,
  };
}
