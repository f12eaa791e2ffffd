import { z } from "zod";
import { POOL_SETS } from "../core/pooling.ts";
import { frozen } from "./frozen.ts";
import { text } from "./text.ts";

/**
 * How rows of a fact add up over time.
 * flow: a period has the rows of all its months · stock: those of its last month ·
 * presence: one row per thing and month in which it is there, so a period has its first month's and later entries (`is_entry`)
 */
export const OVER_TIME = ["flow", "stock", "presence"] as const;

/** What shows that figures of a fact are recorded: a column of a table that has a value, of any kind or a certain one, in any record or in most of some. */
const evidence = z.strictObject({
  /** Columns and flags of the fact; `rows` is the count of all its rows, `*` everything. */
  figures: z.array(z.string()),
  table: z.string(),
  column: z.string(),
  /** null for any value. */
  value: z.string().nullable(),
  /** A column: most of the records that have nothing in it yet must have an amount. Null where any record will do. */
  open: z.string().nullable(),
});

/** How small groups of a fact are distinguished, and with which others they are added up before anything is published. */
const pooling = z.strictObject({
  set: z.enum(POOL_SETS),
  /** Dimension whose members are the groups. */
  group: z.string(),
  /** Column within whose values groups are pooled; null where all of them may be. */
  area: z.string().nullable(),
});

/** What the build says of one fact and its cube. */
export const factInfo = z.strictObject({
  /** Name of its file in `scripts/facts/`. */
  id: z.string(),
  /** What a row is: "requirement approved", of "one row per …". */
  grain: text,
  /** How its rows add up over time. */
  over: z.enum(OVER_TIME),
  /** Its rows bear the last day of a quarter, and cover whole quarters only. */
  isQuarterly: z.boolean(),
  /** Column that says when. */
  time: z.string(),
  /** Ids of the dimensions of its cube. */
  dimensions: z.array(z.string()),
  /** Ids of the tables it is made from. */
  tables: z.array(z.string()),
  /** First month with rows, and the last that its tables cover. */
  first: z.int(),
  last: z.int(),
  /** ISO day from which all its tables cover the company, and it has rows. */
  from: z.string(),
  /** ISO day up to which all its tables do, and most of what becomes of its rows is known. */
  until: z.string(),
  /** Only cases that are over are exported: of those that began shortly before, the slow ones are missing, so that `until` is earlier. */
  isOfFinished: z.boolean(),
  /** Rows of the fact; where small groups are pooled, of its cube. */
  rows: z.int(),
  /** Columns whose values are counted in a file of their own. */
  counted: z.array(z.string()),
  /** What no record gives, so that figures of it are unknown rather than 0. */
  unknown: z.array(evidence),
  /** Figures of it, as in `unknown`, and dimensions that rest on days of provisional years, and the months whose rows do. */
  provisional: z.array(z.strictObject({ figures: z.array(z.string()), months: z.array(z.int()) })),
  /** How groups below the minimum size are pooled; null where every group is shown. */
  pooling: pooling.nullable(),
  /** Columns of its cells that are published within limits; each has two beside it that say in how many cells it may be more, or less. */
  coded: z.array(z.string()),
  /** The SELECT that makes it. */
  sql: z.string(),
});

/** A column to break down or filter by, and its members in the order in which they are shown. */
export const dimensionInfo = z.strictObject({
  /** Name of the column. */
  id: z.string(),
  label: text,
  members: z.array(z.strictObject({ id: z.string(), label: text })),
});

/** Days in a row, the first and the last as ISO days. */
const daySpan = z.strictObject({ from: z.iso.date(), to: z.iso.date() });

/** What the cubes are, and from when to when they reach. Months are counted from year 0 (`Month` of core/periods). */
export const manifest = z.strictObject({
  /** ISO day up to which the data as a whole reach. */
  asOf: z.string(),
  /** ISO day from which at least one export reaches. */
  from: z.string(),
  /** ISO day up to which at least one export reaches. */
  until: z.string(),
  /** Months in which something happened, in order. */
  months: z.array(z.int()),
  /** Years to which the data reach whose days off are not all known yet, as ISO days write them: what rests on their working days is provisional. */
  provisionalYears: z.array(z.string()),
  /** The days off at each Spring Festival that the data reach, by the calendar on which the company works. */
  springFestivals: z.array(daySpan),
  facts: z.array(factInfo),
  /** Ids of metrics that have no value in any period, though their facts are there. */
  valueless: z.array(z.string()),
  /** Facts that could not be made, and the tables that no export feeds. */
  absent: z.array(z.strictObject({ id: z.string(), missing: z.array(z.string()) })),
  dimensions: z.array(dimensionInfo),
  /** Quarters of the survey whose late or corrected answers are held back, and those with more answers than invitations. */
  survey: z.strictObject({ heldBack: z.array(z.string()), overAnswered: z.array(z.string()) }),
  /** Months of which some small groups are shown as they were frozen, since so few cases have come since that they could be told apart. */
  asFrozen: z.array(z.int()),
  /** Promises that the export judges itself and that can be worked out besides, and how many of them come out otherwise. */
  promises: z.strictObject({ compared: z.int(), different: z.int() }),
  /** Of the snapshot that the pages belong to; not there on the live site. */
  frozen: frozen.pick({ period: true }).optional(),
  /** Path of each cube below the folder of the built data, by name of its file (`cubeFile`). */
  files: z.record(z.string(), z.string()),
});

export type DaySpan = z.infer<typeof daySpan>;
export type Evidence = z.infer<typeof evidence>;
export type Pooling = z.infer<typeof pooling>;
export type FactInfo = z.infer<typeof factInfo>;
export type DimensionInfo = z.infer<typeof dimensionInfo>;
export type Manifest = z.infer<typeof manifest>;
