import { type Table, tableFromIPC } from "@uwdata/flechette";
import { unknownName } from "../core/errors.ts";
import type { FactInfo, Manifest } from "../data/manifest.ts";

/** The cells that a page has loaded, by fact. */
export interface Cubes {
  manifest: Manifest;
  /** Facts that exist; a fact whose exports are missing does not. */
  fact(id: string): FactInfo | undefined;
  /** month × dimensions, one column per additive component. Throws when it is not loaded. */
  cells(fact: string): Table;
  /** month × dimensions × value: how often each value of a column occurs. Throws when it is not loaded. */
  counts(fact: string, column: string): Table;
}

/** Name of the file with a fact's cells, or with the counts of one of its columns. */
export const cubeFile = (fact: string, column?: string): string => `${fact}${column ? `.${column}` : ""}.arrow`;

/** Cubes from the bytes of their files; each is decoded when it is first asked for. */
export function openCubes(manifest: Manifest, read: (file: string) => Uint8Array): Cubes {
  const infos = new Map(manifest.facts.map((info) => [info.id, info]));
  const opened = new Map<string, Table>();
  const open = (fact: string, column?: string) => {
    if (!infos.has(fact)) throw unknownName("fact", fact, infos.keys());
    const file = cubeFile(fact, column);
    const table = opened.get(file) ?? tableFromIPC(read(file));
    opened.set(file, table);
    return table;
  };
  return { manifest, fact: (id) => infos.get(id), cells: (fact) => open(fact), counts: open };
}
