import { MONTHS, yearOf } from "./date-forms.ts";
import { withoutFullWidth } from "./full-width.ts";

/** What a text says of a month. */
export interface NamedMonth {
  year: number | undefined;
  /** From 1. */
  month: number | undefined;
}

const ENGLISH = "january february march april may june july august september october november december".split(" ");

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

const NUMERAL = NUMERALS.toReversed().join("|");
const NAME = `(?:${ENGLISH.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|")}|sept)\\.?`;
const DIGITS = "0?[1-9]|1[0-2]";
const YEAR = "(?<!\\d)(?<year>\\d{4})";

/** Behind a month, what makes it a day, or the first of several. */
const NO_DAY = "(?! ?\\d+ ?日| ?[-~—–至到] ?\\d)";

/** Days that are written out, such as that of an export: they are no name of a month. */
const WHOLE_DAY = /(?<!\d)\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年 ?\d{1,2}月 ?\d{1,2}日|\d{4})(?!\d)/g;

const FORMS = [
  new RegExp(`${YEAR}(?:[-/._]| ?年 ?)(?<month>${DIGITS})(?!\\d|[-~—–至到])(?: ?月${NO_DAY})?`, "g"),
  /(?<!\d)(?<year>20\d\d)(?<month>0[1-9]|1[0-2])(?!\d)/g,
  new RegExp(`(?<![-\\d~—–至到])(?<month>${DIGITS}|${NUMERAL}) ?月${NO_DAY}`, "g"),
  new RegExp(`(?<![a-z])(?<month>${NAME})(?![a-z])`, "gi"),
  /(?<!\d)(?<year>20\d\d)(?!\d)/g,
  /(?<!\d)(?<year>\d\d)年/g,
];

/** The year and the month that a text names, `2026年3月`, `3月`, `Mar 2026`, `2026-03`, `202603`: each where it names but one. */
export function namedMonth(text: string): NamedMonth {
  const plain = withoutFullWidth(text).replace(WHOLE_DAY, " ");
  const found = FORMS.flatMap((form) => [...plain.matchAll(form)].map(({ groups }) => groups ?? {}));
  return {
    year: only(found.flatMap(({ year }) => (year === undefined ? [] : yearOf(year)))),
    month: only(found.flatMap(({ month }) => (month === undefined ? [] : monthOf(month)))),
  };
}

/** The one number that several say; nothing where they say different ones. */
function only(numbers: readonly number[]): number | undefined {
  const [number, ...others] = new Set(numbers);
  return others.length === 0 ? number : undefined;
}

function monthOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const numeral = NUMERALS.indexOf(text);
  return numeral === -1 ? MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1 : numeral + 1;
}
