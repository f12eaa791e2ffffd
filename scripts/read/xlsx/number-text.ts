import { type Cell, cellFault } from "./cell.ts";

const PLAIN = /^-?\d+(?:\.\d+)?$/;
const WRITTEN = /^(?<sign>[+-]?)(?<whole>\d*)(?:\.(?<fraction>\d*))?(?:[eE](?<power>[+-]?\d+))?$/;

/** Spreadsheets keep, and show, this many digits of a number. */
const DIGITS = 15;

/** Beyond this power of ten no number of a spreadsheet reaches, up or down. */
const MOST_POWER = 330;

/** A number without its sign: its digits, and how many of them are before the point. */
interface Decimal {
  digits: string;
  point: number;
}

/**
 * A number in plain decimals, with the digits that are written: `1.5E3` is 1500, and a whole number keeps every digit. One that is not
 * whole has at most 15 of them, as a spreadsheet shows it, since those after come from its binary form: 0.30000000000000004 is 0.3.
 */
export function numberCell(written: string): Cell {
  if (written.length <= DIGITS && PLAIN.test(written)) return { kind: "number", text: written };
  const decimal = decimalOf(written);
  if (!decimal) return cellFault(written, "number");
  const plain = plainOf(decimal);
  const isWhole = !plain.includes(".");
  const minus = written.startsWith("-") ? "-" : "";
  if (!isWhole && significant(plain) > DIGITS) return numberCell(minus + shortened(plain));
  const text = PLAIN.test(written) ? written : minus + plain;
  return isWhole && isRounded(plain, decimal) ? { kind: "number", text, isRounded: true } : { kind: "number", text };
}

function decimalOf(written: string): Decimal | null {
  const { whole = "", fraction = "", power = "0" } = WRITTEN.exec(written)?.groups ?? {};
  if (whole + fraction === "" || Math.abs(Number(power)) > MOST_POWER) return null;
  return { digits: whole + fraction, point: whole.length + Number(power) };
}

/** Without zeros before its digits, or at the end of its fraction. */
function plainOf({ digits, point }: Decimal): string {
  const padded = point > 0 ? digits.padEnd(point, "0") : "0".repeat(1 - point) + digits;
  const at = Math.max(point, 1);
  const whole = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  const fraction = padded.slice(at).replace(/0+$/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** The nearest number of 15 digits. */
const shortened = (plain: string): string => plainOf(decimalOf(Number(plain).toPrecision(DIGITS)) ?? { digits: plain, point: 0 });

const significant = (digits: string): number => digits.replace(".", "").replace(/^0+/, "").length;

/** Whether a whole number has nothing but zeros after its 15th digit, or more digits than were written. */
const isRounded = (plain: string, { digits }: Decimal): boolean =>
  plain.length > DIGITS && (/^0+$/.test(plain.slice(DIGITS)) || significant(digits) < plain.length);
