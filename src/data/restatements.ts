import { z } from "zod";
import { text } from "./text.ts";

/**
 * Kinds of revisions, as the UK's Office for National Statistics separates them: R1 better data, such as late records · R2 routine, such as
 * reference data that are kept up · R3 a better method · C correction of a mistake.
 */
export const REVISIONS = ["R1", "R2", "R3", "C"] as const;

/** What is not the same as when a snapshot was frozen. */
const cause = z.discriminatedUnion("kind", [
  /** Accepted records of a month. */
  z.strictObject({ kind: z.literal("records"), table: z.string(), month: z.string(), frozen: z.int(), now: z.int() }),
  /** A row of a reference table, as text without what is never published; null where there was, or is, none. */
  z.strictObject({ kind: z.literal("reference"), file: z.string(), frozen: z.string().nullable(), now: z.string().nullable() }),
  /** `site.yaml` or `sources.yaml`. */
  z.strictObject({ kind: z.literal("settings"), file: z.string() }),
  /** The SQL of a fact. */
  z.strictObject({ kind: z.literal("fact"), fact: z.string(), frozen: z.string().nullable(), now: z.string().nullable() }),
  /** The formula of a metric. */
  z.strictObject({ kind: z.literal("formula"), metric: z.string(), frozen: z.string(), now: z.string() }),
  /** The version of the program. */
  z.strictObject({ kind: z.literal("program"), frozen: z.string(), now: z.string() }),
]);

/**
 * A part of the difference between a frozen value and today's; parts add up to it.
 * put-back: what the one thing in `of` changes by itself, as it comes out when it alone is put back · together: what several such things change
 * only by coming together · rest: what is left, due to what is in `of` and cannot be put back; nothing there where nothing is known to have changed
 */
const part = z.strictObject({
  kind: z.enum(["put-back", "together", "rest"]),
  /** `reference/sla.csv`, `site.yaml`, `sources.yaml`, `facts/requests`, `records`, `formula` or `program`. */
  of: z.array(z.string()),
  by: z.number(),
});

/** What a frozen page said of a figure. */
const frozenFigure = z.strictObject({
  value: z.number().nullable(),
  n: z.int(),
  target: z.number().nullable(),
  /** Whether a signal was for the better; null where there was none. */
  signal: z.enum(["better", "worse", "same", "changed"]).nullable(),
  /** Place among the members of its breakdown, 1 for the worst; null for a total, and where no value is better than another. */
  rank: z.int().nullable(),
});

const restated = z.strictObject({
  metric: z.string(),
  /** Member by dimension; empty for the total. */
  members: z.record(z.string(), z.string()),
  frozen: frozenFigure,
  now: frozenFigure.pick({ value: true, n: true, rank: true }),
  parts: z.array(part),
  /** By its largest part; null where that cannot be told. */
  revision: z.enum(REVISIONS).nullable(),
});

/** What was published with a snapshot, and what has changed since. */
const vintage = z.strictObject({
  /** `2026Q3/v1` */
  name: z.string(),
  /** Every metric as a whole. */
  totals: z.array(frozenFigure.extend({ metric: z.string() })),
  /** Figures that could be compared: those that are hidden then or now are not. */
  compared: z.int(),
  restated: z.array(restated),
  causes: z.array(cause),
});

/** What a person says of a restatement. */
const note = z.strictObject({
  /** The quarter or year; fiscal. */
  period: z.string(),
  /** Null for all metrics. */
  metric: z.string().nullable(),
  revision: z.enum(REVISIONS),
  text,
});

/** The restatement ledger, snapshots in the order in which they were frozen. */
export const restatements = z.strictObject({ vintages: z.array(vintage), notes: z.array(note) });

export type Revision = (typeof REVISIONS)[number];
export type RestatementCause = z.infer<typeof cause>;
export type RestatementPart = z.infer<typeof part>;
export type FrozenFigure = z.infer<typeof frozenFigure>;
export type Restated = z.infer<typeof restated>;
export type Vintage = z.infer<typeof vintage>;
export type Restatements = z.infer<typeof restatements>;
