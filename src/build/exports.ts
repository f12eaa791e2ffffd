import { z } from "zod";
import { forEachOutcome } from "../core/outcomes.ts";

/** Days between two deliveries of an export. */
export const RHYTHM_DAYS = { daily: 1, weekly: 7, monthly: 31, quarterly: 92 } as const;

/** Why records, or single values of them, were not taken as they were. */
const reasons = z.array(z.strictObject({ column: z.string().nullable(), expected: z.string(), count: z.int() }));

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
  bytes: z.int(),
  sha256: z.string(),
  read: z.int(),
  ...forEachOutcome(() => z.int()),
  /** Why records were rejected. */
  reasons,
  /** Why single values of accepted records were dropped. */
  dropped: reasons,
  /** Earliest and latest day that its records tell of. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});

/** What was delivered and what was not. */
export const exportReports = z.strictObject({
  exports: z.array(exportReport),
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

export type ExportReport = z.infer<typeof exportReport>;
export type ExportReports = z.infer<typeof exportReports>;
