import type { Entry } from "../read/entry.ts";
import type { WordCounts } from "./word-counts.ts";

/** A file of a table as its steps left it. */
export interface ShapedFile {
  /** As `sources.yaml` names it. */
  file: string;
  header: readonly string[];
}

/** What became of the records of a file once all files of its table were looked at together. */
export interface GatheredFile {
  /** Those that did not become part of another. */
  entries: readonly Entry[];
  /** How many are part of a record that stands elsewhere. */
  merged: number;
}

/** A file with its records. */
export interface FilledFile extends ShapedFile {
  entries: readonly Entry[];
  /** Takes what stands where words are looked for. */
  sought: WordCounts;
}

/** What all files of a table became together: one header, and the records of each file, in their order. */
export interface Gathered {
  header: readonly string[];
  files: readonly GatheredFile[];
}

/** Makes the records of a table out of all its files. */
export interface Gather {
  /** The headers of what it makes. Throws a DataError when it asks for what the files do not have. */
  headerOf: (files: readonly ShapedFile[]) => Promise<readonly string[]>;
  gather: (files: readonly FilledFile[]) => Promise<Gathered>;
}
