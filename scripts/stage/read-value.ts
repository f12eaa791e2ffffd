import type { Column, ColumnKind, Staged } from "../../src/core/columns.ts";
import type { Reason } from "../../src/core/reason.ts";
import { SURVEY_SCALE, type SurveyScale } from "../../src/core/survey-scale.ts";
import type { WallClock } from "../read/company-clock.ts";
import { UNCALCULATED } from "../read/xlsx.ts";
import type { Source } from "../sources/sources.ts";
import { readFlag } from "./flags.ts";
import { membersByName } from "./members-by-name.ts";
import { nothingIn } from "./nothing.ts";
import { NOTATION, type Notation } from "./numbers.ts";
import { PARSERS, type Parse } from "./parsers.ts";
import type { Referenced } from "./references.ts";

/** Why a value was not taken. */
export class Refusal {
  readonly found: string;
  readonly reason: Reason;

  constructor(found: string, reason: Reason) {
    this.found = found;
    this.reason = reason;
  }
}

/** Turns what an export says into what staging holds; null is missing. */
export type ReadValue = (text: string | null) => Staged | null | Refusal;

interface Options {
  /** Of the table: what means missing, which values are renamed, how dates are written. */
  source: Pick<Source, "missing" | "values" | "dates" | "scale">;
  name: string;
  /** Whether the export's own type is a date, so that only the ISO form occurs. */
  isMoment: boolean;
  /** Whether values by their own type stand among texts, as in a workbook; default no. */
  isTyped?: boolean;
  /** Whether the table is kept by hand; default no. */
  isByHand?: boolean;
  /** Where the export's own type is a binary fraction, the largest of the whole numbers that it distinguishes; default null. */
  wholeUpTo?: number | null;
  /** Of the company, for instants. */
  wallClock: WallClock;
  /** Month in which the company's fiscal year starts, 1 to 12; default January. */
  fiscalStart?: number;
  /** On which scores lie; default 1 to 5. */
  surveyScale?: SurveyScale;
  /** How numbers are written. */
  notation?: Notation;
  /** What a reference may hold; null when that is not known. */
  referenced: Referenced | null;
}

const REMEMBERED = 20_000;

/** Kinds with a few values that occur again and again. */
const REPEATING: ReadonlySet<ColumnKind> = new Set(["choice", "reference", "date", "quarter", "period", "flag"]);

/** A reader for one column of one export. */
export function valueReader(
  column: Column,
  { source, name, isMoment, wholeUpTo = null, wallClock, referenced, ...given }: Options,
): ReadValue {
  const { fiscalStart = 1, surveyScale = SURVEY_SCALE, notation = NOTATION, isTyped = false, isByHand = false } = given;
  const isNothing = nothingIn(column, source.missing, referenced);
  const renamed = new Map(namesOf(column, referenced).filter(([written]) => !isNothing(written)));
  for (const [written, value] of Object.entries(source.values[name] ?? {})) renamed.set(written.trim(), value);
  const forms = isMoment ? [] : (source.dates[name] ?? []);
  const parse = withoutErrors(
    scaled(PARSERS[column.kind]({ forms, wallClock, fiscalStart, isTyped, isByHand, unit: column.unit, ...notation }), source.scale[name]),
  );
  const check = checkOf(column, surveyScale);
  const read: ReadValue = (text) => {
    const trimmed = text?.trim() ?? "";
    const mapped = renamed.get(trimmed);
    const isFlagWord = column.kind === "flag" && readFlag(trimmed) !== null;
    if (mapped === "" || (mapped === undefined && !isFlagWord && isNothing(trimmed))) {
      return column.required ? new Refusal(trimmed || "nothing", { code: "value" }) : (column.default ?? null);
    }
    const written = text ?? "";
    const value = parse(mapped ?? (column.kind === "text" ? wordsOf(column, written, renamed) : trimmed));
    if (typeof value === "object") return new Refusal(written, value);
    const reason = check(value);
    if (reason !== null) return new Refusal(written, reason);
    return refusedByReference(column, referenced, { text: written, value }) ?? value;
  };
  const readExactly = wholeUpTo !== null && isIdentifier(column) ? exactly(read, wholeUpTo) : read;
  return REPEATING.has(column.kind) ? remembering(readExactly) : readExactly;
}

/** What the values of a column are called, which says them as well as their ids do. */
const namesOf = ({ values = {} }: Column, referenced: Referenced | null) => [
  ...membersByName(Object.entries(values)),
  ...(referenced?.names ?? []),
];

/** What spreadsheets write where a value should be. */
const SHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA)$/;

/** Refuses the errors of spreadsheets by their names, also where a column takes any text. */
function withoutErrors(parse: Parse): Parse {
  return (text) => {
    if (!text.startsWith("#")) return parse(text);
    if (text === UNCALCULATED) return { code: "calculated" };
    return SHEET_ERROR.test(text) ? { code: "no-error" } : parse(text);
  };
}

/** Reads numbers that are written in a unit of their own, such as ten thousands of yuan. */
function scaled(parse: Parse, factor: number | undefined): Parse {
  if (factor === undefined) return parse;
  return (text) => {
    const value = parse(text);
    return typeof value === "number" ? times(value, factor) : value;
  };
}

/** A product without the binary tail of a power of ten. */
function times(value: number, factor: number): number {
  const power = Math.log10(factor);
  return Number.isInteger(power) ? Number(`${value}e${power}`) : value * factor;
}

/** Whether a column identifies records, or refers to them. */
const isIdentifier = ({ kind, isList }: Column): boolean => kind === "key" || kind === "reference" || isList === true;

/** Refuses identifiers, unless they are renamed, that a binary fraction does not distinguish from all others. */
function exactly(read: ReadValue, upTo: number): ReadValue {
  return (text) => {
    const value = read(text);
    const isExact = value !== text?.trim() || (Number.isInteger(Number(value)) && Math.abs(Number(value)) <= upTo);
    return isExact ? value : new Refusal(String(text), { code: "exact-identifier", max: upTo });
  };
}

/** A text as it is; a list with each of its values renamed, and nothing but a semicolon between them. */
function wordsOf({ isList }: Column, text: string, renamed: ReadonlyMap<string, string>): string {
  if (!isList) return text;
  const words = text.split(/[;；]/).map((word) => word.trim());
  return words
    .filter(Boolean)
    .map((word) => renamed.get(word) ?? word)
    .join(";");
}

/** What a column does not take and, of scores, what is not on the scale of the survey. */
function checkOf({ check, unit }: Column, { least, most }: SurveyScale): Column["check"] {
  if (unit !== "score") return check;
  return (value) => check(value) ?? (Number(value) < least || Number(value) > most ? { code: "scale", least, most } : null);
}

/** Why a value is not among those referred to, with what the export says or, of a list, the first value that names nothing; null when it is. */
function refusedByReference(
  { isList }: Column,
  referenced: Referenced | null,
  { text, value }: { text: string; value: Staged },
): Refusal | null {
  if (referenced === null || referenced.values.has(value)) return null;
  if (!isList) return new Refusal(text, referenced.reason);
  const words = String(value).split(";");
  const unknown = words.find((word) => !referenced.values.has(word));
  return unknown === undefined ? null : new Refusal(unknown, referenced.reason);
}

function remembering(read: ReadValue): ReadValue {
  const known = new Map<string | null, ReturnType<ReadValue>>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (known.size < REMEMBERED) known.set(text, value);
    return value;
  };
}
