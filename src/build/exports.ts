import { z } from "zod";
import { forEachOutcome } from "../core/outcomes.ts";
import type { Reason } from "../core/reason.ts";
import { REASON_WORDS } from "../i18n/reasons.ts";

/** Days between two deliveries of an export. */
export const RHYTHM_DAYS = { daily: 1, weekly: 7, monthly: 31, quarterly: 92 } as const;

/** A reason as the build made it; its code is one that has words. */
const reason = z.custom<Reason>((given) => Object.hasOwn(REASON_WORDS.en, (given as Partial<Reason> | null)?.code ?? ""));

/** Why records, or single values of them, were not taken as they were. */
const reasons = z.array(z.strictObject({ column: z.string().nullable(), reason, count: z.int() }));

/** How much is in a file, and what became of it. */
const exportContent = z.strictObject({
  bytes: z.int(),
  sha256: z.string(),
  read: z.int(),
  ...forEachOutcome(() => z.int()),
  /** Why records were rejected. */
  reasons,
  /** Why single values of accepted records were dropped. */
  dropped: reasons,
  /** Records with a day or time after the as-of day, plans left aside. */
  ahead: z.int(),
});

/** What the build read from one file. */
export const exportReport = z.strictObject({
  table: z.string(),
  /** Path within the data folder. */
  file: z.string(),
  /** The system that it comes from. */
  system: z.strictObject({ zh: z.string(), en: z.string() }),
  rhythm: z.enum(["daily", "weekly", "monthly", "quarterly"]),
  format: z.enum(["csv", "parquet"]),
  encoding: z.string().nullable(),
  /** Null for a table whose contract protects it. */
  content: exportContent.nullable(),
  /** Earliest and latest day on which its records happened, up to the as-of day; of a quarter, its last day. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});

/** A record of which a day, or those of several columns, lie so far from all others that they may be slips of the pen. */
const slip = z.strictObject({ table: z.string(), file: z.string(), line: z.int(), column: z.string() });

/** From when to when the exports tell. */
const reach = z.strictObject({
  /** First month of any table. */
  first: z.int(),
  /** ISO day up to which the data as a whole tell. */
  asOf: z.iso.date(),
  /** ISO day up to which at least one table tells: earlier than the as-of day only where site.yaml sets that after all exports. */
  until: z.iso.date(),
  /** Months in which something happened, in order. */
  months: z.array(z.int()),
  /**
   * By table: the ISO day from which it tells, null where it does not say when; and the day up to which it does, all the way while its export
   * is fresh, else up to its latest record.
   */
  tables: z.record(z.string(), z.strictObject({ from: z.iso.date().nullable(), until: z.iso.date() })),
});

/** What was delivered and what was not. */
export const exportReports = z.strictObject({
  exports: z.array(exportReport),
  reach,
  slips: z.array(slip),
  /** Tables that no export feeds. */
  missing: z.array(z.string()),
});

const DAY = 86_400_000;

/** Days by which an export ends too early for its rhythm, given how many rhythms it may be old; 0 while it is fresh, null for one without dates. */
export function daysLate({ to, rhythm }: Pick<ExportReport, "to" | "rhythm">, asOf: string, staleAfter: number): number | null {
  if (!to) return null;
  const age = (Date.parse(asOf) - Date.parse(to)) / DAY;
  return age > RHYTHM_DAYS[rhythm] * staleAfter ? Math.round(age) : 0;
}

export type Reach = z.infer<typeof reach>;
export type Slip = z.infer<typeof slip>;
export type ExportContent = z.infer<typeof exportContent>;
export type ExportReport = z.infer<typeof exportReport>;
export type ExportReports = z.infer<typeof exportReports>;
