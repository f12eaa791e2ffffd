import { withoutFullWidth } from "./full-width.ts";

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** Blanks that separate thousands, or stand between a number and its unit. */
const BLANK = /[\u00A0\u2009\u202F]/g;

const WRITTEN =
  /^(?<sign>[+-]?) ?(?<currency>¥?) ?(?<inner>[+-]?)(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d{1,3}(?: \d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)(?:[eE](?<power>[+-]?\d{1,3}))? ?(?<scale>[%万亿]?)$/;

const POWERS: Readonly<Record<string, number>> = { "": 0, "%": -2, 万: 4, 亿: 8 };

/**
 * Reads `1234.5`, `1,234.50`, `1 234 567.5`, `12.5%` (0.125), `3.2万`, `1.5亿`, `¥ 80`, full-width digits; null when the text is no number.
 * A blank stands beside a currency or a unit, or between groups of three digits; elsewhere it may have been a separator or a point.
 */
export function readNumber(text: string): number | null {
  if (PLAIN.test(text)) return Number(text);
  const parts = WRITTEN.exec(withoutFullWidth(text).replace(BLANK, " "))?.groups;
  if (!parts) return null;
  const { sign = "", inner = "", digits = "", power = "0", scale = "" } = parts;
  if (sign !== "" && inner !== "") return null;
  const number = Number(`${sign}${inner}${digits.replace(/[, ]/g, "")}e${Number(power) + (POWERS[scale] ?? 0)}`);
  return Number.isFinite(number) ? number : null;
}
