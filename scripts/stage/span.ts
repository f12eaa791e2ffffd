import type { ColumnKind, Table } from "../../src/core/contract.ts";
import { lastDay, parsePeriod } from "../../src/core/periods.ts";
import type { Staged } from "./read-value.ts";
import type { StagedRows } from "./staged-rows.ts";

/** Days since 1970-01-01. */
export type Day = number;

/** A record, where it stands, and what it says. */
export interface DayPlace {
  /** By which it is counted. */
  day: Day;
  line: number;
  /** The days that it names, by column, in the order of the contract. */
  named: Readonly<Record<string, Day>>;
}

/** The records of a file by day. */
export interface Days {
  /** How many records each day has. */
  counts: ReadonlyMap<Day, number>;
  /** The few records that lie furthest out, with their places, those first. */
  outermost: readonly DayPlace[];
}

/** When the records of a file happened. */
export interface Span {
  /** By the column that says when; of a quarter, by its last day. */
  starts: Days;
  /** By the latest day or time of each record that is no plan. */
  ends: Days;
}

/** So few records of a table, far from all others, may be slips of the pen. */
export const FEW = 3;

const DAY = 86_400_000;

/** Counts records by day, and keeps those that lie furthest out. */
class DayCounter {
  readonly days = { counts: new Map<Day, number>(), outermost: [] as DayPlace[] } satisfies Days;
  readonly #outwards: 1 | -1;

  constructor(outwards: 1 | -1) {
    this.#outwards = outwards;
  }

  /** `place` is asked for only where it is kept. */
  add(day: Day, place: () => Omit<DayPlace, "day">): void {
    const { counts, outermost } = this.days;
    counts.set(day, (counts.get(day) ?? 0) + 1);
    const inmost = outermost[FEW - 1];
    if (inmost && (day - inmost.day) * this.#outwards <= 0) return;
    outermost.push({ day, ...place() });
    outermost.sort((a, b) => (b.day - a.day) * this.#outwards).splice(FEW);
  }
}

/** A column that names days. */
interface Moment {
  name: string;
  place: number;
  dayOf: (value: Staged) => Day;
}

function momentsOf({ columns }: Table, fiscalStart: number): (Moment & { isPlan: boolean })[] {
  const quarterDay = (value: Staged) => Date.parse(lastDay(parsePeriod(String(value), fiscalStart).end)) / DAY;
  const dayOf: Partial<Record<string, Moment["dayOf"]>> = {
    date: Number,
    timestamp: (value) => Math.floor(Number(value) / DAY),
    quarter: quarterDay,
  };
  return Object.entries(columns).flatMap(([name, { kind, isPlan = false }], place) => {
    const read = dayOf[kind];
    return read ? [{ name, place, dayOf: read, isPlan }] : [];
  });
}

/** Follows the records of one file of a table. */
class SpanCounter {
  readonly #start: Moment | undefined;
  readonly #moments: readonly Moment[];
  readonly #starts = new DayCounter(-1);
  readonly #ends = new DayCounter(1);

  constructor(table: Table, fiscalStart: number) {
    const moments = momentsOf(table, fiscalStart);
    this.#start = moments.find(({ name }) => name === table.time);
    this.#moments = moments.filter(({ isPlan }) => !isPlan);
  }

  add(rows: StagedRows, row: number): void {
    const dayIn = ({ place, dayOf }: Moment): Day | null => {
      const value = rows.at(row, place);
      return value === null ? null : dayOf(value);
    };
    const place = (moments: readonly Moment[]) => () => ({ line: rows.originOf(row).line, named: namedBy(moments, dayIn) });
    const started = this.#start ? dayIn(this.#start) : null;
    if (this.#start && started !== null) this.#starts.add(started, place([this.#start]));
    let latest: Day | null = null;
    for (const moment of this.#moments) {
      const day = dayIn(moment);
      if (day !== null && (latest === null || day > latest)) latest = day;
    }
    if (latest !== null) this.#ends.add(latest, place(this.#moments));
  }

  get span(): Span {
    return { starts: this.#starts.days, ends: this.#ends.days };
  }
}

function namedBy(moments: readonly Moment[], dayIn: (moment: Moment) => Day | null): Record<string, Day> {
  const named = moments.map((moment) => [moment.name, dayIn(moment)] as const);
  return Object.fromEntries(named.filter((each): each is [string, Day] => each[1] !== null));
}

/** When the records of a file happened that are left, by its place in the order of files. */
export function spanOf(table: Table, rows: StagedRows, { file, fiscalStart }: { file: number; fiscalStart: number }): Span {
  const counter = new SpanCounter(table, fiscalStart);
  for (const row of rows.of(file)) counter.add(rows, row);
  return counter.span;
}

/** The ISO day of a staged date or time; a quarter as it is. */
export function timeText(kind: ColumnKind, value: Staged): string {
  if (kind === "quarter") return String(value);
  return new Date(kind === "date" ? Number(value) * DAY : Number(value)).toISOString().slice(0, 10);
}
