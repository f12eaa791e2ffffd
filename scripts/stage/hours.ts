import type { NumberReader } from "./numbers.ts";

const CLOCKED = /^(?<hours>\d+):(?<minutes>[0-5]\d)(?::(?<seconds>[0-5]\d))?$/;
const SPELT = /^(?:(?<hours>[\d.]+) ?(?:h|hr|hrs|hours?|小时|时))? ?(?:(?<minutes>[\d.]+) ?(?:m|min|mins|minutes?|分钟|分))?$/i;

const MINUTES = 60;
const SECONDS = 3600;

/** Reads hours: a number, `7.5h`, `7小时30分钟`, `450 min`, `7:30` (hours and minutes) and `7:30:00`; null when the text is none of these. */
export function readHours(text: string, readNumber: NumberReader): number | null {
  const number = readNumber(text);
  if (number !== null) return number;
  const parts = (CLOCKED.exec(text) ?? SPELT.exec(text))?.groups;
  if (!parts || text === "") return null;
  const { hours = "0", minutes = "0", seconds = "0" } = parts;
  const total = Number(hours) + Number(minutes) / MINUTES + Number(seconds) / SECONDS;
  return Number.isFinite(total) ? total : null;
}
