import type { Unit } from "../core/units.ts";

/** A size in which large numbers are said. */
export interface Scale {
  /** The smallest number that is said in it. */
  from: number;
  size: number;
  /** What follows the digits. */
  suffix: string;
}

/** How a language calls a unit. */
export interface UnitForms {
  /** In a word, for heads of columns and for axes. */
  label: string;
  /** What follows a value, empty for nothing; default the label. */
  suffix?: string;
  /** What follows a change of it; default the suffix. */
  change?: string;
  /** What follows a change where there is room to spell it out; default what follows any change. */
  spelt?: string;
  /** Where a scale of it ends by nature; default nowhere. */
  ends?: readonly [number, number];
}

/** A month of a year, both as people count them. */
export interface MonthOfYear {
  year: number;
  month: number;
}

/** How a language writes numbers, periods and days, and how it joins what it says. */
export interface Forms {
  /** Sizes of large numbers, from large to small. */
  scales: readonly Scale[];
  /** Scaled numbers from here on have no decimals; smaller ones have three digits in all. */
  wholeFrom: number;
  units: Readonly<Record<Unit, UnitForms>>;
  /** The digits of an amount with the mark of its currency, where that stands before them. */
  money(digits: string): string;
  /** How amounts in another currency than yuan are called and written, by its ISO code. */
  inCurrency(code: string): { unit: UnitForms; money(digits: string): string };
  /** How scores on a scale are called, by its ends. */
  onScale(least: number, most: number): UnitForms;
  /** Digits and the unit that follows them. */
  withUnit(digits: string, unit: string): string;
  /** The unit of an axis whose numbers are scaled. */
  scaledUnit(label: string, { suffix }: Scale): string;
  /** A month on an axis. */
  month(month: number): string;
  /** A calendar year on its own. */
  year(year: string): string;
  /** A fiscal year that is no calendar year. */
  fiscalYear(year: string): string;
  monthOfYear(at: MonthOfYear): string;
  /** From one month to another. */
  months(from: MonthOfYear, to: MonthOfYear): string;
  day(year: number, month: number, day: number): string;
  /** A period on an axis that is not over. */
  soFar(period: string): string;
  /** A subject and what is said of it. */
  titled(subject: string, detail: string): string;
  /** A name with a remark in brackets. */
  noted(name: string, note: string): string;
  /** What stands between clauses of a sentence, sentences of a paragraph, parts of a line and names of a list. */
  between: Readonly<Record<"clauses" | "sentences" | "parts" | "names", string>>;
}
