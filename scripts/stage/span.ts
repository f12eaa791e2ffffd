import type { ColumnKind, Staged } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import { DAY_MS, type Day, dayOf, isoDay, isoOf } from "../../src/core/days.ts";
import { lastDay, parsePeriod } from "../../src/core/periods.ts";
import { GrowingNumbers } from "../read/growing.ts";
import { crowdedEnd, type DayCounts, fewOf, recordsIn, reversed, together } from "./day-counts.ts";
import type { StagedRows } from "./staged-rows.ts";

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
  counts: DayCounts;
  /** The records that lie furthest out, with their places, those first: so few of the table as may be slips, and three of the file at least. */
  outermost: readonly DayPlace[];
}

/** When the records of a file happened. */
export interface Span {
  /** By the column that says when; of a quarter, by its last day. */
  starts: Days;
  /** By the latest day or time of each record that is no plan. */
  ends: Days;
  /** How many records are of each day by the earliest that they name, plans left aside. */
  earliest: DayCounts;
}

/** From which side the records of a file are looked at. */
export type SpanSide = "starts" | "ends";

/** A column that names days. */
interface Moment {
  name: string;
  place: number;
  dayOf: (value: Staged) => Day;
}

function momentsOf({ columns }: Table, fiscalStart: number): (Moment & { isPlan: boolean })[] {
  const quarterDay = (value: Staged) => dayOf(lastDay(parsePeriod(String(value), fiscalStart).end));
  const readers: Partial<Record<string, Moment["dayOf"]>> = {
    date: Number,
    timestamp: (value) => Math.floor(Number(value) / DAY_MS),
    quarter: quarterDay,
  };
  return Object.entries(columns).flatMap(([name, { kind, isPlan = false }], place) => {
    const read = readers[kind];
    return read ? [{ name, place, dayOf: read, isPlan }] : [];
  });
}

function dayIn(rows: StagedRows, row: number, { place, dayOf }: Moment): Day | null {
  const value = rows.at(row, place);
  return value === null ? null : dayOf(value);
}

/** The latest day that a row names in some columns, with time turned as `outwards` says; NaN when it names none. */
function latestOf(rows: StagedRows, row: number, { moments, outwards }: Side): Day {
  let latest = Number.NaN;
  for (const moment of moments) {
    const day = dayIn(rows, row, moment);
    if (day !== null && !(day * outwards <= latest)) latest = day * outwards;
  }
  return latest;
}

/** The days of the rows of a file, row by row, and how many rows each has. */
interface FileDays {
  days: GrowingNumbers;
  counts: DayCounts;
}

/** `outwards` turns days so that those furthest out come last. */
interface Side {
  moments: readonly Moment[];
  outwards: 1 | -1;
}

function daysOfRows(rows: StagedRows, numbers: Iterable<number>, side: Side): FileDays {
  const [days, counts] = [new GrowingNumbers(), new Map<Day, number>()];
  for (const row of numbers) {
    const day = latestOf(rows, row, side);
    days.push(day);
    if (!Number.isNaN(day)) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return { days, counts };
}

/** The rows of a file that lie furthest out, those first: all beyond the edge of the table, and three at least. */
function outermostRows(rows: StagedRows, file: number, { days, counts }: FileDays, edge: Day): { row: number; day: Day }[] {
  const kept = Math.max(
    fewOf(0),
    recordsIn(counts, (day) => day > edge),
  );
  const inmost = crowdedEnd(counts, kept - 1) ?? Number.NEGATIVE_INFINITY;
  const found: { row: number; day: Day }[] = [];
  let place = 0;
  for (const row of rows.of(file)) {
    const day = days.at(place++);
    if (day >= inmost) found.push({ row, day });
  }
  return found.sort((a, b) => b.day - a.day).slice(0, kept);
}

function namedBy(rows: StagedRows, row: number, moments: readonly Moment[]): Record<string, Day> {
  const named = moments.map((moment) => [moment.name, dayIn(rows, row, moment)] as const);
  return Object.fromEntries(named.filter((each): each is [string, Day] => each[1] !== null));
}

/** The records of each file by day, seen from one side. */
function daysByFile(rows: StagedRows, files: number, side: Side): Days[] {
  const { moments, outwards } = side;
  const read = Array.from({ length: files }, (_, file) => daysOfRows(rows, rows.of(file), side));
  const edge = crowdedEnd(together(read.map(({ counts }) => counts))) ?? Number.NEGATIVE_INFINITY;
  const placeOf = ({ row, day }: { row: number; day: Day }): DayPlace => ({
    day: day * outwards,
    line: rows.originOf(row).line,
    named: namedBy(rows, row, moments),
  });
  return read.map((own, file) => ({
    counts: outwards === 1 ? own.counts : reversed(own.counts),
    outermost: outermostRows(rows, file, own, edge).map(placeOf),
  }));
}

/** When the records happened that are left of each of so many files of a table. */
export function spansOf(table: Table, rows: StagedRows, { files, fiscalStart }: { files: number; fiscalStart: number }): Span[] {
  const moments = momentsOf(table, fiscalStart);
  const happened = moments.filter(({ isPlan }) => !isPlan);
  const starts = daysByFile(rows, files, { moments: moments.filter(({ name }) => name === table.time), outwards: -1 });
  const ends = daysByFile(rows, files, { moments: happened, outwards: 1 });
  const earliest = (file: number) => reversed(daysOfRows(rows, rows.of(file), { moments: happened, outwards: -1 }).counts);
  return starts.map((own, file) => ({ starts: own, ends: ends[file] as Days, earliest: earliest(file) }));
}

/** The records of a file by the latest day or time that is no plan, those that were replaced included. */
export function everByDay(table: Table, rows: StagedRows, { file, fiscalStart }: { file: number; fiscalStart: number }): DayCounts {
  const moments = momentsOf(table, fiscalStart).filter(({ isPlan }) => !isPlan);
  return daysOfRows(rows, rows.everOf(file), { moments, outwards: 1 }).counts;
}

/** The ISO day of a staged date or time; a quarter as it is. */
export function timeText(kind: ColumnKind, value: Staged): string {
  if (kind === "quarter") return String(value);
  return kind === "date" ? isoOf(Number(value)) : isoDay(Number(value));
}
