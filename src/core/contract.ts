import { z } from "zod";
import type { Column } from "./columns.ts";
import type { Text } from "./text.ts";

type Columns = Readonly<Record<string, Column>>;
type Shape<C extends Columns> = { [K in keyof C]: C[K]["schema"] };

/** A truth about several columns of one row. */
export interface Rule<Row = Record<string, unknown>> {
  /** The column that is named when it does not hold. */
  column: string;
  /** What it says, as the end of "expected …". */
  expected: string;
  holds: (row: Row) => boolean;
  /** An optional column whose value becomes missing when it does not hold, so that the record stays; without one the record is a reject. */
  drops?: (keyof Row & string) | undefined;
}

export interface Table<C extends Columns = Columns> {
  id: string;
  label: Text;
  /** What one row is, and which system usually exports it. */
  description: Text;
  /** hand-kept files of `data/reference/`, rather than exports */
  isReference: boolean;
  /** How many rows there are, and how many of which kind, would give people away: of its files no size, count or hash is published. */
  isProtected: boolean;
  /** Columns whose values, together, no two rows share; empty when rows have no identity. */
  key: readonly (keyof C & string)[];
  /** Column that says when a row happened, and so where a table begins; an export of a table without one is never stale. */
  time?: (keyof C & string) | undefined;
  columns: C;
  /** The staged form of a row: strict, so that a new column is noticed. */
  schema: z.ZodObject<Shape<C>>;
  rules: readonly Rule[];
}

/** A staged row of a table. */
export type RowOf<T extends { schema: z.ZodType }> = z.infer<T["schema"]>;

interface TableOptions<C extends Columns> {
  id: string;
  label: Text;
  description: Text;
  isReference?: boolean;
  isProtected?: boolean;
  key: readonly (keyof C & string)[];
  time?: keyof C & string;
  columns: C;
  rules?: readonly Rule<z.infer<z.ZodObject<Shape<C>>>>[];
}

/** The contract of a table: the one place that says what its columns mean, hold and may show. */
export function defineTable<const C extends Columns>({
  rules = [],
  isReference = false,
  isProtected = false,
  ...given
}: TableOptions<C>): Table<C> {
  const shape = Object.fromEntries(Object.entries(given.columns).map(([name, { schema }]) => [name, schema])) as Shape<C>;
  return {
    ...given,
    isReference,
    isProtected,
    rules: rules as unknown as readonly Rule[],
    schema: z.strictObject(shape) as unknown as z.ZodObject<Shape<C>>,
  };
}
