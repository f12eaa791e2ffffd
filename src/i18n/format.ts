import type { Bound } from "../core/bound.ts";
import { type FiscalStart, type Month, type Period, periodId } from "../core/periods.ts";
import type { Unit } from "../core/units.ts";
import type { Forms, MonthOfYear } from "./forms.ts";

/** What stands where there is no value; never 0. */
export const MISSING = "–";

export interface FormatOptions {
  /** Decimals to show; each unit has its own default. */
  digits?: number | undefined;
  /** Shows a plus before positive values. */
  isSigned?: boolean | undefined;
  /** Leaves the unit out where a head or an axis says it already. */
  isBare?: boolean | undefined;
  /** What the value says of the true one; other than "exact", a sign before it. */
  bound?: Bound | undefined;
  /** Spells out a unit that tables shorten. */
  isSpelt?: boolean | undefined;
}

/** What stands before a value that is not the true one. */
export const BOUND_SIGN: Record<Bound, string> = { exact: "", at_least: "≥", at_most: "≤", about: "≈" };

/** Keeps a number and its unit on one line. */
export const SPACE = "\u00a0";
const MINUS = "\u2212";

/** Numbers just under the least of a scale round up to it, so that nothing reads 10,000 万元. */
const ROUNDS_UP = 0.99995;

/** Counts below this are shown to the last one. */
const EXACT_COUNT = 100_000;

const formatters = new Map<string, Intl.NumberFormat>();

function decimal(value: number, digits: number, isSigned = false): string {
  const key = `${digits}${isSigned}`;
  const formatter =
    formatters.get(key) ??
    new Intl.NumberFormat("en-US", {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: isSigned ? "exceptZero" : "negative",
    });
  formatters.set(key, formatter);
  return formatter.format(value).replace("-", MINUS);
}

const scaleOf = (value: number, { scales }: Forms) => scales.find(({ from }) => Math.abs(value) >= from * ROUNDS_UP);

/** Three digits: 3.27, 32.7 and 327. */
const fewDigits = (value: number, { wholeFrom }: Forms) => (Math.abs(value) < 9.995 ? 2 : Math.abs(value) < wholeFrom ? 1 : 0);

function compact(value: number, forms: Forms, { digits, isSigned }: FormatOptions): string {
  const scale = scaleOf(value, forms);
  if (!scale) return decimal(value, digits ?? 0, isSigned);
  const scaled = value / scale.size;
  return decimal(scaled, digits ?? fewDigits(scaled, forms), isSigned) + scale.suffix;
}

const duration = (value: number, forms: Forms, options: FormatOptions) =>
  Math.abs(value) < 9_999.5
    ? decimal(value, options.digits ?? (Math.abs(value) < 99.95 ? 1 : 0), options.isSigned)
    : compact(value, forms, options);

/** The digits alone, scaled and signed, with the currency's mark but without the unit's word. */
const NUMBER: Record<Unit, (value: number, forms: Forms, options: FormatOptions) => string> = {
  days: duration,
  hours: duration,
  working_days: duration,
  working_hours: duration,
  share: (value, _, { digits = 1, isSigned }) => decimal(value * 100, digits, isSigned),
  cny: (value, forms, options) => forms.money(compact(value, forms, options)),
  count: (value, forms, options) =>
    Math.abs(value) < EXACT_COUNT ? decimal(value, options.digits ?? 0, options.isSigned) : compact(value, forms, options),
  score: (value, _, { digits = 2, isSigned }) => decimal(value, digits, isSigned),
  rating: (value, _, { digits = 2, isSigned }) => decimal(value, digits, isSigned),
  points: (value, _, { digits = 2, isSigned = true }) => decimal(value, digits, isSigned),
  ratio: (value, _, { digits = 2, isSigned }) => decimal(value, digits, isSigned),
};

/** The digits behind the sign of their bound. */
export const signed = (digits: string, bound: Bound = "exact"): string => (bound === "exact" ? digits : BOUND_SIGN[bound] + SPACE + digits);

/** What follows a value of a unit. */
const suffixOf = ({ units }: Forms, unit: Unit) => units[unit].suffix ?? units[unit].label;

function written(digits: string, suffix: string, { forms, isBare, bound }: FormatOptions & { forms: Forms }): string {
  return signed(isBare || !suffix ? digits : forms.withUnit(digits, suffix), bound);
}

/** `4.2 days`, `42.3%` or `42.3 %`, `≥ 90.0%`, `¥3.27M` or `326.5 万元`; `–` for null. */
export function formatValue(value: number | null, unit: Unit, forms: Forms, options: FormatOptions = {}): string {
  if (value === null) return MISSING;
  return written(NUMBER[unit](value, forms, options), suffixOf(forms, unit), { forms, ...options });
}

/** A difference of two values of the unit, with its sign: `−0.9 days`; shares differ in percentage points: `+1.2 pts`. */
export function formatChange(delta: number | null, unit: Unit, forms: Forms, options: FormatOptions = {}): string {
  if (delta === null) return MISSING;
  const { change = suffixOf(forms, unit), spelt = change } = forms.units[unit];
  const digits = NUMBER[unit](delta, forms, { isSigned: true, ...options });
  return written(digits, options.isSpelt ? spelt : change, { forms, ...options });
}

/** How an axis with these ticks says its numbers: each tick bare, and the unit, scaled to them, once. */
export function axisFormat(unit: Unit, forms: Forms, ticks: readonly number[]): { label: string; format: (value: number) => string } {
  const top = Math.max(0, ...ticks.map(Math.abs));
  const scale = unit === "cny" || top >= EXACT_COUNT ? scaleOf(top, forms) : undefined;
  const factor = unit === "share" ? 100 : 1 / (scale?.size ?? 1);
  const digits = Math.max(0, ...ticks.map((tick) => decimalsOf(tick * factor)));
  const { label } = forms.units[unit];
  return {
    label: scale ? forms.scaledUnit(label, scale) : label,
    format: (value) => decimal(value * factor, digits, unit === "points"),
  };
}

/** Decimals needed to write the number, floating dust aside. */
const decimalsOf = (value: number) => (String(Number(value.toPrecision(10))).split(".")[1] ?? "").length;

const monthOfYear = (month: Month): MonthOfYear => ({ year: Math.floor(month / 12), month: (((month % 12) + 12) % 12) + 1 });

/** The two parts of a period's name: what repeats every year (empty for a year), and the year; a range has those of its first month. */
export function periodParts(period: Period, forms: Forms, fiscalStart: FiscalStart = 1): { part: string; year: string } {
  if (period.grain === "month" || period.grain === "range") {
    const { year, month } = monthOfYear(period.start);
    return { part: forms.month(month), year: String(year) };
  }
  const [year = "", quarter] = periodId(period, fiscalStart).split("Q");
  return { part: quarter ? `Q${quarter}` : "", year: fiscalStart === 1 ? year : forms.fiscalYear(year) };
}

/** `2026 年 9 月` or `Sep 2026`, `2026 Q3`, `2026 年` or `2026`, `2026 年 1 月–6 月` or `Jan–Jun 2026`. */
export function formatPeriod(period: Period, forms: Forms, fiscalStart: FiscalStart = 1): string {
  const { grain, start, end } = period;
  if (grain === "range") return forms.months(monthOfYear(start), monthOfYear(end));
  if (grain === "month") return forms.monthOfYear(monthOfYear(start));
  const { part, year } = periodParts(period, forms, fiscalStart);
  if (grain === "quarter") return `${year} ${part}`;
  return fiscalStart === 1 ? forms.year(year) : year;
}

/** An ISO date, or the date of an ISO time: `2026 年 9 月 30 日` or `30 Sep 2026`. */
export function formatDay(iso: string, forms: Forms): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) throw new Error(`not a date: ${iso}; expected like 2026-09-30`);
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  return forms.day(year, month, day);
}
