import { type Cubes, openCubes } from "../../src/cube/cubes.ts";
import { factsOf, type Metric } from "../../src/cube/metric.ts";
import { openDuckDbWasm } from "../engine/duckdb-wasm.ts";
import { type Fact, factsFrom, withRead } from "../facts/facts.ts";
import { rollUpStaging, type Staged } from "../pipeline.ts";
import { silentProgress } from "../tools/progress.ts";
import type { Staging } from "./things.ts";

/** What of the build stays as it is, whatever is put back. */
export type Around = Pick<Staged, "reach" | "exported" | "published">;

/** A metric whose small groups are pooled is computed with all others of which that is so: pools rest on each other. */
function withPooled(metrics: readonly Metric[], all: readonly Metric[], facts: readonly Fact[]): Metric[] {
  const pooled = new Set(facts.flatMap(({ id, pooling }) => (pooling ? [id] : [])));
  const isPooled = (metric: Metric) => factsOf(metric).some((fact) => pooled.has(fact));
  return metrics.some(isPooled) ? all.filter((metric) => metrics.includes(metric) || isPooled(metric)) : [...metrics];
}

/** The cubes of some metrics, of all that there are, as they come out of a staging. Throws where a fact cannot be computed of it. */
export async function cubesOf(
  { tables, facts: sources, site }: Staging,
  around: Around,
  [metrics, all]: readonly [readonly Metric[], readonly Metric[]],
): Promise<Cubes> {
  const facts = factsFrom(sources);
  const wanted = withPooled(metrics, all, facts);
  const read = new Set(withRead(facts, wanted.flatMap(factsOf)).flatMap((fact) => fact.tables));
  const needed = [...tables.values()].filter(({ table }) => table.isReference || read.has(table.id));
  const engine = await openDuckDbWasm();
  try {
    await engine.run("create schema staging; create schema facts");
    for (const { table, bytes } of needed) await engine.load(`staging.${table.id}`, bytes);
    const staged = { ...around, site, facts, metrics: wanted, tables: new Set(needed.map(({ table }) => table.id)) };
    const { files, manifest } = await rollUpStaging(engine, staged, silentProgress);
    return openCubes(manifest, (file) => files.get(file) as Uint8Array);
  } finally {
    await engine.close();
  }
}
