import type { Entry } from "../read/entry.ts";

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

/** Makes the records of a table out of all its files. */
export interface Gather {
  /** The headers of what it makes. Throws a DataError when it asks for what the files do not have. */
  headerOf: (files: readonly ShapedFile[]) => Promise<readonly string[]>;
  /** The records of every file, in their order. */
  gather: (files: readonly (ShapedFile & { entries: readonly Entry[] })[]) => Promise<readonly GatheredFile[]>;
}
