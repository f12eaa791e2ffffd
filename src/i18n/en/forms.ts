import { SPACE } from "../format.ts";
import type { Forms, MonthOfYear, UnitForms } from "../forms.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

const monthName = (month: number) => MONTHS[month - 1] ?? "";

const monthOfYear = ({ year, month }: MonthOfYear) => `${monthName(month)} ${year}`;

/** `1 day`, but `1.0 days`. */
const inNumber = (unit: string, digits: string) => (/^[+\u2212]?1$/.test(digits) ? unit.replace(/s$/, "") : unit);

/** `$` of USD. */
const signOf = (currency: string): string =>
  new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" })
    .formatToParts(0)
    .find(({ type }) => type === "currency")?.value ?? currency;

/** A sign stands close to the digits, a code apart from them. */
const before = (sign: string) => (digits: string) =>
  digits.replace(/^[+\u2212]?/, `$&${sign.replaceAll("$", "$$$$")}${/[A-Z]$/.test(sign) ? SPACE : ""}`);

const onScale = (least: number, most: number): UnitForms => ({
  ...{ label: `score (${least}–${most})`, suffix: "", change: "points" },
  ends: [least, most],
});

/** How English is written. */
export const forms: Forms = {
  scales: [
    { from: 1e9, size: 1e9, suffix: "B" },
    { from: 1e6, size: 1e6, suffix: "M" },
    { from: 1e4, size: 1e3, suffix: "K" },
  ],
  wholeFrom: 99.95,
  units: {
    days: { label: "days" },
    hours: { label: "hours" },
    working_days: { label: "working days" },
    working_hours: { label: "working hours" },
    share: { label: "%", change: "pts", spelt: "percentage points" },
    cny: { label: "CNY", suffix: "" },
    count: { label: "count", suffix: "" },
    score: onScale(1, 5),
    rating: onScale(1, 5),
    points: { label: "points" },
    ratio: { label: "per item", suffix: "" },
  },
  money: before("¥"),
  inCurrency: (code) => ({ unit: { label: code, suffix: "" }, money: before(signOf(code)) }),
  onScale,
  withUnit: (digits, unit) => digits + (unit === "%" ? "" : SPACE) + inNumber(unit, digits),
  scaledUnit: (label, { suffix }) => `${label} ${suffix}`,
  month: monthName,
  year: (year) => year,
  fiscalYear: (year) => `FY${year}`,
  monthOfYear,
  months: (from, to) => `${from.year === to.year ? monthName(from.month) : monthOfYear(from)}–${monthOfYear(to)}`,
  day: (year, month, day) => `${day} ${monthName(month)} ${year}`,
  soFar: (period) => `${period} so far`,
  titled: (subject, detail) => `${subject}: ${detail}`,
  noted: (name, note) => `${name} (${note})`,
  between: { clauses: ", ", sentences: " ", parts: "; ", names: ", " },
};
