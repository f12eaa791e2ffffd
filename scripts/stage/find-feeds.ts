import type { Table } from "../../src/core/contract.ts";
import { findReferences } from "../read/files.ts";
import { loadSources, type Source } from "../sources/sources.ts";
import type { Feed, FoundFeed } from "./feed.ts";
import { filesOldestFirst } from "./file-order.ts";
import { checkStructure } from "./structure.ts";

/** The tables that have files, in the given order, and how these are written. Throws one DataError with all that is wrong with their structure. */
export async function findFeeds(dataDir: string, contracts: readonly Table[]): Promise<Feed[]> {
  const { exports, defaults } = await loadSources(dataDir, contracts);
  const references = await findReferences(dataDir, contracts);
  const feeds: FoundFeed[] = [];
  for (const table of contracts) {
    const reference = references.get(table.id);
    const source = reference === undefined ? exports.get(table.id) : referenceSource(reference, defaults.missing);
    if (source) feeds.push({ table, source, files: await filesOldestFirst(dataDir, source, table.id) });
  }
  return checkStructure(dataDir, feeds);
}

/** Reference tables are hand-kept, so that not one record may fail. */
const referenceSource = (files: string[], missing: string[]): Source => ({
  files,
  system: { zh: "参照", en: "reference" },
  rhythm: "quarterly",
  encoding: "auto",
  delimiter: "auto",
  fill_merged: false,
  columns: {},
  ignore: [],
  values: {},
  decimal: ".",
  scale: {},
  dates: {},
  missing,
  max_rejected: 0,
});
