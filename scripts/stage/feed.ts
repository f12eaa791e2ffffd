import { resolve } from "node:path";
import type { Table } from "../../src/core/contract.ts";
import { DataError } from "../../src/core/errors.ts";
import type { Layout } from "../read/layout.ts";
import type { Source } from "../sources/sources.ts";
import type { SheetPlace } from "./sheet-place.ts";

/** A table and what feeds it. */
export interface Feed {
  table: Table;
  /** What `sources.yaml` says of the files; more than one where several systems, or several forms of files, feed the table. */
  sources: readonly Source[];
  /** Files, or sheets of them, in the order in which they are read: the newest last. */
  parts: readonly FeedPart[];
  /** Files that are left aside, since one of the others is the same. */
  copies: readonly Copy[];
}

/** A file that is the same, byte for byte, as another of its table, as a second download is; it is not read. */
export interface Copy {
  file: string;
  of: string;
}

/** A file of a source, which is its place in the feed. */
export interface SourceFile {
  /** Relative to the data folder. */
  file: string;
  source: number;
}

/** A feed whose files nobody has looked at yet. */
export type FoundFeed = Pick<Feed, "table" | "sources"> & { files: readonly SourceFile[] };

/** A file, or one of several sheets of it, how it is written, and where the columns of the contract stand in it. */
export interface FeedPart extends SourceFile {
  /** What messages call it: the file, with the sheet where the table takes several of it. */
  name: string;
  layout: Layout;
  /** Contract column → its place in the header, from 0. A column that the file lacks is left out. */
  places: ReadonlyMap<string, number>;
  /** Null where the file is no workbook. */
  sheet: SheetPlace | null;
}

/** The part at a place of a feed. */
export const partAt = ({ parts }: Pick<Feed, "parts">, place: number): FeedPart => parts[place] as FeedPart;

/** What `sources.yaml` says of the part at a place of a feed. */
export const sourceAt = ({ sources, parts }: Pick<Feed, "sources" | "parts">, place: number): Source =>
  sources[partAt({ parts }, place).source] as Source;

/** The files of a feed, each once. */
export const filesOf = ({ parts }: Pick<Feed, "parts">): string[] => [...new Set(parts.map(({ file }) => file))];

/** Does something with a file of a data folder. What it throws as a DataError names the file as `sources.yaml` does. */
export async function withFile<T>(dataDir: string, file: string, work: (path: string) => Promise<T>): Promise<T> {
  const path = resolve(dataDir, file);
  try {
    return await work(path);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const issues = error.issues.map((issue) => ({ ...issue, file: issue.file === path ? file : issue.file }));
    throw new DataError(error.summary.replaceAll(path, file), issues);
  }
}
