import type { Table } from "../../src/core/contract.ts";
import { counted, type Issue } from "../../src/core/errors.ts";
import type { Overlap } from "../sources/repeats.ts";
import { timeText } from "./span.ts";
import type { StagedRows } from "./staged-rows.ts";

/** The rows of one file by what makes two files overlap: their ISO day or quarter, or all that they say where they have none. */
type Rows = ReadonlyMap<string, readonly number[]>;

/** Two files of one table, and what both of them have. */
interface Shared {
  older: string;
  newer: string;
  /** Days, quarters or, without these, whole records. */
  times: string[];
  /** Records of these times that are the same in both. */
  identical: number;
}

/**
 * Compares the files of a table without a key, which come oldest first. Where two have records of one day, those of the older file are
 * taken out (`newest_file`), stay (`sum`), or are an issue, one for each two files, as long as nothing says which.
 */
export function settleOverlaps(table: Table, files: readonly string[], rows: StagedRows, overlap: Overlap | undefined): Issue[] {
  if (table.key.length > 0 || files.length < 2 || overlap === "sum") return [];
  const byFile = files.map((_, file) => Map.groupBy(rows.of(file), bucketOf(table, rows)));
  if (overlap === "newest_file") removeOlder(byFile, rows);
  return overlap === "newest_file" ? [] : sharedBy(byFile, files, rows).map((shared) => issueOf(table, shared));
}

/** What a row is compared by. */
function bucketOf({ columns, time }: Table, rows: StagedRows): (row: number) => string {
  const place = Object.keys(columns).indexOf(time ?? "");
  const kind = columns[time ?? ""]?.kind;
  return (row) => {
    const value = place === -1 ? null : rows.at(row, place);
    return kind === undefined || value === null ? contentOf(rows, row) : timeText(kind, value);
  };
}

const contentOf = (rows: StagedRows, row: number): string => JSON.stringify(rows.valuesOf(row));

function removeOlder(byFile: readonly Rows[], rows: StagedRows): void {
  const newest = new Map<string, number>();
  for (const [file, own] of [...byFile.entries()].reverse()) {
    for (const [time, numbers] of own) for (const row of newest.has(time) ? numbers : []) rows.remove(row, newest.get(time));
    for (const time of own.keys()) if (!newest.has(time)) newest.set(time, file);
  }
}

function sharedBy(byFile: readonly Rows[], files: readonly string[], rows: StagedRows): Shared[] {
  return byFile.flatMap((newer, n) =>
    byFile.slice(0, n).flatMap((older, o) => {
      const times = [...newer.keys()].filter((time) => older.has(time)).sort();
      if (times.length === 0) return [];
      const identical = times.reduce((sum: number, time) => sum + countSame(rows, older.get(time) ?? [], newer.get(time) ?? []), 0);
      return { older: files[o] ?? "", newer: files[n] ?? "", times, identical };
    }),
  );
}

/** How many rows of one list can each be matched with an identical one of the other. */
function countSame(rows: StagedRows, older: readonly number[], newer: readonly number[]): number {
  const byContent = (numbers: readonly number[]) => Map.groupBy(numbers, (row) => contentOf(rows, row));
  const known = byContent(older);
  return [...byContent(newer)].reduce((sum, [content, own]) => sum + Math.min(own.length, known.get(content)?.length ?? 0), 0);
}

function issueOf({ id, columns, time }: Table, { older, newer, times, identical }: Shared): Issue {
  const kind = columns[time ?? ""]?.kind;
  const unit = kind === "quarter" ? "quarter" : "day";
  const found = kind
    ? `${counted(times.length, unit)} that ${older} has too, from ${times[0]} on, and ${counted(identical, "identical record")} in them`
    : `${counted(identical, "record")} that ${older} has too`;
  const expected = `no ${kind ? unit : "record"} in two files, or exports.${id}.overlap in sources.yaml: sum (all count) or newest_file`;
  return { file: newer, column: time, found, expected };
}
