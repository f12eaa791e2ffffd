import type { Column, Staged } from "./columns.ts";
import { DAY_MS } from "./days.ts";
import type { Reason } from "./reason.ts";

/** A truth about several columns of one row. */
export interface Rule {
  /** The column to blame where the rule does not hold, then those that it is compared with. */
  columns: readonly [string, ...string[]];
  /** Why a record that breaks it is rejected, or the value of the blamed column dropped. */
  reason: Reason;
  /** Where it does not hold, the blamed column becomes missing and the record stays; otherwise the record is a reject. */
  drops: boolean;
  /** Whether it holds for the values of the columns, in their order. */
  holds(values: readonly (Staged | null)[]): boolean;
}

/** A rule that waits for the columns of its table; those that it names must be there, and of the kind that it needs. */
export type RuleOn<Columns> = (columns: Columns) => Rule;

type With<Name extends string, C extends Column = Column> = Readonly<Record<Name, C>>;
type Moment = Column<"date" | "timestamp">;
type Values = readonly (number | null)[];

const MS_PER_MINUTE = 60_000;

const momentOf = ({ kind }: Moment) => (kind === "date" ? "day" : "time");

/** The values of two columns on one scale: days where one of them holds days, else minutes, since systems write some times with seconds and some without. */
function comparing(one: Moment, other: Moment, compare: (value: number, other: number) => boolean) {
  const step = one.kind === "date" || other.kind === "date" ? DAY_MS : MS_PER_MINUTE;
  const scaleOf = ({ kind }: Moment) => (kind === "date" ? 1 : step);
  const [own, others] = [scaleOf(one), scaleOf(other)];
  return (value: number, against: number) => compare(Math.floor(value / own), Math.floor(against / others));
}

/** A day or time is on or after that of another column, which has to be known, and those of further ones as far as they are. */
export const notBefore =
  <A extends string, B extends string>(column: A, ...others: readonly [B, ...B[]]): RuleOn<With<A | B, Moment>> =>
  (columns) => {
    const isFrom = others.map((other) => comparing(columns[column], columns[other], (value, first) => value >= first));
    return {
      columns: [column, ...others],
      reason: { code: "not-before", moment: momentOf(columns[column]), columns: others },
      drops: false,
      holds: (values: Values) => {
        const [value = null, first = null] = values;
        if (value === null || first === null) return value === null;
        return isFrom.every((isFromIt, place) => {
          const other = values[place + 1] ?? null;
          return other === null || isFromIt(value, other);
        });
      },
    };
  };

/** A day or time is not after that of another column, where both are known. */
export const notAfter =
  <A extends string, B extends string>(column: A, other: B): RuleOn<With<A | B, Moment>> =>
  (columns) => {
    const isUntil = comparing(columns[column], columns[other], (value, last) => value <= last);
    return {
      columns: [column, other],
      reason: { code: "not-after", moment: momentOf(columns[column]), column: other },
      drops: false,
      holds: ([value = null, last = null]: Values) => value === null || last === null || isUntil(value, last),
    };
  };

/** A rule about two columns that rejects the record; `holds` is given their values. */
const between = (column: string, other: string, reason: Reason, holds: (value: Staged | null, other: Staged | null) => boolean): Rule => ({
  columns: [column, other],
  reason,
  drops: false,
  holds: ([value = null, against = null]) => holds(value, against),
});

/** A column has a value at most when another has one. */
export const onlyWith =
  <A extends string, B extends string>(column: A, on: B): RuleOn<With<A | B>> =>
  () =>
    between(column, on, { code: "only-with", column, on }, (value, other) => value === null || other !== null);

/** A choice, one of whose values another column depends on. */
type Choosing<V extends string> = Column<"choice", boolean, V>;
type OnChoice<A extends string, B extends string, V extends string> = RuleOn<With<A> & With<B, Choosing<V>>>;

/** A column has a value exactly when a choice has one of its own. */
export const exactlyWhen =
  <A extends string, B extends string, V extends string>(column: A, on: B, is: V): OnChoice<A, B, V> =>
  () =>
    between(column, on, { code: "exactly-when", column, on, is }, (value, chosen) => (value !== null) === (chosen === is));

/** A column has a value at most when a choice has one of its own. */
export const onlyWhen =
  <A extends string, B extends string, V extends string>(column: A, on: B, is: V): OnChoice<A, B, V> =>
  () =>
    between(column, on, { code: "only-when", column, on, is }, (value, chosen) => value === null || chosen === is);

/** A column has a value, unless a choice has one of its own. */
export const unless =
  <A extends string, B extends string, V extends string>(column: A, on: B, is: V): OnChoice<A, B, V> =>
  () =>
    between(column, on, { code: "unless", column, on, is }, (value, chosen) => value !== null || chosen === is);

/** Two columns do not both have a value; the first is to blame. */
export const notBoth =
  <A extends string, B extends string>(column: A, other: B): RuleOn<With<A | B>> =>
  () =>
    between(column, other, { code: "not-both", columns: [other, column] }, (value, against) => value === null || against === null);

/** A number, where there is one, is no more than that of another column, where a missing one is 0. */
export const noMoreThan =
  <A extends string, B extends string>(column: A, other: B): RuleOn<With<A | B, Column<"integer" | "number" | "amount">>> =>
  () =>
    between(column, other, { code: "no-more-than", column: other }, (part, whole) => part === null || Number(part) <= Number(whole));

/** The same rule, which costs a record that breaks it only the value of the column to blame. */
export const dropping =
  <Columns>(rule: RuleOn<Columns>): RuleOn<Columns> =>
  (columns) => ({ ...rule(columns), drops: true });
