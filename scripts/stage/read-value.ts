import type { Column, ColumnKind } from "../../src/core/columns.ts";
import type { WallClock } from "../read/company-clock.ts";
import { type DateForm, dateForm, isoDate, isoTime } from "../read/date-forms.ts";
import type { Source } from "../read/sources.ts";
import { readFlag } from "./flags.ts";
import { readNumber } from "./numbers.ts";
import { quickCheck } from "./quick-check.ts";
import type { Referenced } from "./references.ts";
import type { Staged } from "./staged.ts";

/** Why a value was not taken. */
export class Refusal {
  readonly found: string;
  readonly expected: string;

  constructor(found: string, expected: string) {
    this.found = found;
    this.expected = expected;
  }
}

/** Turns what an export says into what staging holds; null is missing. */
export type ReadValue = (text: string | null) => Staged | null | Refusal;

interface Options {
  /** Of the table: what means missing, which values are renamed, how dates are written. */
  source: Pick<Source, "missing" | "values" | "dates">;
  name: string;
  /** Whether the export's own type is a date, so that only the ISO form occurs. */
  isMoment: boolean;
  /** Where the export's own type is a binary fraction, the largest of the whole numbers that it tells apart; default null. */
  wholeUpTo?: number | null;
  /** Of the company, for instants. */
  wallClock: WallClock;
  /** What a reference may hold; null when that is not known. */
  referenced: Referenced | null;
}

type Parse = { read: (text: string) => Staged | null; expected: string };

const MILLISECONDS_A_DAY = 86_400_000;
const INT32 = 2_147_483_647;
const REMEMBERED = 20_000;

/** Kinds of which a few values occur again and again. */
const REPEATING: ReadonlySet<ColumnKind> = new Set(["choice", "reference", "date", "quarter", "period", "flag"]);

/** A reader for one column of one export. */
export function valueReader(column: Column, { source, name, isMoment, wholeUpTo = null, wallClock, referenced }: Options): ReadValue {
  const missing = new Set(["", ...source.missing.map((word) => word.trim())]);
  const renamed = new Map(Object.entries(source.values[name] ?? {}));
  const isSound = quickCheck(column.schema);
  const parse = parserOf(column, isMoment ? [] : (source.dates[name] ?? []), isoTime(wallClock));
  const read: ReadValue = (text) => {
    const trimmed = text?.trim() ?? "";
    const mapped = renamed.get(trimmed);
    const isFlagWord = column.kind === "flag" && readFlag(trimmed) !== null;
    if (text === null || (mapped === undefined && !isFlagWord && missing.has(trimmed))) {
      return column.required ? new Refusal(trimmed || "nothing", "a value") : null;
    }
    const value = parse.read(mapped ?? (column.kind === "text" ? wordsOf(column, text, renamed) : trimmed));
    if (value === null) return new Refusal(text, parse.expected);
    const expected = refusedBySchema(column, isSound, value);
    if (expected !== null) return new Refusal(text, expected);
    return refusedByReference(column, referenced, { text, value }) ?? value;
  };
  const readExactly = wholeUpTo !== null && isIdentifier(column) ? exactly(read, wholeUpTo) : read;
  return REPEATING.has(column.kind) ? remembering(readExactly) : readExactly;
}

/** Whether a column tells records apart, or refers to them. */
const isIdentifier = ({ kind, isList }: Column): boolean => kind === "key" || kind === "reference" || isList === true;

/** Refuses identifiers, unless they are renamed, that a binary fraction does not tell apart from all others. */
function exactly(read: ReadValue, upTo: number): ReadValue {
  return (text) => {
    const value = read(text);
    const isExact = value !== text?.trim() || (Number.isInteger(Number(value)) && Math.abs(Number(value)) <= upTo);
    return isExact ? value : new Refusal(String(text), `an exact identifier: a whole number up to ${upTo}, or text`);
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

/** Why a value is not among those referred to, with what the export says or, of a list, the first value that names nothing; null when it is. */
function refusedByReference(
  { isList }: Column,
  referenced: Referenced | null,
  { text, value }: { text: string; value: Staged },
): Refusal | null {
  if (referenced === null || referenced.values.has(value)) return null;
  if (!isList) return new Refusal(text, referenced.expected);
  const words = String(value).split(";");
  const unknown = words.find((word) => !referenced.values.has(word));
  return unknown === undefined ? null : new Refusal(unknown, referenced.expected);
}

function parserOf({ kind }: Column, forms: readonly string[], time: DateForm): Parse {
  switch (kind) {
    case "date": {
      const read = firstOf(forms.length > 0 ? forms.map(dateForm) : [isoDate, time], (ms) => Math.floor(ms / MILLISECONDS_A_DAY));
      return { read, expected: `a date such as ${forms.join(" or ") || "YYYY-MM-DD"}` };
    }
    case "timestamp": {
      const read = firstOf(forms.length > 0 ? forms.map(dateForm) : [time], (ms) => ms);
      return { read, expected: `a time such as ${forms.join(" or ") || "YYYY-MM-DD HH:mm"}` };
    }
    case "integer":
    case "number":
    case "amount":
      return { read: readNumber, expected: "a number" };
    case "flag":
      return { read: readFlag, expected: "a flag such as 1 or 0, 是 or 否" };
    default:
      return { read: (text) => text, expected: "text" };
  }
}

function firstOf(forms: readonly DateForm[], convert: (milliseconds: number) => number): (text: string) => number | null {
  return (text) => {
    for (const form of forms) {
      const milliseconds = form(text);
      if (milliseconds !== null) return convert(milliseconds);
    }
    return null;
  };
}

/** What the contract expected instead of a value; null when it takes it. */
function refusedBySchema({ kind, schema, values }: Column, isSound: (value: Staged) => boolean, value: Staged): string | null {
  if (kind === "integer" && Math.abs(Number(value)) > INT32) return `a whole number up to ${INT32}`;
  if (isSound(value)) return null;
  const { error } = schema.safeParse(value);
  const issue = error?.issues[0];
  if (!issue) return null;
  if (values) return `one of ${Object.keys(values).join(", ")}`;
  if (issue.code === "too_small") return `a number of at least ${issue.minimum}`;
  if (issue.code === "too_big") return `a number of at most ${issue.maximum}`;
  return issue.code === "invalid_type" ? `a ${issue.expected === "int" ? "whole number" : issue.expected}` : issue.message;
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
