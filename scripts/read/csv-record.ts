import type { Fault } from "./entry.ts";
import { countLines, endOfLine, endOfText } from "./lines.ts";

const QUOTE = '"';

/** A record that was taken apart, or why it could not be. */
export interface Scanned {
  fields: string[];
  /** Offset after the record and its line break; of a broken one, after its first physical line. */
  end: number;
  /** Physical lines until there. */
  lines: number;
  fault: Fault | null;
}

const STRAY_QUOTE: Fault = { found: "a quote inside a field that does not start with one", reason: { code: "whole-quotes" } };
const AFTER_QUOTE: Fault = { found: "text after a closing quote", reason: { code: "separator-after-quote" } };

/** The fault of a record whose text ends within quotes. */
export const UNCLOSED: Fault = { found: "a quote that is not closed", reason: { code: "closing-quote" } };

/** How spreadsheets keep the digits of a text as they are: a formula that is the text, or an apostrophe before it. */
const FORMULA = '="';
const APOSTROPHE = "'";
const KEPT = /^(?:="(?<formula>[^"]*)"|'(?<digits>\d[\d.:/-]*))$/;

/** Takes the record at `from` apart, strictly as RFC 4180 has it, and `="00456"` or `'00456` as 00456; a line ends after LF, CR LF or a lone CR. */
export function scanRecord(text: string, from: number, delimiter: string): Scanned {
  const end = endOfText(text, from);
  const line = text.slice(from, end);
  if (line.includes(QUOTE)) return scanQuoted(text, from, delimiter);
  const fields = line.split(delimiter);
  return { fields: line.includes(APOSTROPHE) ? fields.map(asText) : fields, end: endOfLine(text, end), lines: 1, fault: null };
}

/** A field without the mark that keeps its digits. */
function asText(field: string): string {
  const { formula, digits = field } = KEPT.exec(field)?.groups ?? {};
  return formula ?? digits;
}

function scanQuoted(text: string, from: number, delimiter: string): Scanned {
  const fields: string[] = [];
  for (let at = from; ; at += 1) {
    const isQuoted = text[at] === QUOTE;
    const end = isQuoted ? closingQuote(text, at) : endOfPlain(text, at, delimiter);
    if (end === -1) return broken(text, from, UNCLOSED);
    fields.push(asText(isQuoted ? text.slice(at + 1, end).replaceAll('""', QUOTE) : text.slice(at, end)));
    at = isQuoted ? end + 1 : end;
    if (text[at] === delimiter) continue;
    if (at === endOfText(text, at)) return { fields, end: endOfLine(text, at), lines: countLines(text, from, at), fault: null };
    return broken(text, from, isQuoted ? AFTER_QUOTE : STRAY_QUOTE);
  }
}

const broken = (text: string, from: number, fault: Fault): Scanned => ({ fields: [], end: endOfLine(text, from), lines: 1, fault });

/** The offset of the quote that closes the one at `from`; -1 when none does. Doubled quotes stand for one. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf(QUOTE, from + 1);
  while (at !== -1 && text[at + 1] === QUOTE) at = text.indexOf(QUOTE, at + 2);
  return at;
}

/** The offset of the separator, line break or quote after a field without quotes around it; those of a whole formula belong to it. */
function endOfPlain(text: string, from: number, delimiter: string): number {
  if (!text.startsWith(FORMULA, from)) return endOfRun(text, from, delimiter);
  const end = endOfRun(text, from + FORMULA.length, delimiter);
  return text[end] === QUOTE ? end + 1 : from + 1;
}

/** The offset of the first separator, line break or quote. */
function endOfRun(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== QUOTE && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}
