// node scripts/bench/native-build.ts DATA BUILT: the same facts, cubes and double entry on native DuckDB. BUILT is what Tandem made of the
// same exports: it says which months there are, and how many rows each fact must have. Prints the phases as JSON.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUILT_DATA, readDocument } from "../../src/data/documents.ts";
import { checkEveryMetric, rollUpStaging } from "../pipeline.ts";
import { loadTables } from "../tools/registry.ts";
import { readSiteConfig } from "../tools/site-config.ts";
import { openDuckDbNative } from "./duckdb-native.ts";
import { stageNatively } from "./native-staging.ts";
import { timedProgress } from "./phases.ts";

/** Share of a fact's rows that may differ, since broken records that Tandem rejects are not noticed here. */
const ALLOWED = 0.01;
/** Of a small fact, the records that only the rules of a contract refuse count for more. */
const FEW = 5;

const [dataDir = "data", built = BUILT_DATA] = process.argv.slice(2);

const progress = timedProgress();
const site = readSiteConfig(dataDir);
const workDir = mkdtempSync(join(tmpdir(), "tandem-bench-"));
const engine = await openDuckDbNative();
await engine.run("create schema staging; create schema facts");
const contracts = await loadTables();
const tables = await stageNatively(engine, { dataDir, contracts, workDir, progress });
rmSync(workDir, { recursive: true });
const rolledUp = await rollUpStaging(engine, { tables, site, reach: readDocument(built, "export-reports").reach }, progress);
await checkEveryMetric(engine, rolledUp, site, progress);
await engine.close();

const expected = new Map(readDocument(built, "manifest").facts.map(({ id, rows }) => [id, rows]));
for (const { id, rows } of rolledUp.manifest.facts) {
  const wanted = expected.get(id) ?? 0;
  if (Math.abs(rows - wanted) > Math.max(wanted * ALLOWED, FEW))
    throw new Error(`native DuckDB has read something else: ${id} has ${rows} rows, expected ${wanted}`);
}
console.log(JSON.stringify(progress.phases));
