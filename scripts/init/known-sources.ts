import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Table } from "../../src/core/contract.ts";
import { findFiles, layoutOf } from "../read/files.ts";
import { literal } from "../read/literal.ts";
import { loadSources, type Source } from "../sources/sources.ts";
import { withoutDays } from "./day-headers.ts";

/** A source that `sources.yaml` has already. */
export interface KnownSource {
  table: Table;
  source: Source;
  /** Paths of its files. */
  paths: readonly string[];
  /** The header of the first of them. */
  header: readonly string[];
}

/** The sources of a `sources.yaml`, by table; none where there is no such file. Throws where it cannot be used. */
export async function knownSources(dataDir: string, tables: readonly Table[]): Promise<Map<string, KnownSource>> {
  const known = new Map<string, KnownSource>();
  if (!existsSync(join(dataDir, "sources.yaml"))) return known;
  const { exports } = loadSources(dataDir, tables);
  for (const table of tables) {
    const source = exports.get(table.id);
    if (!source) continue;
    const paths = (await findFiles(dataDir, source, `exports.${table.id}.files`)).map((file) => resolve(dataDir, file));
    const layout = await layoutOf(paths[0] as string, source);
    known.set(table.id, { table, source, paths, header: layout?.header.names ?? [] });
  }
  return known;
}

/** Whether a `sources.yaml` names a file in an entry that is commented out: it is known, and waits to be mended. */
export function isCommentedOut(dataDir: string, name: string): boolean {
  const file = join(dataDir, "sources.yaml");
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const named = new RegExp(`^  #   .*[\\s"'[]${literal(name)}(?:$|["',\\s\\]])`);
  return lines.some((line) => named.test(line));
}

/** Whether a file with a header is one more of a source: it has all that the first of its files has, but for days across. */
export const isOneMore = ({ header }: KnownSource, names: readonly string[]): boolean =>
  header.length > 0 && withoutDays(header).every((name) => names.includes(name));
