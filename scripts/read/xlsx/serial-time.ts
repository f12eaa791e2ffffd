import { DAY_MS } from "../../../src/core/days.ts";
import { yearFirstTime } from "../date-forms.ts";
import { type Cell, type CellValue, cellFault } from "./cell.ts";
import type { Meaning } from "./number-format.ts";

const DAY_SECONDS = DAY_MS / 1000;

/** Days are counted from 1899-12-30, once past a 29 February 1900 that never was; earlier ones differ between programs. */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST_DAY = 61;
/** 10000-01-01. */
const END_DAY = 2_958_466;

/** What a workbook of the 1904 date system counts less. */
const DAYS_TO_1904 = 1462;

const ISO = /^(?:(?<day>\d{4}-\d\d-\d\d)(?:T(?=\d)|$))?(?:T?(?<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?)Z?)?$/;

const SOME_DAY = "2000-01-01";
const readTime = yearFirstTime((instant) => instant);

/** A number of days, rounded to the second, as its format has it. A time without a day is a duration, also where a clock is shown: 7.5 hours are 7:30. */
export function serialCell(written: string, meaning: Meaning, is1904: boolean): Cell {
  const days = Number(written);
  if (!Number.isFinite(days)) return cellFault(written, "number");
  if (meaning === "duration" || (meaning === "clock" && days < FIRST_DAY)) return durationCell(Math.round(days * DAY_SECONDS));
  const seconds = Math.round((days + (is1904 ? DAYS_TO_1904 : 0)) * DAY_SECONDS);
  return momentCell(seconds, meaning === "date" ? "date" : "timestamp") ?? cellFault(`day ${written}`, "calendar-day");
}

/** A day or a time that is written as such. A `Z` at its end is no zone: spreadsheets have none, and show what is written. */
export function isoCell(written: string, meaning: Meaning): Cell {
  const { day, time } = ISO.exec(written)?.groups ?? {};
  const moment = readTime(`${day ?? SOME_DAY} ${time ?? "00:00"}`);
  if ((day === undefined && time === undefined) || moment === null) return cellFault(written, "calendar-day");
  if (day === undefined) return durationCell(Math.round((moment % DAY_MS) / 1000));
  const isDay = time === undefined ? meaning !== "timestamp" : meaning === "date";
  return momentCell(Math.round((moment - EPOCH) / 1000), isDay ? "date" : "timestamp") ?? cellFault(written, "calendar-day");
}

/** Seconds since the beginning of day 0; null outside of the days that all programs agree on. */
function momentCell(seconds: number, kind: "date" | "timestamp"): CellValue | null {
  if (!(seconds >= FIRST_DAY * DAY_SECONDS && seconds < END_DAY * DAY_SECONDS)) return null;
  const iso = new Date(EPOCH + seconds * 1000).toISOString();
  return { kind, text: kind === "date" ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}` };
}

/** `H:mm:ss`. */
function durationCell(seconds: number): CellValue {
  const positive = Math.abs(seconds);
  const parts = [Math.floor(positive / 60) % 60, positive % 60].map((part) => String(part).padStart(2, "0"));
  return { kind: "duration", text: [`${seconds < 0 ? "-" : ""}${Math.floor(positive / 3600)}`, ...parts].join(":") };
}
