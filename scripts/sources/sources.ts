import { join } from "node:path";
import { z } from "zod";
import type { Table } from "../../src/core/contract.ts";
import { faultsOf, unusable } from "../tools/checked.ts";
import { parseYaml, readYaml, type Yaml } from "../tools/yaml.ts";
import { type Defaults, defaultsSchema, exportSchema, type Given, type Shared } from "./export-settings.ts";
import { faultsOfNames } from "./faults-of-names.ts";

/** All that may be said of an export. */
export const SETTINGS: readonly string[] = Object.keys(exportSchema.shape);

const sourcesSchema = z.strictObject({
  defaults: defaultsSchema.prefault({}),
  exports: z.record(z.string(), exportSchema),
});

/** How one table is exported, with the defaults filled in. */
export type Source = Given & Shared;

export interface Sources {
  defaults: Defaults;
  /** By id of the table. */
  exports: ReadonlyMap<string, Source>;
}

/** Reads `sources.yaml` of a data folder. Throws one DataError with all that it does not know, naming the nearest that it does. */
export const loadSources = (dataDir: string, tables: readonly Table[]): Sources =>
  sourcesOf(readYaml(join(dataDir, "sources.yaml")), tables);

/** The text of a `sources.yaml`; `path` is what errors call it. */
export const parseSources = (text: string, tables: readonly Table[], path = "sources.yaml"): Sources =>
  sourcesOf(parseYaml(text, path), tables);

function sourcesOf(yaml: Yaml, tables: readonly Table[]): Sources {
  const { data, error } = sourcesSchema.safeParse(yaml.value);
  const sound = data ?? soundIn(yaml);
  const faults = [...(error ? faultsOf(error, sourcesSchema, yaml) : []), ...faultsOfNames(sound, tables, yaml)];
  if (!data || faults.length > 0) throw unusable(yaml.file, faults);
  const filled = Object.entries(data.exports).map(([id, given]) => [id, { ...data.defaults, ...given } as Source] as const);
  return { defaults: data.defaults, exports: new Map(filled) };
}

/** The settings that are of the right form, also while others are not. */
function soundIn({ value }: Yaml): { defaults: object; exports: Record<string, Given> } {
  const some = z.record(z.string(), z.unknown()).catch({});
  const { defaults, exports } = z.object({ defaults: some, exports: some }).catch({ defaults: {}, exports: {} }).parse(value);
  const sound = Object.entries(exports).flatMap(([id, given]) => {
    const { data } = exportSchema.safeParse(given);
    return data ? [[id, data] as const] : [];
  });
  return { defaults, exports: Object.fromEntries(sound) };
}
