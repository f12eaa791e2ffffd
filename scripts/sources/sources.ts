import { join } from "node:path";
import { z } from "zod";
import type { ColumnKind } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import { unknownName } from "../../src/core/errors.ts";
import { RHYTHMS } from "../../src/core/rhythms.ts";
import { text } from "../../src/data/text.ts";
import { isDateForm } from "../read/date-forms.ts";
import { fileSettings } from "../read/files.ts";
import { tableFile } from "../read/table-file.ts";
import { parseYaml, readYaml } from "../tools/yaml.ts";
import { describeZodError } from "../tools/zod-errors.ts";
import { gatherSettings } from "./gathering.ts";
import { checkRepeats, orderHeader, repeatSettings } from "./repeats.ts";
import { scalar } from "./scalar.ts";
import { stepSettings } from "./steps.ts";

/** What means missing where nothing else is said. */
export const MISSING: readonly string[] = ["", "-", "N/A", "NULL", "无"];

const share = z.number().min(0).max(1);
const dateForm = z.string().refine(isDateForm, 'a date form such as "YYYY-MM-DD", "YYYY年M月D日", "DD/MM/YY h:mm A", "excel" or "epoch"');

const exportSchema = z.strictObject({
  /** Paths or globs, relative to the data folder. */
  files: z.union([z.string(), z.array(z.string()).min(1)]).transform((files) => [files].flat()),
  /** The system it comes from, as readers know it: one name, or one in each language. */
  system: z.union([
    z
      .string()
      .min(1)
      .transform((name) => ({ zh: name, en: name })),
    text,
  ]),
  /** How often it is exported again. */
  rhythm: z.enum(RHYTHMS),
  ...fileSettings,
  /** Contract column → the header of the export; a column that is left out has the same name. */
  columns: z.record(z.string(), z.string()).default({}),
  /** Headers that are not used on purpose, or all the `rest`. */
  ignore: z.union([z.literal("rest"), z.array(z.string())]).default([]),
  /** Contract column → value in the export → value in the contract. */
  values: z.record(z.string(), z.record(z.string(), scalar)).default({}),
  /** Of CSV files: what separates whole numbers from their fraction; thousands are grouped by the other one. */
  decimal: z.enum([".", ","]).default("."),
  /** Contract column → what its numbers are to be multiplied by, such as 10000 where the export has ten thousands of yuan. */
  scale: z.record(z.string(), z.number().positive()).default({}),
  /** Contract column, or the header that `keep` names → the forms in which its dates are written. */
  dates: z.record(z.string(), z.array(dateForm).min(1)).default({}),
  /** What means missing, besides an empty cell. */
  missing: z.array(z.string()).default([...MISSING]),
  /** Share of the records that may be rejected, 0 to 1. */
  max_rejected: share.default(0.01),
  ...repeatSettings,
  ...stepSettings,
  ...gatherSettings,
});

/** All that may be said of an export. */
export const SETTINGS: readonly string[] = Object.keys(exportSchema.shape);

/** What holds for every export that does not say otherwise. */
const defaultsSchema = exportSchema
  .pick({ ignore: true, missing: true, max_rejected: true })
  .extend({ rhythm: exportSchema.shape.rhythm.optional() });

const outlineSchema = z.strictObject({
  defaults: defaultsSchema.prefault({}),
  exports: z.record(z.string(), z.looseObject({})),
});

const sourcesSchema = z.strictObject({ exports: z.record(z.string(), exportSchema) });

/** How one table is exported, with the defaults filled in. */
export type Source = z.infer<typeof exportSchema>;

export interface Sources {
  defaults: z.infer<typeof defaultsSchema>;
  /** By id of the table. */
  exports: ReadonlyMap<string, Source>;
}

/** Reads `sources.yaml` of a data folder. Throws on anything it does not know, naming the nearest that it does. */
export async function loadSources(dataDir: string, tables: readonly Table[]): Promise<Sources> {
  const path = join(dataDir, "sources.yaml");
  return sourcesOf(readYaml(path), tables, path);
}

/** The text of a `sources.yaml`; `path` is what errors call it. */
export const parseSources = (text: string, tables: readonly Table[], path = "sources.yaml"): Sources =>
  sourcesOf(parseYaml(text, path), tables, path);

function sourcesOf(content: unknown, tables: readonly Table[], path: string): Sources {
  const { defaults, exports: given } = parsed(outlineSchema, content, path);
  const filled = Object.entries(given).map(([id, source]) => [id, { ...defaults, ...source }]);
  const { exports } = parsed(sourcesSchema, { exports: Object.fromEntries(filled) }, path);
  const byId = new Map(tables.map((table) => [table.id, table]));
  for (const [id, source] of Object.entries(exports)) checkNames(id, source, byId, path);
  return { defaults, exports: new Map(Object.entries(exports)) };
}

function parsed<T>(schema: z.ZodType<T>, content: unknown, path: string): T {
  const { data, error } = schema.safeParse(content);
  if (error) throw describeZodError(error, schema, content, path);
  return data as T;
}

function checkNames(id: string, source: Source, tables: ReadonlyMap<string, Table>, path: string): void {
  const table = tables.get(id);
  const exportable = [...tables.values()].filter(({ isReference }) => !isReference).map((each) => each.id);
  if (!table) throw unknownName("table", id, exportable, path);
  if (table.isReference) throw new Error(`${path}: ${id} is a reference table; it is read from reference/${tableFile(table)}`);
  const names = Object.keys(table.columns);
  const { [orderHeader(table, source.keep) ?? ""]: _, ...dates } = source.dates;
  for (const [key, mapped] of Object.entries({
    columns: source.columns,
    values: source.values,
    dates,
    scale: source.scale,
  })) {
    const wrong = Object.keys(mapped).find((name) => !names.includes(name));
    if (wrong !== undefined) throw unknownName(`column in exports.${id}.${key} of ${path}`, wrong, names, id);
  }
  if (source.events && source.sql !== undefined) throw new Error(`${path}: exports.${id} has events and sql; say one of the two`);
  if (source.with && source.sql === undefined)
    throw new Error(`${path}: exports.${id}.with is for the tables of exports.${id}.sql, which is not there`);
  checkValues(table, { ...source, dates }, path);
  checkRepeats(table, source, path);
}

function checkValues(table: Table, { values, dates, scale }: Source, path: string): void {
  for (const [name, mapped] of Object.entries(values)) {
    const choices = table.columns[name]?.values;
    const wrong = choices && Object.values(mapped).find((value) => value !== "" && !Object.hasOwn(choices, value));
    if (wrong !== undefined)
      throw unknownName(`value in exports.${table.id}.values.${name} of ${path}`, wrong, Object.keys(choices ?? {}), name);
  }
  checkKinds(table, dates, { key: `date column in exports.${table.id}.dates of ${path}`, kinds: ["date", "timestamp", "quarter"] });
  checkKinds(table, scale, { key: `number in exports.${table.id}.scale of ${path}`, kinds: ["number", "amount", "integer"] });
}

/** Throws when a setting is of a column of another kind. */
function checkKinds({ id, columns }: Table, given: object, { key, kinds }: { key: string; kinds: readonly ColumnKind[] }): void {
  const able = Object.keys(columns).filter((name) => kinds.includes(columns[name]?.kind as ColumnKind));
  const wrong = Object.keys(given).find((name) => !able.includes(name));
  if (wrong !== undefined) throw unknownName(key, wrong, able, id);
}
