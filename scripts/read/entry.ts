import type { Reason } from "../../src/core/reason.ts";
import type { Fingerprint } from "./fingerprint.ts";

/** Why a record could not be taken apart. */
export interface Fault {
  found: string;
  reason: Reason;
}

/** A word that a lookup did not find in another file. */
export interface Unfound {
  found: string;
  /** Header in which it stands. */
  header: string;
  /** Headers that are blank for it. */
  blank: readonly string[];
  reason: Extract<Reason, { code: "looked-up" }>;
}

/** A record as it was read, before its values mean anything. */
export interface Entry {
  /** Physical line on which it starts, from 1; in Parquet the number of the row, from 1. */
  line: number;
  /** A value per column of the header; null is a missing value that the format itself knows. Empty when there is a fault. */
  fields: readonly (string | null)[];
  fault: Fault | null;
  /** Why it does not count, where `sources.yaml` says so: the row is no record, or the record is left out. */
  aside?: "row" | "record";
  /** What was looked for in other files, and is not there. */
  unfound?: readonly Unfound[];
  /** The record as it was written. */
  text: () => string;
}

/** A file that is being read. */
export interface Reading {
  header: readonly string[];
  /** Headers of the columns that are dates by their own type; their values are written in ISO form. */
  moments: ReadonlySet<string>;
  /** Headers of the columns that are binary fractions by their own type, each with the largest of the whole numbers that it distinguishes. */
  fractions: ReadonlyMap<string, number>;
  /** How much of the file is read, 0 to 1. */
  share: () => number;
  /** Of the bytes that were read; of the whole file once all records are. */
  fingerprint: () => Fingerprint;
  /** The records below the header, some at a time. */
  batches: AsyncGenerator<Entry[], void, undefined>;
}

/** The entries of a header's rows, and all that follow. */
export async function withoutHeader(all: AsyncGenerator<Entry[], void, undefined>, rows: number) {
  const early: Entry[] = [];
  while (early.length < rows) {
    const { value, done } = await all.next();
    if (done) break;
    early.push(...value);
  }
  async function* batches(): AsyncGenerator<Entry[], void, undefined> {
    yield early.slice(rows);
    yield* all;
  }
  return { header: early.slice(0, rows), batches: batches() };
}

/** Whether a record says anything at all; blanks do not. */
export const hasValue = (fields: Entry["fields"]): boolean => fields.some((field) => field !== null && /\S/.test(field));
