import { resolve } from "node:path";
import type { Table } from "../../src/core/contract.ts";
import { DataError } from "../../src/core/errors.ts";
import type { Layout } from "../read/layout.ts";
import type { Source } from "../sources/sources.ts";
import type { Copy } from "./copies.ts";
import type { SheetPlace } from "./sheet-place.ts";

/** A table and the files that feed it. */
export interface Feed {
  table: Table;
  source: Source;
  /** Relative to the data folder, the newest last. */
  files: readonly string[];
  /** Files that are left aside, since one of the others is the same. */
  copies: readonly Copy[];
  /** How each of the files is written. */
  layouts: readonly FeedLayout[];
}

/** A feed whose files nobody has looked at yet. */
export type FoundFeed = Omit<Feed, "copies" | "layouts">;

/** How a file is written, and where the columns of the contract stand in it. */
export interface FeedLayout {
  layout: Layout;
  /** Contract column → its place in the header, from 0. A column that the file lacks is left out. */
  places: ReadonlyMap<string, number>;
  /** Null where the file is no workbook. */
  sheet: SheetPlace | null;
}

/** The file at a place of a feed, and how it is written. */
export const fileAt = ({ files, layouts }: Feed, place: number): FeedLayout & { file: string } => ({
  file: files[place] as string,
  ...(layouts[place] as FeedLayout),
});

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
