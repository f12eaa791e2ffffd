import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { tableToIPC } from "@uwdata/flechette";
import { parse } from "yaml";
import { type Month, parseMonth, periodsBetween } from "../src/core/periods.ts";
import { type SiteConfig, siteConfig } from "../src/core/site-config.ts";
import { cubeFile, openCubes } from "../src/cube/cubes.ts";
import type { Manifest } from "../src/cube/manifest.ts";
import type { Metric } from "../src/cube/metric.ts";
import type { ExportReport, ExportReports } from "../src/site/exports.ts";
import { type BuiltCube, buildCube } from "./cubes.ts";
import { describeDimensions } from "./dimensions.ts";
import { checkDoubleEntry } from "./double-entry.ts";
import { openDuckDbWasm } from "./engine/duckdb-wasm.ts";
import type { Engine } from "./engine/engine.ts";
import { type Fact, loadFacts } from "./facts.ts";
import { monthsTable } from "./months.ts";
import { createProgress, type Progress } from "./progress.ts";
import { createPools } from "./protect.ts";
import { readReference } from "./reference.ts";
import { loadMetrics, loadTables } from "./registry.ts";
import { type StagedTable, stageAll } from "./stage/stage-all.ts";
import { writeTemplates } from "./templates.ts";

/** `site.yaml` of a data folder. Throws with the path of what is wrong. */
export function readSiteConfig(dataDir: string): SiteConfig {
  const file = join(dataDir, "site.yaml");
  const parsed = siteConfig.safeParse(parse(readFileSync(file, "utf8")));
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ path, message }) => `${file} ${path.join(".")}: ${message}`).join("\n"));
}

/** What a run of the pipeline hands to a test or a benchmark; the engine is still open. */
export interface Built {
  engine: Engine;
  cubes: BuiltCube[];
  manifest: Manifest;
  metrics: Metric[];
  reports: ExportReports;
}

/** First month and last day that the exports tell of. */
export function extentOf(reports: readonly ExportReport[], asOf: string | undefined): { first: number; asOf: string } {
  const froms = reports.flatMap(({ from }) => from ?? []).sort();
  const tos = reports.flatMap(({ to }) => to ?? []).sort();
  const [from, to] = [froms[0], asOf ?? tos.at(-1)];
  if (!from || !to) throw new Error("no export has a record with a date");
  return { first: parseMonth(from), asOf: to };
}

/** Computes every fact whose tables are there, up to the day that the data tell of. */
async function computeFacts(engine: Engine, { tables, asOf }: Staged, facts: readonly Fact[], progress: Progress): Promise<Fact[]> {
  const built: Fact[] = [];
  for (const fact of facts) {
    if (!fact.tables.every((table) => tables.has(table))) continue;
    const sql = `create table facts.${fact.id} as select * from (${fact.sql}) as fact where ${fact.time} <= date '${asOf}'`;
    await progress.step(`fact ${fact.id}`, () => engine.run(sql));
    built.push(fact);
  }
  return built;
}

/** What is known of the tables that the engine holds as staging. */
export interface Staged {
  tables: ReadonlySet<string>;
  site: SiteConfig;
  /** First month that the exports tell of. */
  first: Month;
  /** ISO day up to which they tell. */
  asOf: string;
}

/** What the facts are rolled up to. */
export type RolledUp = Pick<Built, "cubes" | "manifest" | "metrics">;

/** Staging, which the engine holds already → facts → cubes. */
export async function rollUpStaging(engine: Engine, staged: Staged, progress: Progress): Promise<RolledUp> {
  const { tables, site, first, asOf } = staged;
  const [metrics, contracts, facts] = [await loadMetrics(), await loadTables(), loadFacts()];
  await engine.load("staging.months", monthsTable(first, asOf, site.fiscal_year_starts));
  await createPools(engine, site.minimum_group, tables);
  const available = await computeFacts(engine, staged, facts, progress);
  const cubes: BuiltCube[] = [];
  for (const fact of available) cubes.push(await progress.step(`cube ${fact.id}`, () => buildCube(engine, fact, metrics)));
  const infos = cubes.map(({ info }) => info);
  const absent = facts
    .map(({ id, tables: needed }) => ({ id, missing: needed.filter((table) => !tables.has(table)) }))
    .filter((fact) => fact.missing.length > 0);
  const manifest: Manifest = { asOf, facts: infos, absent, dimensions: await describeDimensions(engine, available, infos, contracts) };
  return { cubes, manifest, metrics };
}

/** Exports → staging → facts → cubes, with every check on the way; nothing is written but the rejects. */
export async function computeCubes(
  dataDir: string,
  progress: Progress,
): Promise<Built & { site: SiteConfig; tables: Map<string, StagedTable> }> {
  const site = readSiteConfig(dataDir);
  const staging = stageAll({ dataDir, fiscalStart: site.fiscal_year_starts, progress });
  const [{ tables, missing }, engine] = await Promise.all([staging, openDuckDbWasm()]);
  const exports = [...tables.values()]
    .filter(({ table }) => !table.isReference)
    .flatMap(({ files }) => files.map(({ seconds: _, ...report }) => report));
  await engine.run("create schema staging; create schema facts");
  for (const { table, data } of tables.values()) await progress.step(`load ${table.id}`, () => engine.load(`staging.${table.id}`, data));
  const staged: Staged = { tables: new Set(tables.keys()), site, ...extentOf(exports, site.as_of) };
  return { engine, ...(await rollUpStaging(engine, staged, progress)), reports: { exports, missing }, site, tables };
}

/** The files of the cubes, by name. */
export function cubeFiles(cubes: readonly BuiltCube[]): Map<string, Uint8Array> {
  const bytes = (table: BuiltCube["cells"]) => tableToIPC(table, { format: "file" }) as Uint8Array;
  return new Map(
    cubes.flatMap(({ info, cells, counts }) => [
      [cubeFile(info.id), bytes(cells)] as const,
      ...[...counts].map(([column, table]) => [cubeFile(info.id, column), bytes(table)] as const),
    ]),
  );
}

/** Checks every metric by double entry, over all months at once and quarter by quarter. Gives the files of the cubes. */
export async function checkEveryMetric(
  engine: Engine,
  { cubes, manifest, metrics }: RolledUp,
  site: SiteConfig,
  progress: Progress,
): Promise<Map<string, Uint8Array>> {
  const files = cubeFiles(cubes);
  const opened = openCubes(manifest, (file) => files.get(file) as Uint8Array);
  const [first, last] = [Math.min(...manifest.facts.filter(({ rows }) => rows > 0).map((fact) => fact.first)), parseMonth(manifest.asOf)];
  const periods = [[{ grain: "month" as const, start: first, end: last }], periodsBetween(first, last, "quarter", site.fiscal_year_starts)];
  await progress.step("double entry", () => checkDoubleEntry(engine, opened, metrics, periods));
  return files;
}

export interface BuildDataOptions {
  dataDir: string;
  outDir: string;
  progress: Progress;
}

/** Runs the whole pipeline, checks every metric by double entry, and writes all that the site needs. */
export async function buildData({ dataDir, outDir, progress }: BuildDataOptions): Promise<void> {
  const { engine, reports, site, tables, ...rolledUp } = await computeCubes(dataDir, progress);
  const files = await checkEveryMetric(engine, rolledUp, site, progress);
  const reference = await readReference(engine, tables, rolledUp.metrics);
  await engine.close();
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  for (const [file, bytes] of files) writeFileSync(join(outDir, file), bytes);
  for (const [name, content] of Object.entries({ manifest: rolledUp.manifest, reference, exports: reports, site }))
    writeFileSync(join(outDir, `${name}.json`), `${JSON.stringify(content)}\n`);
  progress.finish([...tables.values()].flatMap(({ files: reported }) => reported));
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { templates: { type: "string" } } });
  const dataDir = process.env["TANDEM_DATA"] ?? "data";
  if (values.templates) await writeTemplates(values.templates);
  else await buildData({ dataDir, outDir: "public/data", progress: createProgress() });
}
