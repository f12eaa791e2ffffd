import { z } from "zod";
import { forEachOutcome } from "../core/outcomes.ts";
import type { Reason } from "../core/reason.ts";
import { REASON_EXAMPLES } from "../core/reason-examples.ts";
import { RHYTHMS } from "../core/rhythms.ts";
import { text } from "./text.ts";

/** A reason as the data build made it. */
const reason = z.custom<Reason>((given) => Object.hasOwn(REASON_EXAMPLES, (given as Partial<Reason> | null)?.code ?? ""));

/** Why records, or single values of them, were not taken as they were. */
const reasons = z.array(z.strictObject({ column: z.string().nullable(), reason, count: z.int() }));

/** How much is in a file, and what became of it. */
const exportContent = z.strictObject({
  /** Size of the file. */
  bytes: z.int(),
  /** Of the file's bytes, in hexadecimal. */
  sha256: z.string(),
  /** Records in the file, the broken ones included. */
  read: z.int(),
  /** Records by what became of them; together they are all that were read. */
  ...forEachOutcome(() => z.int()),
  /** Why records were rejected. */
  reasons,
  /** Why single values of accepted records were dropped. */
  dropped: reasons,
  /** Records with a day or time after the as-of day, plans left aside. */
  ahead: z.int(),
});

/** What the build read from one file, or from one of the sheets that a table takes of it. */
export const exportReport = z.strictObject({
  /** Id of the table that it feeds. */
  table: z.string(),
  /** Path within the data folder. */
  file: z.string(),
  /** Of a workbook, where the table takes several sheets of it; else null. */
  sheet: z.string().nullable(),
  /** The system that it comes from. */
  system: text,
  /** How often it is delivered. */
  rhythm: z.enum(RHYTHMS),
  format: z.enum(["csv", "xlsx", "parquet"]),
  /** Of a CSV file, such as "gb18030"; null for others. */
  encoding: z.string().nullable(),
  /** Null for a table whose contract protects it. */
  content: exportContent.nullable(),
  /** Earliest and latest day on which its records happened, up to the as-of day; of a quarter, its last day. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});

/** A record with a day, or days in several columns, so far from all others that they may be slips of the pen. */
const slip = z.strictObject({
  /** Id of the table. */
  table: z.string(),
  /** Path within the data folder, with the sheet where the table takes several of it. */
  file: z.string(),
  /** Line of the file in which the record begins, from 1. */
  line: z.int(),
  /** Names of the columns, with a comma between two. */
  column: z.string(),
});

/** Words of a setting of `sources.yaml` that no record has. */
const idleWords = z.strictObject({
  /** Id of the table. */
  table: z.string(),
  /** `where`, `drop_rows`, `values` or `events`. */
  setting: z.string(),
  /** Header, or column of the table, under which the words stand. */
  column: z.string(),
  /** How many there are. */
  words: z.int(),
});

/** From when to when the exports reach. Months are counted from year 0 (`Month` of core/periods). */
const reach = z.strictObject({
  /** First month of any table. */
  first: z.int(),
  /** ISO day up to which the data as a whole reach. */
  asOf: z.iso.date(),
  /** ISO day from which at least one table reaches. */
  from: z.iso.date(),
  /** ISO day up to which at least one table reaches: earlier than the as-of day only where site.yaml sets that after all exports. */
  until: z.iso.date(),
  /** Months in which something happened, in order. */
  months: z.array(z.int()),
  /**
   * By id of the table: the ISO day from which it covers the company, null where it does not say when; the day up to which it does: the as-of
   * day while its export is fresh and falls silent for no longer than is usual, else the day of its latest record; and the day up to which
   * records have begun in it: earlier where what was begun is still followed, but no more begins.
   */
  tables: z.record(z.string(), z.strictObject({ from: z.iso.date().nullable(), begun: z.iso.date(), until: z.iso.date() })),
});

/** Accepted records by table and month (2026-09) in which each happened; protected tables are left out. */
const recordCounts = z.record(z.string(), z.record(z.string(), z.int()));

/** What was delivered and what was not. */
export const exportReports = z.strictObject({
  exports: z.array(exportReport),
  records: recordCounts,
  reach,
  slips: z.array(slip),
  idle: z.array(idleWords),
  /** Ids of the tables that no export feeds. */
  missing: z.array(z.string()),
});

export type RecordCounts = z.infer<typeof recordCounts>;
export type Reach = z.infer<typeof reach>;
export type Slip = z.infer<typeof slip>;
export type IdleWords = z.infer<typeof idleWords>;
export type ExportContent = z.infer<typeof exportContent>;
export type ExportReport = z.infer<typeof exportReport>;
export type ExportReports = z.infer<typeof exportReports>;
