import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Table } from "../../src/core/contract.ts";
import { findFiles } from "../read/files.ts";
import { loadSources } from "../sources/sources.ts";

/** What `sources.yaml` says already. */
export interface KnownFiles {
  /** Tables that have a source. */
  tables: ReadonlySet<string>;
  /** Paths of the files of all sources. */
  paths: ReadonlySet<string>;
}

/** The files and tables of a `sources.yaml`, none where there is no such file. Throws where it cannot be used. */
export async function knownFiles(dataDir: string, tables: readonly Table[]): Promise<KnownFiles> {
  if (!existsSync(join(dataDir, "sources.yaml"))) return { tables: new Set(), paths: new Set() };
  const { exports } = await loadSources(dataDir, tables);
  const files = await Promise.all([...exports].map(([id, source]) => findFiles(dataDir, source, id)));
  return { tables: new Set(exports.keys()), paths: new Set(files.flat().map((file) => resolve(dataDir, file))) };
}
