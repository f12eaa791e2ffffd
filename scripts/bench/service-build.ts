import { isoOf } from "../../src/core/days.ts";
// node scripts/bench/service-build.ts ENGINE REQUESTS: facts and cubes of that many service requests of the sample company, made and loaded
// beforehand, on the engine that is named: wasm or native. Prints the seconds of each phase, of them those in the engine, and the rows of each fact as JSON.
import { unknownName } from "../../src/core/errors.ts";
import { parseMonth } from "../../src/core/periods.ts";
import serviceRequests from "../../src/tables/service-requests.ts";
import { openDuckDbWasm } from "../engine/duckdb-wasm.ts";
import type { Engine } from "../engine/engine.ts";
import { rollUpStaging } from "../pipeline.ts";
import { FIRST_DAY, LAST_DAY } from "../sample/calendar.ts";
import { SAMPLE_COMPANY } from "../sample/making.ts";
import { makeServiceRequests } from "../sample/tables/service-requests.ts";
import { openDuckDbNative } from "./duckdb-native.ts";
import { timedProgress } from "./phases.ts";
import { readKeptByHand, stagedSample } from "./sample-staging.ts";

const ENGINES: Readonly<Record<string, () => Promise<Engine>>> = { wasm: openDuckDbWasm, native: openDuckDbNative };

/**
 * Adds up the seconds that an engine takes for statements. Native DuckDB gives values of JavaScript, which takes longer than
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

const [name = "", count = ""] = process.argv.slice(2);
const open = ENGINES[name];
if (!open) throw unknownName("engine", name, Object.keys(ENGINES));

const engine = await open();
await engine.run("create schema staging; create schema facts");
const { site, references } = await readKeptByHand();
for (const [id, table] of references) await engine.load(`staging.${id}`, table);
await engine.load("staging.service_requests", stagedSample(serviceRequests, makeServiceRequests(SAMPLE_COMPANY, Number(count))));
const [progress, asOf] = [timedProgress(), isoOf(LAST_DAY)];
const reach = { first: parseMonth(isoOf(FIRST_DAY)), asOf, from: isoOf(FIRST_DAY), until: asOf, months: [], tables: {} };
const measured = timed(engine, name === "native");
const { manifest } = await rollUpStaging(measured, { tables: new Set([...references.keys(), "service_requests"]), site, reach }, progress);
await engine.close();
const rows = Object.fromEntries(manifest.facts.map((fact) => [fact.id, fact.rows]));
console.log(JSON.stringify({ phases: progress.phases, sql_seconds: measured.seconds(), rows }));
