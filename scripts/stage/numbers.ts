import { withoutFullWidth } from "../read/full-width.ts";
import { literal } from "../read/literal.ts";
import { signsOf } from "./currencies.ts";

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** Blanks that separate thousands, or stand between a number and its unit. */
const BLANK = /[\u00A0\u2009\u202F]/g;
const MINUS = /\u2212/g;

/** How a company's exports write numbers. */
export interface Notation {
  /** What separates whole numbers from their fraction; thousands are grouped by the other one of the two, or by blanks. */
  decimal: "." | ",";
  /** ISO 4217 codes of the currencies whose sign may stand beside an amount. */
  currencies: readonly string[];
}

export const NOTATION: Notation = { decimal: ".", currencies: ["CNY"] };

const POWERS: Readonly<Record<string, number>> = { "": 0, "%": -2, 万: 4, 亿: 8 };

/** Reads numbers in one notation; null when a text is none. */
export type NumberReader = (text: string) => number | null;

function writtenIn({ decimal, currencies }: Notation): RegExp {
  const point = literal(decimal);
  const group = decimal === "." ? "," : "\\.";
  const sign = `(?:${signsOf(currencies).map(literal).join("|")})`;
  const grouped = (separator: string) => `\\d{1,3}(?:${separator}\\d{3})+(?:${point}\\d*)?`;
  const digits = `${grouped(group)}|${grouped(" ")}|\\d+(?:${point}\\d*)?|${point}\\d+`;
  return new RegExp(
    `^(?<sign>[+-]?) ?${sign}? ?(?<inner>[+-]?)(?<digits>${digits})(?:e(?<power>[+-]?\\d{1,3}))? ?(?<scale>[%万亿]?) ?${sign}?$`,
    "i",
  );
}

/**
 * A reader of `1234.5`, `1,234.50`, `1 234 567.5`, `12.5%` (0.125), `3.2万`, `1.5亿`, `¥ 80`, `1,234元`, `(80)` (-80), full-width digits and
 * the sign U+2212. A blank stands beside a currency or a unit, or between groups of three digits; elsewhere it may have been a separator or a point.
 */
export function numberReader(notation: Notation): NumberReader {
  const written = writtenIn(notation);
  const read = (text: string): number | null => {
    const parts = written.exec(text)?.groups;
    if (!parts) return null;
    const { sign = "", inner = "", digits = "", power = "0", scale = "" } = parts;
    if (sign !== "" && inner !== "") return null;
    const plain = notation.decimal === "." ? digits.replace(/[, ]/g, "") : digits.replace(/[. ]/g, "").replace(",", ".");
    const number = Number(`${sign}${inner}${plain}e${Number(power) + (POWERS[scale] ?? 0)}`);
    return Number.isFinite(number) ? number : null;
  };
  return (text) => {
    if (notation.decimal === "." && PLAIN.test(text)) return Number(text);
    const plain = withoutFullWidth(text).replace(BLANK, " ").replace(MINUS, "-");
    const inParentheses = /^\((?<amount>[^()+-]+)\)$/.exec(plain)?.groups?.["amount"];
    if (inParentheses === undefined) return read(plain);
    const amount = read(inParentheses);
    return amount === null ? null : -amount;
  };
}
