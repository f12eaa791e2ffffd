import { MONTHS, yearOf } from "./date-forms.ts";
import { withoutFullWidth } from "./full-width.ts";

const QUARTERS = [
  /^(?<year>\d{4})[-/ ]?Q(?<quarter>[1-4])$/i,
  /^Q(?<quarter>[1-4])[-/ ]?(?<year>\d{4})$/i,
  /^(?<year>\d{4})年 ?第?(?<quarter>[1-4一二三四])季度?$/,
];

/** `2026-3`, `2026/03`, `2026年3月`, `202603`; and `Mar-26`, as spreadsheets show a month. */
const MONTH_FORMS = [
  /^(?<year>\d{4})(?:[-/.](?<month>\d{1,2})|年 ?(?<spelt>\d{1,2})月|(?<digits>\d\d))$/,
  /^(?<name>[a-z]{3})[a-z]*[- ](?<year>\d{2}|\d{4})$/i,
];

const NUMERALS = "一二三四";

/** A quarter as staging holds it, such as 2026Q1, from the ways in which it is written; any other text as it is. */
export function quarterText(text: string): string {
  const plain = withoutFullWidth(text);
  for (const form of QUARTERS) {
    const { year, quarter = "" } = form.exec(plain)?.groups ?? {};
    if (year !== undefined) return `${year}Q${NUMERALS.includes(quarter) ? NUMERALS.indexOf(quarter) + 1 : quarter}`;
  }
  return text;
}

/** A month such as 2026-03, a quarter or a year as staging holds it, from the ways in which it is written; any other text as it is. */
export function periodText(text: string): string {
  const plain = withoutFullWidth(text);
  for (const form of MONTH_FORMS) {
    const { year, month, spelt, digits, name } = form.exec(plain)?.groups ?? {};
    if (year === undefined) continue;
    const number = name === undefined ? Number(month ?? spelt ?? digits) : MONTHS.indexOf(name.toLowerCase()) + 1;
    return `${yearOf(year)}-${String(number).padStart(2, "0")}`;
  }
  return quarterText(plain.replace(/^(\d{4})年$/, "$1"));
}
