import { type Grain, type Period, parsePeriod, periodId, periodsBetween } from "../../core/periods.ts";
import { COMPARED_PERIODS, type ComparedChoice, isRelative, RELATIVE_PERIODS, type Vocabulary } from "../../core/selection.ts";

/** Kinds of periods to choose from, in the order in which they are offered. */
export const OFFERED_GRAINS = ["quarter", "year", "month"] as const satisfies readonly Grain[];

/** Every period of a kind that the data reach, newest first. */
export const offeredPeriods = ({ first, last, fiscalStart }: Vocabulary, grain: Grain): Period[] =>
  periodsBetween(first, last, grain, fiscalStart).reverse();

/** A choice as the value of a control. */
export const valueOfChoice = (choice: ComparedChoice, { fiscalStart }: Vocabulary): string =>
  isRelative(choice) ? choice : periodId(choice, fiscalStart);

/** The reverse of `valueOfChoice`. Throws on a value that names no period. */
export const choiceOfValue = (value: string, { fiscalStart }: Vocabulary): ComparedChoice =>
  [...COMPARED_PERIODS, ...RELATIVE_PERIODS].find((known) => known === value) ?? parsePeriod(value, fiscalStart);
