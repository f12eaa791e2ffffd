import { DAY_MS } from "../../src/core/days.ts";
import type { WallClock } from "./company-clock.ts";
import { withoutFullWidth } from "./full-width.ts";
import { literal } from "./literal.ts";

/** Reads one form of date or time; milliseconds since 1970-01-01T00:00 on the wall clock, null when the text is not of the form. */
export type DateForm = (text: string) => number | null;

/** Excel counts days from 1899-12-30, once past its 29 February 1900, which never was. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const EXCEL_FIRST = 61;
const EXCEL_LAST = 2_958_466;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

type Part = "year" | "month" | "day" | "half" | "hour" | "minute" | "second" | "fraction" | "zone";
type Parts = Partial<Record<Part, string>>;

/** English months by their first three letters. */
export const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Words for the halves of a day; an hour up to 12 of the second ones is after noon. */
const BEFORE_NOON = ["上午", "凌晨", "早上", "am", "a.m."];
const AFTER_NOON = ["下午", "pm", "p.m."];

const anyOf = (words: readonly string[]) => words.map(literal).join("|");

const PATTERNS: Readonly<Record<Part, string>> = {
  year: "\\d{4}",
  month: "\\d{1,2}",
  day: "\\d{1,2}",
  half: anyOf([...BEFORE_NOON, ...AFTER_NOON]),
  hour: "\\d{1,2}",
  minute: "\\d{2}",
  second: "\\d{2}",
  fraction: "\\d{1,9}",
  zone: "Z|(?:UTC|GMT)(?:[+-]\\d{1,2}(?::?[0-5]\\d)?)?|[+-]\\d\\d(?::?[0-5]\\d)?",
};

/** What a form is made of. */
const TOKENS: Readonly<Record<string, { pattern: string; part: Part }>> = {
  YYYY: { pattern: PATTERNS.year, part: "year" },
  YY: { pattern: "\\d{2}", part: "year" },
  MMM: { pattern: `(?:${MONTHS.join("|")})[a-z]*\\.?`, part: "month" },
  MM: { pattern: "\\d{2}", part: "month" },
  M: { pattern: PATTERNS.month, part: "month" },
  DD: { pattern: "\\d{2}", part: "day" },
  D: { pattern: PATTERNS.day, part: "day" },
  A: { pattern: PATTERNS.half, part: "half" },
  HH: { pattern: "\\d{2}", part: "hour" },
  H: { pattern: PATTERNS.hour, part: "hour" },
  hh: { pattern: "\\d{2}", part: "hour" },
  h: { pattern: PATTERNS.hour, part: "hour" },
  mm: { pattern: PATTERNS.minute, part: "minute" },
  ss: { pattern: PATTERNS.second, part: "second" },
  SSS: { pattern: PATTERNS.fraction, part: "fraction" },
  Z: { pattern: PATTERNS.zone, part: "zone" },
};

const TOKEN = new RegExp(
  Object.keys(TOKENS)
    .toSorted((a, b) => b.length - a.length)
    .join("|"),
  "g",
);

/** Forms that are no day of a calendar, written out. */
const COUNTED: Readonly<Record<string, (text: string, wallClock: WallClock) => number | null>> = {
  excel: (text) => excelSerial(text),
  epoch: (text, wallClock) => {
    const instant = epoch(text);
    return instant === null ? null : wallClock(instant);
  },
};

/** Whether a form names a year, a month and a day, and has no letters that stand for nothing, but the T before a time; or is `excel` or `epoch`. */
export function isDateForm(form: string): boolean {
  if (Object.hasOwn(COUNTED, form)) return true;
  const parts = (form.match(TOKEN) ?? []).map((token) => TOKENS[token]?.part);
  if (/[a-z]/i.test(form.replace(TOKEN, "").replace("T", ""))) return false;
  return ["year", "month", "day"].every((part) => parts.includes(part as Part)) && new Set(parts).size === parts.length;
}

/**
 * Reads `YYYY`/`YY`, `M`/`MM`/`MMM` (a month's English name), `D`/`DD`, `A` (上午, 下午, AM, PM), `H`/`HH`/`h`/`hh`, `mm`, `ss`, `SSS`
 * (a fraction of a second, of any length), `Z` (Z, UTC, GMT, +08:00, UTC+8) between literal text; a serial number of `excel`; or the seconds, with 13 digits
 * the milliseconds, of `epoch`. With a zone, and of `epoch`, it is an instant. Capitals and full-width signs do not matter.
 */
export function dateForm(form: string, wallClock: WallClock): DateForm {
  const counted = COUNTED[form];
  if (counted) return (text) => counted(text, wallClock);
  return matching(
    literal(withoutFullWidth(form)).replace(TOKEN, (token) => `(?<${TOKENS[token]?.part}>${TOKENS[token]?.pattern})`),
    wallClock,
  );
}

const part = (name: Part, pattern: string = PATTERNS[name]) => `(?<${name}>${pattern})`;

const [YEAR, MONTH, DAY] = [part("year"), part("month"), part("day")];
const DAYS = [`${YEAR}-${MONTH}-${DAY}`, `${YEAR}/${MONTH}/${DAY}`, `${YEAR}\\.${MONTH}\\.${DAY}`, `${YEAR}年 ?${MONTH}月 ?${DAY}日`];
const SECONDS = `${part("second")}(?:[.,]${part("fraction")})?`;
const CLOCK = `${part("hour")}(?::|时|点)${part("minute")}(?::${SECONDS}|分(?:${SECONDS}秒)?)?`;
const ZONE = `(?: ?${part("zone")})?`;
const TIMES = [`${CLOCK}${ZONE}`, `${part("half")} ?${CLOCK}${ZONE}`, `${CLOCK} ?${part("half")}${ZONE}`];

/** All digits, as in `20260305 0930`. */
const DIGIT_DAY = `${YEAR}${part("month", "\\d\\d")}${part("day", "\\d\\d")}`;
const DIGIT_TIME = `${DIGIT_DAY}[T ]?${part("hour", "\\d\\d")}${part("minute")}(?:${part("second")})?${ZONE}`;

/** Reads a day that is written year first: `2026-03-05`, `2026/3/5`, `2026.3.5`, `2026年3月5日`, `20260305`. */
export const yearFirstDay = (wallClock: WallClock): DateForm =>
  firstOf([...DAYS, DIGIT_DAY].map((pattern) => matching(pattern, wallClock)));

/** Reads a time whose day is written year first, `2026/3/5 下午 3:05`, `2026-03-05T07:05:00.250Z`: on the wall clock; with a zone, an instant. */
export const yearFirstTime = (wallClock: WallClock): DateForm =>
  firstOf(
    [...DAYS.flatMap((day) => TIMES.map((time) => `${day}(?:T| ?)${time}`)), DIGIT_TIME].map((pattern) => matching(pattern, wallClock)),
  );

/** A zone by letters at the end of a time, such as CST, which may be that of China, of Chicago or of Cuba; null where there is none. */
export const zoneByLetters = (text: string): string | null => /\d ?([A-Z]{1,3}T)$/.exec(text)?.[1] ?? null;

/** A day as a spreadsheet counts it where a cell has lost its format, such as 45123, in the days of people now alive. */
export const bareSerial: DateForm = (text) => (/^\d{5}(?:\.\d+)?$/.test(text) ? excelSerial(text) : null);

/** Reads the first of several forms that a text has; the one that the text before it had is tried first. */
export function firstOf(forms: readonly DateForm[]): DateForm {
  let usual = forms[0];
  return (text) => {
    const moment = usual?.(text) ?? null;
    if (moment !== null) return moment;
    for (const form of forms) {
      const read = form(text);
      if (read === null) continue;
      usual = form;
      return read;
    }
    return null;
  };
}

function matching(pattern: string, wallClock: WallClock): DateForm {
  const whole = new RegExp(`^${pattern}$`, "i");
  return (text) => {
    const parts = whole.exec(withoutFullWidth(text))?.groups as Parts | undefined;
    const moment = parts ? momentOf(parts) : null;
    return moment === null || parts?.zone === undefined ? moment : wallClock(moment - offsetOf(parts.zone));
  };
}

/** Milliseconds by which the clocks of `+08:00`, `+0800`, `+08` or `UTC+8` are ahead of UTC; none of `Z`, `UTC` and `GMT`. */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes = "0"] = /([+-])(\d{1,2}):?(\d\d)?$/.exec(zone) ?? [];
  const ahead = Number(hours ?? 0) * 60 + Number(minutes);
  return (sign === "-" ? -ahead : ahead) * MINUTE_MS;
}

function momentOf({ year = "", month = "", day = "", ...time }: Parts): number | null {
  const [y, m, d] = [yearOf(year), monthOf(month), Number(day)];
  const midnight = Date.UTC(y, m - 1, d);
  const isRealDay = m >= 1 && m <= 12 && y >= 100 && new Date(midnight).getUTCDate() === d;
  const clock = isRealDay ? clockOf(time) : null;
  return clock === null ? null : midnight + clock;
}

/** Of two digits, a year from 1970 to 2069. */
export const yearOf = (year: string) => (year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year));

const monthOf = (month: string) => (/^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1);

/** Milliseconds since midnight; 24:00 is the end of the day. Null for what no clock shows. */
function clockOf({ half, hour = "0", minute = "0", second = "0", fraction = "" }: Parts): number | null {
  const h = hourOf(Number(hour), half?.toLowerCase());
  const [m, s] = [Number(minute), Number(second)];
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));
  const isEnd = h === 24 && m + s + milliseconds === 0 && half === undefined;
  if ((h > 23 && !isEnd) || m > 59 || s > 59) return null;
  return h * HOUR_MS + m * MINUTE_MS + s * 1000 + milliseconds;
}

/** The hour of a day of 24 hours; 12 in the morning is midnight. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (AFTER_NOON.includes(half) ? 12 : 0);
}

/** Seconds since 1970 in UTC, with up to 11 digits; milliseconds with 12 or 13. */
function epoch(text: string): number | null {
  if (!/^\d{9,13}(?:\.\d+)?$/.test(text)) return null;
  const digits = text.split(".")[0]?.length ?? 0;
  return digits > 11 ? Math.floor(Number(text)) : Math.round(Number(text) * 1000);
}

/** Rounded to seconds, since a fraction of a day cannot hold them exactly. */
function excelSerial(text: string): number | null {
  if (!/^\d+(?:\.\d+)?$/.test(text)) return null;
  const serial = Number(text);
  if (serial < EXCEL_FIRST || serial >= EXCEL_LAST) return null;
  return EXCEL_EPOCH + Math.round((serial * DAY_MS) / 1000) * 1000;
}
