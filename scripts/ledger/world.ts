import { type Cubes, openCubes } from "../../src/cube/cubes.ts";
import { factsOf, type Metric } from "../../src/cube/metric.ts";
import { openDuckDbWasm } from "../engine/duckdb-wasm.ts";
import { factsFrom, withRead } from "../facts/facts.ts";
import { rollUpStaging, type Staged } from "../pipeline.ts";
import { silentProgress } from "../tools/progress.ts";
import type { Staging } from "./things.ts";

/** What of the build stays as it is, whatever is put back. */
export type Around = Pick<Staged, "reach" | "exported" | "published">;

/** The cubes of some metrics as they come out of a staging. Throws where a fact cannot be computed of it. */
export async function cubesOf({ tables, facts: sources, site }: Staging, around: Around, metrics: readonly Metric[]): Promise<Cubes> {
  const facts = factsFrom(sources);
  const read = new Set(withRead(facts, metrics.flatMap(factsOf)).flatMap((fact) => fact.tables));
  const needed = [...tables.values()].filter(({ table }) => table.isReference || read.has(table.id));
  const engine = await openDuckDbWasm();
  try {
    await engine.run("create schema staging; create schema facts");
    for (const { table, bytes } of needed) await engine.load(`staging.${table.id}`, bytes);
    const staged = { ...around, site, facts, metrics, tables: new Set(needed.map(({ table }) => table.id)) };
    const { files, manifest } = await rollUpStaging(engine, staged, silentProgress);
    return openCubes(manifest, (file) => files.get(file) as Uint8Array);
  } finally {
    await engine.close();
  }
}
