import type { Table } from "../../src/core/contract.ts";
import { type DataError, orFaults, together } from "../../src/core/errors.ts";
import { findReferences } from "../read/files.ts";
import { loadSources, type Source } from "../sources/sources.ts";
import type { Feed, FoundFeed, SourceFile } from "./feed.ts";
import { filesOldestFirst } from "./file-order.ts";
import { checkStructure } from "./structure.ts";

/** Of the wanted tables, by default all, those that have files, in the given order, and how these are written. Throws one DataError with all that is wrong with their structure. */
export async function findFeeds(
  dataDir: string,
  contracts: readonly Table[],
  isWanted: (table: Table) => boolean = () => true,
): Promise<Feed[]> {
  const { exports, defaults } = loadSources(dataDir, contracts);
  const faults: DataError[] = [];
  const references = (await orFaults(faults, () => findReferences(dataDir, contracts))) ?? new Map<string, string[]>();
  const feeds: FoundFeed[] = [];
  for (const table of contracts.filter(isWanted)) {
    const reference = references.get(table.id);
    const sources = reference === undefined ? (exports.get(table.id) ?? []) : [referenceSource(reference, defaults.missing)];
    const files: SourceFile[] = [];
    for (const [place, source] of sources.entries()) {
      const found = await orFaults(faults, () => filesOldestFirst(dataDir, source));
      files.push(...(found ?? []).map((file) => ({ file, source: place })));
    }
    if (files.length > 0) feeds.push({ table, sources, files });
  }
  const checked = await orFaults(faults, () => checkStructure(dataDir, feeds));
  if (checked === null || faults.length > 0) throw together(faults);
  return checked;
}

/** Reference tables are hand-kept, so that not one record may fail. */
const referenceSource = (files: string[], missing: string[]): Source => ({
  place: { name: "reference", path: [], line: undefined, lines: {} },
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
