import { LARGEST_AMOUNT } from "./amounts.ts";
import type { NOT_STATED } from "./not-stated.ts";
import type { Reason } from "./reason.ts";
import type { Text } from "./text.ts";
import type { Unit } from "./units.ts";

/**
 * How a column may leave the build.
 * never: not at all · summed: only inside a component (a count, a sum, a count per value) · grouped: its values may be named, as members of a dimension
 */
export type Publish = "never" | "summed" | "grouped";

/** What a column can hold: each kind with the type in which it is staged. */
export interface StagedOf {
  /** An identifier. */
  key: string;
  /** Free text. */
  text: string;
  /** One of `values`. */
  choice: string;
  /** A reference to a row of another table, `references`. */
  reference: string;
  /** A day. Whole days since 1970-01-01. */
  date: number;
  /** A moment on the company's wall clock. Milliseconds since 1970-01-01T00:00 on that clock. */
  timestamp: number;
  /** A fiscal quarter such as 2026Q3. */
  quarter: string;
  /** A month, quarter or year such as 2026-09, 2026Q3, 2026. */
  period: string;
  /** A whole number of at most 32 bits. */
  integer: number;
  number: number;
  /** An amount of money or of hours, exact to a ten-thousandth; see core/amounts. In the company's currency or in hours. */
  amount: number;
  flag: boolean;
}

export type ColumnKind = keyof StagedOf;

/** A value as staging holds it. */
export type Staged = StagedOf[ColumnKind];

/** What stands for a value that is not there; undefined where nothing does. */
type Default = typeof NOT_STATED | undefined;

/** A column of some kind; one that is not required may be null unless it has a default, and a choice has one of the values `V`. */
export interface Column<
  K extends ColumnKind = ColumnKind,
  R extends boolean = boolean,
  V extends string = string,
  D extends Default = Default,
> {
  kind: K;
  label: Text;
  /** What it means, in a sentence. */
  description: Text;
  unit?: Unit | undefined;
  /** Every record must have a value, and every export the column. */
  required: R;
  /** What a record has that says nothing, of a column that is not required; without it the value is missing. */
  default?: D;
  publish: Publish;
  /** The members of a `choice`, with their names. */
  values?: Readonly<Record<V, Text>> | undefined;
  /** `table.column` whose values a `reference`, or a list, repeats. */
  references?: string | undefined;
  /** A text of several values separated by semicolons; each of them is renamed, and compared with `references`, by itself. */
  isList?: boolean | undefined;
  /** A day or time that may lie ahead when a table is exported: a plan, a launch to come, a validity. Any other has happened. */
  isPlan?: boolean | undefined;
  /** Rows of the referenced table that count: those where this column has this value. */
  where?: { column: string; is: string } | undefined;
  /** A sample of what an export may hold, for the template. */
  example: string;
  /** Why a value in the staged form of the kind is not taken; null when it is. */
  check(value: StagedOf[K]): Reason | null;
}

/** A value of a column as it is staged, null where it may be missing. */
export type ValueOf<C> =
  C extends Column<infer K, infer R, infer V, infer D>
    ? (K extends "choice" ? V : StagedOf[K]) | (R extends true ? never : D extends string ? never : null)
    : never;

interface Options<R extends boolean, D extends Default = undefined> {
  label: Text;
  description: Text;
  publish: Publish;
  required: R;
  default?: D;
  example: string;
  unit?: Unit;
}

interface Bounds {
  min?: number;
  max?: number;
}

/** The same; a table, in which every column is of some kind, does not widen it. */
type Is<R extends boolean> = R extends true ? true : false;

type Check<V> = (value: V) => Reason | null;

const anything = () => null;

/** Takes texts of one form. */
const matching =
  (form: RegExp, reason: Reason): Check<string> =>
  (value) =>
    form.test(value) ? null : reason;

/** Refuses the form in which a spreadsheet writes a large number, such as 1.18E+11: the digits are gone. */
const identifier = matching(/^(?!-?\d(?:\.\d+)?E\+\d{2,}$)/, { code: "identifier" });

function within({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Bounds): Check<number> {
  return (value) => {
    if (value < min) return { code: "at-least", min };
    return value > max ? { code: "at-most", max } : null;
  };
}

const LARGEST_INTEGER = 2 ** 31 - 1;

function wholeWithin(bounds: Bounds): Check<number> {
  const check = within(bounds);
  return (value) => {
    if (Math.abs(value) > LARGEST_INTEGER) return { code: "whole-up-to", max: LARGEST_INTEGER };
    return Number.isInteger(value) ? check(value) : { code: "whole-number" };
  };
}

function oneOf(values: readonly string[]): Check<string> {
  const known = new Set(values);
  return (value) => (known.has(value) ? null : { code: "one-of", values });
}

function column<K extends ColumnKind, R extends boolean, V extends string = string, D extends Default = undefined>(
  kind: K,
  check: Check<StagedOf[K]>,
  given: Options<R, D> & Partial<Omit<Column, keyof Options<R, D>>>,
): Column<K, Is<R>, V, D> {
  return { ...given, kind, check } as unknown as Column<K, Is<R>, V, D>;
}

export const key = <R extends boolean, D extends Default = undefined>(options: Options<R, D>) => column("key", identifier, options);
export const text = <R extends boolean>(options: Options<R>) => column("text", anything, options);
/** Several identifiers; staged with a semicolon, and nothing else, between them. */
export const list = <R extends boolean>(options: Options<R> & { references?: string }) =>
  column("text", matching(/^[^\s;]+(;[^\s;]+)*$/, { code: "list" }), { ...options, isList: true });
export const date = <R extends boolean>(options: Options<R> & { isPlan?: boolean }) => column("date", anything, options);
export const timestamp = <R extends boolean>(options: Options<R> & { isPlan?: boolean }) => column("timestamp", anything, options);
export const quarter = <R extends boolean>(options: Options<R>) =>
  column("quarter", matching(/^\d{4}Q[1-4]$/, { code: "quarter" }), options);
export const period = <R extends boolean>(options: Options<R>) =>
  column("period", matching(/^\d{4}(Q[1-4]|-(0[1-9]|1[0-2]))?$/, { code: "period" }), options);
export const integer = <R extends boolean>(options: Options<R> & Bounds) => column("integer", wholeWithin(options), options);
export const number = <R extends boolean>(options: Options<R> & Bounds) => column("number", within(options), options);
/** Money in the company's currency, up to `LARGEST_AMOUNT` either way. */
export const amount = <R extends boolean>(options: Omit<Options<R>, "unit"> & { min?: number }) =>
  column("amount", within({ min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT, ...options }), { ...(options as Options<R>), unit: "cny" });
/** Hours as they were written down, up to `LARGEST_AMOUNT`. */
export const hours = <R extends boolean>(options: Omit<Options<R>, "unit"> & Bounds) =>
  column("amount", within({ min: 0, max: LARGEST_AMOUNT, ...options }), { ...(options as Options<R>), unit: "hours" });
export const flag = <R extends boolean>(options: Options<R>) => column("flag", anything, options);
export const reference = <R extends boolean, D extends Default = undefined>(
  options: Options<R, D> & { references: string; where?: { column: string; is: string } },
) => column("reference", identifier, options);

/** One of a few known values, each with its name in every language. */
export const choice = <R extends boolean, const V extends string, D extends Default = undefined>(
  options: Options<R, D> & { values: Readonly<Record<V, Text>> },
) => column<"choice", R, V, D>("choice", oneOf(Object.keys(options.values)), options);
