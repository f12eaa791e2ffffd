import { join } from "node:path";
import { z } from "zod";
import type { Table } from "../../src/core/contract.ts";
import { faultsOf, unusable } from "../tools/checked.ts";
import { parseYaml, readYaml, type Yaml } from "../tools/yaml.ts";
import { type EntryPlace, entryPlace } from "./entry-place.ts";
import { type Defaults, defaultsSchema, exportSchema, type Given, type Shared } from "./export-settings.ts";
import { type Entry, faultsOfNames } from "./faults-of-names.ts";
import { soundOf } from "./sound-of.ts";

/** All that may be said of an export. */
export const SETTINGS: readonly string[] = Object.keys(exportSchema.shape);

const sourcesSchema = z.strictObject({
  defaults: defaultsSchema.prefault({}),
  /** By id of the table: one entry, or one for each system or form that feeds it. */
  exports: z.record(z.string(), z.union([exportSchema.transform((given) => [given]), z.array(exportSchema).min(1)])),
});

/** How one system, or one form of files, feeds a table, with the defaults filled in. */
export type Source = Given & Shared & { place: EntryPlace };

export interface Sources {
  defaults: Defaults;
  /** By id of the table; of several sources the newest last. */
  exports: ReadonlyMap<string, readonly Source[]>;
}

/** Reads `sources.yaml` of a data folder. Throws one DataError with all that it does not know, naming the nearest that it does. */
export const loadSources = (dataDir: string, tables: readonly Table[]): Sources =>
  sourcesOf(readYaml(join(dataDir, "sources.yaml")), tables);

/** The text of a `sources.yaml`; `path` is what errors call it. */
export const parseSources = (text: string, tables: readonly Table[], path = "sources.yaml"): Sources =>
  sourcesOf(parseYaml(text, path), tables);

function sourcesOf(yaml: Yaml, tables: readonly Table[]): Sources {
  const { data, error } = sourcesSchema.safeParse(yaml.value);
  const sound = soundIn(yaml);
  const faults = [...(error ? faultsOf(error, sourcesSchema) : []), ...faultsOfNames(sound, tables)];
  if (!data || faults.length > 0) throw unusable(faults, yaml);
  const filled = sound.entries.map(({ id, path, given }): [string, Source] => [
    id,
    { ...data.defaults, ...given, place: entryPlace(path, yaml) } as Source,
  ]);
  const byTable = [...Map.groupBy(filled, ([id]) => id)].map(([id, own]) => [id, own.map(([, source]) => source)] as const);
  return { defaults: data.defaults, exports: new Map(byTable) };
}

/** The settings that are of the right form, also while others are not. */
function soundIn({ value }: Yaml): { defaults: object; entries: Entry[] } {
  const some = z.record(z.string(), z.unknown()).catch({});
  const { defaults, exports } = z.object({ defaults: some, exports: some }).catch({ defaults: {}, exports: {} }).parse(value);
  const all = Object.entries(exports).flatMap(([id, said]) =>
    Array.isArray(said)
      ? said.map((given: unknown, at) => ({ id, path: ["exports", id, at], given }))
      : [{ id, path: ["exports", id], given: said }],
  );
  const entries = all.flatMap(({ given, ...place }) => {
    const sound = soundOf(given);
    return sound ? [{ ...place, given: sound }] : [];
  });
  return { defaults, entries };
}
