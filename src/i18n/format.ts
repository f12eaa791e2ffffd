import type { Bound } from "../core/bound.ts";
import { type FiscalStart, type Month, type Period, periodId } from "../core/periods.ts";
import type { Locale } from "../core/text.ts";
import type { Unit } from "../core/units.ts";

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

const SPACE = "\u00a0";
const MINUS = "\u2212";

/** Numbers at least `from` large are told in `size`, from large to small; just under rounds up, so that nothing reads 10,000 万元. */
const SCALES: Record<Locale, readonly { from: number; size: number; suffix: string }[]> = {
  zh: [
    { from: 1e8, size: 1e8, suffix: `${SPACE}亿` },
    { from: 1e4, size: 1e4, suffix: `${SPACE}万` },
  ],
  en: [
    { from: 1e9, size: 1e9, suffix: "B" },
    { from: 1e6, size: 1e6, suffix: "M" },
    { from: 1e4, size: 1e3, suffix: "K" },
  ],
};

const ROUNDS_UP = 0.99995;

/** Counts below this are shown to the last one. */
const EXACT_COUNT = 100_000;

/** What follows a value, and what follows a change of it where that differs. */
const SUFFIX: Record<Locale, Record<Unit, string>> = {
  zh: {
    days: "天",
    hours: "小时",
    working_days: "个工作日",
    working_hours: "工作小时",
    share: "%",
    cny: "元",
    count: "",
    score: "分",
    points: "分",
    ratio: "",
  },
  en: {
    days: "days",
    hours: "hours",
    working_days: "working days",
    working_hours: "working hours",
    share: "%",
    cny: "",
    count: "",
    score: "",
    points: "points",
    ratio: "",
  },
};

const CHANGE_SUFFIX: Record<Locale, Partial<Record<Unit, string>>> = {
  zh: { share: "个百分点" },
  en: { share: "pts", score: "points" },
};

const SPELT: Record<Locale, Partial<Record<Unit, string>>> = { zh: {}, en: { share: "percentage points" } };

const LABEL: Record<Locale, Record<Unit, string>> = {
  zh: {
    days: "天",
    hours: "小时",
    working_days: "工作日",
    working_hours: "工作小时",
    share: "%",
    cny: "元",
    count: "个",
    score: "分(1–5)",
    points: "分",
    ratio: "每件",
  },
  en: {
    days: "days",
    hours: "hours",
    working_days: "working days",
    working_hours: "working hours",
    share: "%",
    cny: "CNY",
    count: "count",
    score: "score (1–5)",
    points: "points",
    ratio: "per item",
  },
};

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

const scaleOf = (value: number, locale: Locale) => SCALES[locale].find(({ from }) => Math.abs(value) >= from * ROUNDS_UP);

/** Three digits: 3.27, 32.7 and 327; four of hundreds of 万, which go on to 9,999. */
const fewDigits = (value: number, locale: Locale) =>
  Math.abs(value) < 9.995 ? 2 : Math.abs(value) < (locale === "zh" ? 999.95 : 99.95) ? 1 : 0;

function compact(value: number, locale: Locale, { digits, isSigned }: FormatOptions): string {
  const scale = scaleOf(value, locale);
  if (!scale) return decimal(value, digits ?? 0, isSigned);
  const scaled = value / scale.size;
  return decimal(scaled, digits ?? fewDigits(scaled, locale), isSigned) + scale.suffix;
}

const duration = (value: number, locale: Locale, options: FormatOptions) =>
  Math.abs(value) < 9_999.5
    ? decimal(value, options.digits ?? (Math.abs(value) < 99.95 ? 1 : 0), options.isSigned)
    : compact(value, locale, options);

/** The digits alone, scaled and signed, with the currency's mark but without the unit's word. */
const NUMBER: Record<Unit, (value: number, locale: Locale, options: FormatOptions) => string> = {
  days: duration,
  hours: duration,
  working_days: duration,
  working_hours: duration,
  share: (value, _, { digits = 1, isSigned }) => decimal(value * 100, digits, isSigned),
  cny: (value, locale, options) =>
    locale === "zh" ? compact(value, locale, options) : compact(value, locale, options).replace(/^[+\u2212]?/, "$&¥"),
  count: (value, locale, options) =>
    Math.abs(value) < EXACT_COUNT ? decimal(value, options.digits ?? 0, options.isSigned) : compact(value, locale, options),
  score: (value, _, { digits = 2, isSigned }) => decimal(value, digits, isSigned),
  points: (value, _, { digits = 2, isSigned = true }) => decimal(value, digits, isSigned),
  ratio: (value, _, { digits = 2, isSigned }) => decimal(value, digits, isSigned),
};

/** English says `1 day`, but `1.0 days`. */
const singular = (word: string, digits: string) => (/^[+\u2212]?1$/.test(digits) ? word.replace(/s$/, "") : word);

/** The digits behind the sign of their bound. */
export const signed = (digits: string, bound: Bound = "exact"): string => (bound === "exact" ? digits : BOUND_SIGN[bound] + SPACE + digits);

/** English sets no space before %; a Chinese unit stands close to the 万 that it counts. */
function withSuffix(digits: string, suffix: string, locale: Locale): string {
  const isClose = locale === "en" ? suffix === "%" : /[万亿]$/.test(digits);
  return suffix ? digits + (isClose ? "" : SPACE) + singular(suffix, digits) : digits;
}

/** `4.2 days`, `42.3%` or `42.3 %`, `≥ 90.0%`, `¥3.27M` or `326.5 万元`; `–` for null. */
export function formatValue(value: number | null, unit: Unit, locale: Locale, options: FormatOptions = {}): string {
  if (value === null) return MISSING;
  const digits = NUMBER[unit](value, locale, options);
  return signed(options.isBare ? digits : withSuffix(digits, SUFFIX[locale][unit], locale), options.bound);
}

/** A difference of two values of the unit, with its sign: `−0.9 days`; shares differ in percentage points: `+1.2 pts`. */
export function formatChange(delta: number | null, unit: Unit, locale: Locale, options: FormatOptions = {}): string {
  if (delta === null) return MISSING;
  const digits = NUMBER[unit](delta, locale, { isSigned: true, ...options });
  const suffix = (options.isSpelt && SPELT[locale][unit]) || (CHANGE_SUFFIX[locale][unit] ?? SUFFIX[locale][unit]);
  return signed(options.isBare ? digits : withSuffix(digits, suffix, locale), options.bound);
}

/** The unit in a word, for heads of columns. */
export const unitLabel = (unit: Unit, locale: Locale): string => LABEL[locale][unit];

/** How an axis with these ticks says its numbers: each tick bare, and the unit, scaled to them, once. */
export function axisFormat(unit: Unit, locale: Locale, ticks: readonly number[]): { label: string; format: (value: number) => string } {
  const top = Math.max(0, ...ticks.map(Math.abs));
  const scale = unit === "cny" || top >= EXACT_COUNT ? scaleOf(top, locale) : undefined;
  const factor = unit === "share" ? 100 : 1 / (scale?.size ?? 1);
  const digits = Math.max(0, ...ticks.map((tick) => decimalsOf(tick * factor)));
  const label = scale
    ? locale === "zh"
      ? scale.suffix.trim() + LABEL.zh[unit]
      : `${LABEL.en[unit]} ${scale.suffix}`
    : LABEL[locale][unit];
  return { label, format: (value) => decimal(value * factor, digits, unit === "points") };
}

/** Decimals needed to write the number, floating dust aside. */
const decimalsOf = (value: number) => (String(Number(value.toPrecision(10))).split(".")[1] ?? "").length;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** A number from 0 to 11. */
const monthIndex = (month: Month) => ((month % 12) + 12) % 12;

const monthName = (month: Month, locale: Locale) => (locale === "zh" ? `${monthIndex(month) + 1}月` : (MONTHS[monthIndex(month)] ?? ""));

/** `2026` where fiscal years are calendar years, else `FY2026` or `2026 财年`. */
function yearName(year: string, locale: Locale, fiscalStart: FiscalStart): string {
  if (fiscalStart === 1) return year;
  return locale === "zh" ? `${year} 财年` : `FY${year}`;
}

const monthParts = (month: Month, locale: Locale) => ({ part: monthName(month, locale), year: String(Math.floor(month / 12)) });

/** The two parts of a period's name: what repeats every year (empty for a year), and the year; a range has those of its first month. */
export function periodParts(period: Period, locale: Locale, fiscalStart: FiscalStart = 1): { part: string; year: string } {
  if (period.grain === "month" || period.grain === "range") return monthParts(period.start, locale);
  const [year = "", quarter] = periodId(period, fiscalStart).split("Q");
  return { part: quarter ? `Q${quarter}` : "", year: yearName(year, locale, fiscalStart) };
}

/** A Chinese month in a sentence: `9 月`. */
const spaced = (part: string) => part.replace("月", " 月");

const inYear = ({ part, year }: { part: string; year: string }, locale: Locale) =>
  locale === "zh" ? `${year} 年 ${spaced(part)}` : `${part} ${year}`;

/** The year is said once where both ends share it: first in Chinese, last in English. */
function formatRange({ start, end }: Period, locale: Locale): string {
  const [from, to] = [monthParts(start, locale), monthParts(end, locale)];
  const isOneYear = from.year === to.year;
  const first = isOneYear && locale === "en" ? from.part : inYear(from, locale);
  const last = isOneYear && locale === "zh" ? spaced(to.part) : inYear(to, locale);
  return `${first}–${last}`;
}

/** `2026 年 9 月` or `Sep 2026`, `2026 Q3`, `2026 年` or `2026`, `2026 年 1 月–6 月` or `Jan–Jun 2026`. */
export function formatPeriod(period: Period, locale: Locale, fiscalStart: FiscalStart = 1): string {
  if (period.grain === "range") return formatRange(period, locale);
  const { part, year } = periodParts(period, locale, fiscalStart);
  if (period.grain === "quarter") return `${year} ${part}`;
  if (part) return inYear({ part, year }, locale);
  return locale === "en" || year.endsWith("财年") ? year : `${year} 年`;
}

/** An ISO date, or the date of an ISO time: `2026 年 9 月 30 日` or `30 Sep 2026`. */
export function formatDay(iso: string, locale: Locale): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) throw new Error(`not a date: ${iso}; expected like 2026-09-30`);
  const [year, month, day] = match.slice(1).map(Number);
  return locale === "zh" ? `${year} 年 ${month} 月 ${day} 日` : `${day} ${MONTHS[Number(month) - 1]} ${year}`;
}
