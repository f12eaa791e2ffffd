import { z } from "zod";
import { LARGEST_AMOUNT } from "./amounts.ts";
import type { Text } from "./text.ts";
import type { Unit } from "./units.ts";

/**
 * How a column may leave the build.
 * never: not at all · summed: only inside a component (a count, a sum, a count per value) · grouped: its values may be named, as members of a dimension
 */
export type Publish = "never" | "summed" | "grouped";

/** What a column holds; each kind has one form in staging, noted here. */
export type ColumnKind =
  /** An identifier. string */
  | "key"
  /** Free text. string */
  | "text"
  /** One of `values`. string */
  | "choice"
  /** A reference to a row of another table, `references`. string */
  | "reference"
  /** A day. Whole days since 1970-01-01 */
  | "date"
  /** A moment on the company's wall clock. Milliseconds since 1970-01-01T00:00 on that clock */
  | "timestamp"
  /** A fiscal quarter such as 2026Q3. string */
  | "quarter"
  /** A month, quarter or year such as 2026-09, 2026Q3, 2026. string */
  | "period"
  /** number, whole */
  | "integer"
  /** number */
  | "number"
  /** An amount of money or of hours, exact to a ten-thousandth; see core/amounts. number, in yuan or in hours */
  | "amount"
  /** boolean */
  | "flag";

export interface Column<T extends z.ZodType = z.ZodType> {
  kind: ColumnKind;
  label: Text;
  /** What it means, in a sentence. */
  description: Text;
  unit?: Unit | undefined;
  /** Every record must have a value, and every export the column. */
  required: boolean;
  publish: Publish;
  /** The members of a `choice`, with their names. */
  values?: Readonly<Record<string, Text>> | undefined;
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
  /** Checks the staged form; what it refuses is a reject. */
  schema: T;
}

interface Meaning {
  label: Text;
  description: Text;
  publish: Publish;
  example: string;
  unit?: Unit;
}

type Maybe<T extends z.ZodType, R> = R extends true ? T : z.ZodNullable<T>;

function column<T extends z.ZodType, R extends boolean>(
  kind: ColumnKind,
  schema: T,
  given: Meaning & { required: R } & Partial<Column>,
): Column<Maybe<T, R>> {
  const checked = given.required ? schema : schema.nullable();
  return { ...given, kind, schema: checked as unknown as Maybe<T, R> };
}

type Options<R extends boolean> = Meaning & { required: R };
type Bounds = { min?: number; max?: number };

const within = (schema: z.ZodNumber, { min, max }: Bounds) => {
  const floored = min === undefined ? schema : schema.min(min);
  return max === undefined ? floored : floored.max(max);
};

/** Identifiers in the form in which a spreadsheet writes a large number, such as 1.18E+11, are refused: the digits are gone. */
const identifier = z.string().regex(/^(?!-?\d(?:\.\d+)?E\+\d{2,}$)/, "an identifier (this one was turned into a number by a spreadsheet)");

export const key = <R extends boolean>(options: Options<R>) => column("key", identifier, options);
export const text = <R extends boolean>(options: Options<R>) => column("text", z.string(), options);
/** Several identifiers; staged with a semicolon, and nothing else, between them. */
export const list = <R extends boolean>(options: Options<R> & { references?: string }) =>
  column("text", z.string().regex(/^[^\s;]+(;[^\s;]+)*$/, "values separated by semicolons, without blanks in them"), {
    ...options,
    isList: true,
  });
export const date = <R extends boolean>(options: Options<R> & { isPlan?: boolean }) => column("date", z.int(), options);
export const timestamp = <R extends boolean>(options: Options<R> & { isPlan?: boolean }) => column("timestamp", z.number(), options);
export const quarter = <R extends boolean>(options: Options<R>) =>
  column("quarter", z.string().regex(/^\d{4}Q[1-4]$/, "a quarter such as 2026Q3"), options);
export const period = <R extends boolean>(options: Options<R>) =>
  column(
    "period",
    z.string().regex(/^\d{4}(Q[1-4]|-(0[1-9]|1[0-2]))?$/, "a month, quarter or year such as 2026-09, 2026Q3 or 2026"),
    options,
  );
export const integer = <R extends boolean>(options: Options<R> & Bounds) => column("integer", within(z.number().int(), options), options);
export const number = <R extends boolean>(options: Options<R> & Bounds) => column("number", within(z.number(), options), options);
/** Money in yuan, up to `LARGEST_AMOUNT` either way. */
export const amount = <R extends boolean>(options: Omit<Options<R>, "unit"> & { min?: number }) =>
  column("amount", within(z.number(), { min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT, ...options }), {
    ...(options as Options<R>),
    unit: "cny",
  });
/** Hours as they were written down, up to `LARGEST_AMOUNT`. */
export const hours = <R extends boolean>(options: Omit<Options<R>, "unit"> & Bounds) =>
  column("amount", within(z.number(), { min: 0, max: LARGEST_AMOUNT, ...options }), { ...(options as Options<R>), unit: "hours" });
export const flag = <R extends boolean>(options: Options<R>) => column("flag", z.boolean(), options);
export const reference = <R extends boolean>(options: Options<R> & { references: string; where?: { column: string; is: string } }) =>
  column("reference", identifier, options);

/** One of a few known values, each with its name in every language. */
export const choice = <R extends boolean, const V extends Readonly<Record<string, Text>>>(options: Options<R> & { values: V }) =>
  column("choice", z.enum(Object.keys(options.values) as [keyof V & string, ...(keyof V & string)[]]), options);
