import { unknownName } from "../src/core/errors.ts";
import type { Metric } from "../src/cube/metric.ts";
import { type Reference, reference } from "../src/site/reference.ts";
import { type Engine, rowsOf } from "./engine/engine.ts";

interface Row extends Record<string, unknown> {
  on: number;
  metric?: string | null;
}

const isoDay = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

/** Fails on a row that speaks of a metric that does not exist, with the nearest that does. */
function requireMetrics(table: string, rows: readonly Row[], metrics: readonly Metric[]): void {
  const known = metrics.map(({ id }) => id);
  for (const { metric } of rows) {
    if (typeof metric !== "string" || known.includes(metric)) continue;
    throw new Error(`reference/${table}.csv: ${unknownName("metric", metric, known).message}`);
  }
}

/** The hand-kept tables in the form that the pages use; a table that is not there is empty. Throws on an unknown metric. */
export async function readReference(
  engine: Engine,
  tables: { has(table: string): boolean },
  metrics: readonly Metric[],
): Promise<Reference> {
  const rows = async (table: string): Promise<Row[]> => {
    const found = tables.has(table) ? await rowsOf<Row>(engine, `select * from staging.${table}`) : [];
    requireMetrics(table, found, metrics);
    return found;
  };
  return reference.parse({
    targets: await rows("targets"),
    benchmarks: (await rows("benchmarks")).map((row) => ({
      metric: row["metric"],
      kind: row["kind"],
      value: row["value"],
      label: { zh: row["zh"], en: row["en"] },
      source: { zh: row["source_zh"], en: row["source_en"] },
    })),
    annotations: (await rows("annotations")).map((row) => ({
      on: isoDay(row.on),
      metric: row["metric"],
      label: { zh: row["zh"], en: row["en"] },
    })),
    ratios: await rows("responsibility_ratios"),
  });
}
