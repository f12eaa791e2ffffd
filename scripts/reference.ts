import { type Reference, reference } from "../src/site/reference.ts";
import { type Engine, rowsOf } from "./engine/engine.ts";

type Row = Record<string, unknown>;

const isoDay = (milliseconds: unknown) => new Date(Number(milliseconds)).toISOString().slice(0, 10);
const labelOf = (row: Row) => ({ zh: row["zh"], en: row["en"] });

/** The hand-kept tables in the form that the pages use; a table that is not there is empty. */
export async function readReference(engine: Engine, tables: { has(table: string): boolean }): Promise<Reference> {
  const rows = async (table: string): Promise<Row[]> => (tables.has(table) ? rowsOf<Row>(engine, `select * from staging.${table}`) : []);
  return reference.parse({
    targets: await rows("targets"),
    benchmarks: (await rows("benchmarks")).map((row) => ({
      metric: row["metric"],
      kind: row["kind"],
      value: row["value"],
      label: labelOf(row),
      source: { zh: row["source_zh"], en: row["source_en"] },
    })),
    annotations: (await rows("annotations")).map((row) => ({ on: isoDay(row["on"]), metric: row["metric"], label: labelOf(row) })),
    decisions: (await rows("decisions")).map((row) => ({
      on: isoDay(row["decided_on"]),
      metric: row["metric"],
      department: row["department"],
      label: labelOf(row),
    })),
    ratios: await rows("responsibility_ratios"),
  });
}
