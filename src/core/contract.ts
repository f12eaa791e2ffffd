import type { Column, ValueOf } from "./columns.ts";
import type { Money } from "./money.ts";
import type { Rule, RuleOn } from "./rules.ts";
import type { Text } from "./text.ts";

type Columns = Readonly<Record<string, Column>>;

export interface Table<C extends Columns = Columns> {
  id: string;
  label: Text;
  /** What one row is, and which system usually exports it. */
  description: Text;
  /** hand-kept files of `data/reference/`, rather than exports */
  isReference: boolean;
  /** Of a hand-kept table with a file for every year: what the names of its files begin with, `calendar` for `calendar-2027.csv`; null for one with a file of its own name. */
  yearly: string | null;
  /** How many rows there are, and of what kinds, would give people away: of its files no size, count or hash is published. */
  isProtected: boolean;
  /** Columns whose values, together, no two rows share; empty when rows have no identity. */
  key: readonly (keyof C & string)[];
  /** Column that says when a row happened, and so where a table begins; an export of a table without one is never stale. */
  time?: (keyof C & string) | undefined;
  columns: C;
  /** In which currency its amounts are; null where all are in the company's. */
  money: Money | null;
  rules: readonly Rule[];
}

/** A staged row of a table. */
export type RowOf<T extends { columns: Columns }> = { [Name in keyof T["columns"]]: ValueOf<T["columns"][Name]> };

interface TableOptions<C extends Columns> extends Omit<Table<C>, "isReference" | "yearly" | "isProtected" | "money" | "rules"> {
  isReference?: boolean;
  yearly?: string;
  isProtected?: boolean;
  money?: Money<keyof C & string>;
  rules?: readonly RuleOn<NoInfer<C>>[];
}

/** The contract of a table: the one place that says what its columns mean, hold and may show. */
export const defineTable = <const C extends Columns>({
  rules = [],
  isReference = false,
  yearly,
  isProtected = false,
  money,
  ...given
}: TableOptions<C>): Table<C> => ({
  ...given,
  isReference,
  yearly: yearly ?? null,
  isProtected,
  money: money ?? null,
  rules: rules.map((rule) => rule(given.columns)),
});
