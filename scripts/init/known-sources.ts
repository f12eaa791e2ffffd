import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Table } from "../../src/core/contract.ts";
import { findFiles, layoutsOf } from "../read/files.ts";
import { literal } from "../read/literal.ts";
import { placeIn } from "../sources/entry-place.ts";
import { loadSources, type Source } from "../sources/sources.ts";
import { withoutDays } from "./day-headers.ts";

/** A source that `sources.yaml` has already. */
export interface KnownSource {
  table: Table;
  source: Source;
  /** Where `sources.yaml` has it. */
  at: readonly (string | number)[];
  /** Paths of its files. */
  paths: readonly string[];
  /** The header of the first of them. */
  header: readonly string[];
}

/** The sources of a `sources.yaml`; none where there is no such file. Throws where it cannot be used. */
export async function knownSources(dataDir: string, tables: readonly Table[]): Promise<KnownSource[]> {
  if (!existsSync(join(dataDir, "sources.yaml"))) return [];
  const known: KnownSource[] = [];
  const { exports } = loadSources(dataDir, tables);
  for (const table of tables) {
    for (const source of exports.get(table.id) ?? []) {
      const paths = (await findFiles(dataDir, source, placeIn(source.place, "files"))).map((file) => resolve(dataDir, file));
      const [layout] = await layoutsOf(paths[0] as string, source);
      known.push({ table, source, paths, at: source.place.path, header: layout?.header.names ?? [] });
    }
  }
  return known;
}

/** Whether a `sources.yaml` names a file in an entry that is commented out: it is known, and waits to be mended. */
export function isCommentedOut(dataDir: string, name: string): boolean {
  const file = join(dataDir, "sources.yaml");
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  // what an entry says stands further in than a remark, or behind the dash of a source
  const named = new RegExp(`^\\s*#(?: {2,}(?:[^#\\s].*)?| - files: (?:.*))(?<=[\\s"'[])${literal(name)}(?:$|["',\\s\\]])`);
  return lines.some((line) => named.test(line));
}

/** Whether a file with a header is one more of a source: it has all that the first of its files has, but for days across. */
export const isOneMore = ({ header }: KnownSource, names: readonly string[]): boolean =>
  header.length > 0 && withoutDays(header).every((name) => names.includes(name));
