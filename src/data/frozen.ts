import { z } from "zod";

/** What a frozen page says of the snapshot that it belongs to. */
export const frozen = z.strictObject({
  /** The quarter or year that it shows unless a reader chooses another, as a `Period` of core/periods; a range where the company reckons by another year since. */
  period: z.strictObject({ grain: z.enum(["quarter", "year", "range"]), start: z.int(), end: z.int() }),
  /** Its period and version, as addresses name them: `2026Q3/v1`. */
  name: z.string(),
  /** From 1. */
  version: z.int().positive(),
  /** Its place among all snapshots, from 1, in the order in which they were frozen. */
  number: z.int().positive(),
  /** ISO day on which it was frozen. */
  day: z.iso.date(),
  /** First 16 hexadecimal digits of the chain's hash up to what this snapshot is made from. */
  seal: z.string().regex(/^[0-9a-f]{16}$/),
  /** The period was not over, or exports did not reach its end. */
  isProvisional: z.boolean(),
  /** What a person wrote of it; "" for nothing. */
  note: z.string(),
});

export type Frozen = z.infer<typeof frozen>;

/** What the list of snapshots says of one. */
export const frozenListing = frozen.extend({
  /** ISO day up to which its data reach. */
  asOf: z.iso.date(),
  /** Pages and downloads. */
  files: z.int(),
});

export type FrozenListing = z.infer<typeof frozenListing>;
