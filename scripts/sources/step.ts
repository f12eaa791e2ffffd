import type { z } from "zod";
import { DataError, type Issue, listed, nearest } from "../../src/core/errors.ts";
import type { Entry } from "../read/entry.ts";
import { plainName } from "../read/header-row.ts";
import type { WordCounts } from "./word-counts.ts";

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
  /** The sheet of a workbook; null where the file is none. */
  sheet: string | null;
  /** What stands in the rows above the header. */
  titles: readonly string[];
  /** Says what is wrong with the file. */
  complain: (issue: Issue) => void;
  /** The place of a header, which then counts as used; -1 where the file lacks it, which is said once all steps are prepared. */
  placeOf: (name: string) => number;
  /** Takes what stands where a step looks for words. */
  sought: WordCounts;
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

/** Headers that a message names. */
const SHOWN = 12;

/** A header that `sources.yaml` names and a file lacks, with the nearest one that is there. */
export function lackingHeader(file: string, header: readonly string[], name: string): Issue {
  const near = nearest(plainName(name), header);
  const shown = listed([...new Set(header)].filter(Boolean), SHOWN);
  return {
    ...{ file, column: name, found: { zh: "没有这一列", en: "no such header" } },
    expected: {
      zh: `sources.yaml 中写的列名${near ? `（是不是 ${near}？）` : `；文件中有 ${shown}`}`,
      en: `the header that sources.yaml names${near ? `; did you mean ${near}?` : `; the file has ${shown}`}`,
    },
  };
}

/** The place of a header. Throws a DataError, with the nearest one, when the file lacks it. */
export function placeOfHeader(file: string, header: readonly string[], name: string): number {
  const at = header.indexOf(plainName(name));
  if (at !== -1) return at;
  throw new DataError(`缺少表头 · ${file} lacks a header`, [lackingHeader(file, header, name)]);
}
