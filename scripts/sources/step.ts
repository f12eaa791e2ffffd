import type { z } from "zod";
import { DataError, orNearest } from "../../src/core/errors.ts";
import type { Entry } from "../read/entry.ts";
import { plainName } from "../read/header-row.ts";

/** What a step makes of the records of one file. */
export interface Stepped {
  /** The headers after it. */
  header: readonly string[];
  /** What becomes of a sound record: the records that take its place. */
  take: (entry: Entry) => readonly Entry[];
}

/** A file as a step finds it. */
export interface Place {
  /** As `sources.yaml` names it. */
  file: string;
  header: readonly string[];
  /** The place of a header, which then counts as used. Throws a DataError, with the nearest one, when the file lacks it. */
  placeOf: (name: string) => number;
}

/** What a step knows besides its own setting. */
export interface StepContext {
  dataDir: string;
  /** Words that mean missing in the table. */
  missing: readonly string[];
}

/** A step that `sources.yaml` may ask for, between a file and the contract of its table. */
export interface Step<S> {
  setting: z.ZodType<S>;
  /** Reads what it needs besides the export, once for a table; gives what it does with a file. */
  prepare: (setting: S, context: StepContext) => Promise<(place: Place) => Stepped>;
}

/** A step that needs nothing but the export. */
export const defineStep = <S>(setting: z.ZodType<S>, apply: (setting: S, place: Place) => Stepped): Step<S> => ({
  setting,
  prepare: async (given) => (place) => apply(given, place),
});

/** The same record, some of it changed. */
export const changed = (entry: Entry, change: Partial<Entry>): Entry => ({ ...entry, text: () => entry.text(), ...change });

/** The place of a header. Throws a DataError, with the nearest one, when the file lacks it. */
export function placeOfHeader(file: string, header: readonly string[], name: string): number {
  const at = header.indexOf(plainName(name));
  if (at !== -1) return at;
  const expected = `the header that sources.yaml names${orNearest(name, header)}`;
  throw new DataError(`${file} lacks a header`, [{ file, column: name, found: "no such header", expected }]);
}
