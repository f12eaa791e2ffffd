import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 in hexadecimal");

/** Of files or definitions, by path or id. */
const hashes = z.record(z.string(), hash);

/** What a snapshot is made from: all that its pages follow from. */
export const snapshotContent = z.strictObject({
  /** The quarter or year: 2026Q3 or 2026; fiscal. */
  period: z.string(),
  /** Its first and last month, whatever year the company reckons by later: `2026-07..2026-09`. */
  months: z.string(),
  /** From 1; a period frozen again has the next. */
  version: z.int().positive(),
  /** ISO day up to which the data reach. */
  as_of: z.iso.date(),
  /** ISO day on which it was frozen, as given; else the as-of day. */
  day: z.iso.date(),
  /** What a person wrote of it. */
  note: z.string(),
  /** The period was not over, or exports did not reach its end. */
  is_provisional: z.boolean(),
  /** Hash of the line of `log.jsonl` before its own; null for the first snapshot. */
  previous: hash.nullable(),
  /** Fingerprint of the key that signs the manifest; null for a snapshot that nobody signed. */
  signed_by: hash.nullable(),
  /** Version of the program, and the hash of the file that pins its packages. */
  program: z.strictObject({ version: z.string(), lock: hash }),
  /** Every file that was read, by path in the data folder; of a protected table neither hash nor counts. */
  exports: z.array(
    z.strictObject({
      table: z.string(),
      file: z.string(),
      sheet: z.string().nullable(),
      content: z.strictObject({ sha256: hash, read: z.int(), accepted: z.int() }).nullable(),
    }),
  ),
  /** Settings and reference tables, by path in the data folder; the archive keeps their bytes below `.inputs/`. */
  settings: hashes,
  /** Of `.inputs/records.json` in the archive: accepted records by table and month, but for protected tables. */
  records: hash,
  /** Of the SQL of each fact, those included that only other facts read; the archive keeps their text below `.inputs/facts/`. */
  facts: hashes,
  /** Of the definition of each metric: what `/api/metrics.json` and its page say of it. */
  metrics: hashes,
  /** Of the bytes of each cube, by path in the store. */
  cubes: hashes,
});

/** `manifest.json` of a snapshot: what it is made from, and what it is. */
export const snapshotManifest = z.strictObject({
  /** Of this format; a program that does not know it refuses the snapshot. */
  format: z.literal(1),
  content: snapshotContent,
  /** First 16 digits of the hash of its content, which covers the log before it. It stands on every page. */
  seal: z.string().regex(/^[0-9a-f]{16}$/),
  pages: z.strictObject({
    /** Of the packed pages. */
    archive: hash,
    /** The snapshot whose pages, unpacked, are the dictionary of the archive; null for one that stands alone. */
    base: z.string().nullable(),
    /** How many pages and downloads it holds. */
    files: z.int(),
  }),
  /** Of the list of the files in the shared store that its pages reach (`store-sha256.txt`). */
  store: hash,
});

/** A line of `snapshots/log.jsonl`. */
export const logLine = z.strictObject({
  /** `2026Q3/v1` */
  snapshot: z.string(),
  day: z.iso.date(),
  /** Hash of the line before, without its end; null for the first. */
  previous: hash.nullable(),
  /** Hash of `manifest.json`. */
  manifest: hash,
});

export type SnapshotContent = z.infer<typeof snapshotContent>;
export type SnapshotManifest = z.infer<typeof snapshotManifest>;
export type LogLine = z.infer<typeof logLine>;
