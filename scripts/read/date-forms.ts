import { DAY_MS } from "../../src/core/days.ts";
import type { WallClock } from "./company-clock.ts";

/** Reads one form of date or time; milliseconds since 1970-01-01T00:00 on the wall clock, null when the text is not of the form. */
export type DateForm = (text: string) => number | null;

/** Excel counts days from 1899-12-30, once past its 29 February 1900, which never was. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const EXCEL_FIRST = 61;
const EXCEL_LAST = 2_958_466;

const TOKENS: Readonly<Record<string, { digits: string; part: Part }>> = {
  YYYY: { digits: "\\d{4}", part: "year" },
  MM: { digits: "\\d{2}", part: "month" },
  M: { digits: "\\d{1,2}", part: "month" },
  DD: { digits: "\\d{2}", part: "day" },
  D: { digits: "\\d{1,2}", part: "day" },
  HH: { digits: "\\d{2}", part: "hour" },
  H: { digits: "\\d{1,2}", part: "hour" },
  mm: { digits: "\\d{2}", part: "minute" },
  ss: { digits: "\\d{2}", part: "second" },
};

type Part = "year" | "month" | "day" | "hour" | "minute" | "second";
type Parts = Partial<Record<Part | "fraction" | "zone", string>>;

const TOKEN = /YYYY|MM|M|DD|D|HH|H|mm|ss/g;

const ISO_DATE = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/;
const ISO_TIME =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.(?<fraction>\d+))?)?(?: ?(?<zone>Z|[+-]\d\d(?::?[0-5]\d)?))?$/;

/** Whether a form names a year, a month and a day, or is `excel`. */
export function isDateForm(form: string): boolean {
  if (form === "excel") return true;
  const parts = (form.match(TOKEN) ?? []).map((token) => TOKENS[token]?.part);
  return (
    ["year", "month", "day"].every((part) => parts.filter((each) => each === part).length === 1) && new Set(parts).size === parts.length
  );
}

/** Reads `YYYY`, `M`/`MM`, `D`/`DD`, `H`/`HH`, `mm`, `ss` between literal text, or a serial number of `excel`. */
export function dateForm(form: string): DateForm {
  if (form === "excel") return excelSerial;
  const literal = form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = literal.replace(TOKEN, (token) => `(?<${TOKENS[token]?.part}>${TOKENS[token]?.digits})`);
  return matching(new RegExp(`^${pattern}$`));
}

export const isoDate = matching(ISO_DATE);

/** Reads `2026-03-05 08:00`, on the wall clock; with `Z` or an offset, such as `2026-03-05T00:00:00Z`, an instant. */
export function isoTime(wallClock: WallClock): DateForm {
  return (text) => {
    const parts = ISO_TIME.exec(text)?.groups as Parts | undefined;
    const moment = parts ? momentOf(parts) : null;
    return moment === null || parts?.zone === undefined ? moment : wallClock(moment - offsetOf(parts.zone));
  };
}

function matching(pattern: RegExp): DateForm {
  return (text) => {
    const parts = pattern.exec(text)?.groups as Parts | undefined;
    return parts ? momentOf(parts) : null;
  };
}

/** Milliseconds by which the clocks of `+08:00`, `+0800` or `+08` are ahead of UTC. */
function offsetOf(zone: string): number {
  if (zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(":", ""));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

function momentOf({ year = "", month = "", day = "", hour = "0", minute = "0", second = "0", fraction = "" }: Parts): number | null {
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const isRealDay = new Date(midnight).getUTCDate() === Number(day) && Number(month) >= 1 && Number(month) <= 12 && Number(year) >= 100;
  if (!isRealDay || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return (
    midnight + Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000 + Number(fraction.slice(0, 3).padEnd(3, "0"))
  );
}

/** Rounded to seconds, since a fraction of a day cannot hold them exactly. */
function excelSerial(text: string): number | null {
  if (!/^\d+(?:\.\d+)?$/.test(text)) return null;
  const serial = Number(text);
  if (serial < EXCEL_FIRST || serial >= EXCEL_LAST) return null;
  return EXCEL_EPOCH + Math.round((serial * DAY_MS) / 1000) * 1000;
}
