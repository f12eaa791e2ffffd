// node scripts/bench/service-build.ts ENGINE REQUESTS: facts and cubes of that many service requests of the sample company, made and loaded
// beforehand, on the engine that is told: wasm or native. Prints the seconds of each phase, of them those in the engine, and the rows of each fact as JSON.
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tableFromColumns } from "@uwdata/flechette";
import { unknownName } from "../../src/core/errors.ts";
import { parseMonth } from "../../src/core/periods.ts";
import serviceRequests from "../../src/tables/service-requests.ts";
import { openDuckDbWasm } from "../engine/duckdb-wasm.ts";
import type { Engine } from "../engine/engine.ts";
import { rollUpStaging } from "../pipeline.ts";
import { silentProgress } from "../progress.ts";
import { FIRST_DAY, isoOf, LAST_DAY } from "../sample/calendar.ts";
import { makeServiceRequests } from "../sample/tables/service-requests.ts";
import { openScratch } from "../scratch.ts";
import { readSiteConfig } from "../site-config.ts";
import { columnBuilder } from "../stage/column-builder.ts";
import { stageAll } from "../stage/stage-all.ts";
import { openDuckDbNative } from "./duckdb-native.ts";
import { timedProgress } from "./phases.ts";

const ENGINES: Readonly<Record<string, () => Promise<Engine>>> = { wasm: openDuckDbWasm, native: openDuckDbNative };

/**
 * Adds up the seconds that an engine takes for statements. Native DuckDB answers in values of JavaScript, which takes longer than
 * the query: it writes the answer to a table first, and reading that is left out.
 */
function timed(engine: Engine, isNative: boolean): Engine & { seconds: () => number } {
  let seconds = 0;
  const time = async <T>(work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    seconds += (performance.now() - started) / 1000;
    return result;
  };
  const run = (sql: string) => time(() => engine.run(sql));
  const read = async (sql: string) => {
    if (!isNative || !/^\s*(select|with)\b/.test(sql)) return time(() => engine.read(sql));
    await run(`create or replace temporary table answer as ${sql}`);
    return engine.read("select * from answer");
  };
  return { ...engine, run, read, seconds: () => seconds };
}

/** The requests in the form of staging. */
function requestTable(count: number) {
  const columns = Object.entries(serviceRequests.columns).map(([name, { kind }]) => ({ name, builder: columnBuilder(kind) }));
  for (const row of makeServiceRequests(count)) for (const { name, builder } of columns) builder.add(row[name as keyof typeof row] ?? null);
  return tableFromColumns(columns.map(({ name, builder }) => [name, builder.finish()]));
}

/** Loads the sample's reference tables. Gives their names. */
async function loadReferences(engine: Engine, dataDir: string): Promise<string[]> {
  const { tables } = await stageAll({ dataDir, clock: { fiscalStart: 1, timeZone: "Asia/Shanghai" }, progress: silentProgress });
  for (const [id, { data }] of tables) await engine.load(`staging.${id}`, data);
  return [...tables.keys()];
}

const [name = "", count = ""] = process.argv.slice(2);
const open = ENGINES[name];
if (!open) throw unknownName("engine", name, Object.keys(ENGINES));
const { folder: dataDir, remove } = openScratch("bench-service");
cpSync(join(import.meta.dirname, "../sample/files"), dataDir, { recursive: true });
writeFileSync(join(dataDir, "sources.yaml"), "exports: {}\n");

const engine = await open();
await engine.run("create schema staging; create schema facts");
const references = await loadReferences(engine, dataDir);
await engine.load("staging.service_requests", requestTable(Number(count)));
const [site, progress, asOf] = [readSiteConfig(dataDir), timedProgress(), isoOf(LAST_DAY)];
remove();
const reach = { first: parseMonth(isoOf(FIRST_DAY)), asOf, until: asOf, months: [], tables: {} };
const measured = timed(engine, name === "native");
const { manifest } = await rollUpStaging(measured, { tables: new Set([...references, "service_requests"]), site, reach }, progress);
await engine.close();
const rows = Object.fromEntries(manifest.facts.map((fact) => [fact.id, fact.rows]));
console.log(JSON.stringify({ phases: progress.phases, sql_seconds: measured.seconds(), rows }));
