import { join } from "node:path";
import { z } from "zod";
import type { Table } from "../../src/core/contract.ts";
import { faultsOf, unusable } from "../tools/checked.ts";
import { parseYaml, readYaml, type Yaml } from "../tools/yaml.ts";
import { exportSchema, type Given, share } from "./export-settings.ts";
import { faultsOfNames } from "./faults-of-names.ts";

/** All that may be said of an export. */
export const SETTINGS: readonly string[] = Object.keys(exportSchema.shape);

const DEFAULTS = { missing: ["", "-", "N/A", "NULL", "无"], max_rejected: 0.01 };

const sourcesSchema = z.strictObject({
  defaults: z
    .strictObject({ missing: z.array(z.string()).default(DEFAULTS.missing), max_rejected: share.default(DEFAULTS.max_rejected) })
    .default(DEFAULTS),
  exports: z.record(z.string(), exportSchema),
});

/** How one table is exported, with the defaults filled in. */
export type Source = Given & { missing: string[]; max_rejected: number };

export interface Sources {
  defaults: typeof DEFAULTS;
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
  const faults = [...(error ? faultsOf(error, sourcesSchema, yaml) : []), ...faultsOfNames(soundExports(data, yaml), tables, yaml)];
  if (!data || faults.length > 0) throw unusable(yaml.file, faults);
  const { defaults, exports } = data;
  const filled = Object.entries(exports).map(([id, source]): [string, Source] => [
    id,
    { ...source, missing: source.missing ?? defaults.missing, max_rejected: source.max_rejected ?? defaults.max_rejected },
  ]);
  return { defaults, exports: new Map(filled) };
}

/** The exports whose settings are of the right form, also while others are not. */
function soundExports(data: z.infer<typeof sourcesSchema> | undefined, { value }: Yaml): [string, Given][] {
  if (data) return Object.entries(data.exports);
  const { data: some } = z.object({ exports: z.record(z.string(), z.unknown()) }).safeParse(value);
  return Object.entries(some?.exports ?? {}).flatMap(([id, given]) => {
    const { data: export_ } = exportSchema.safeParse(given);
    return export_ ? [[id, export_]] : [];
  });
}
