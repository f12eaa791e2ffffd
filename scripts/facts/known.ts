import { NOT_STATED } from "../../src/core/not-stated.ts";
import type { Evidence } from "../../src/data/manifest.ts";
import type { Engine } from "../engine/engine.ts";

const FORM = /^(?<figures>\*|\w+(?:, \w+)*) where (?<table>\w+)\.(?<column>\w+) (?:is not null|= '(?<value>\w+)')$/;

/** Reads what follows `-- known:` in a fact: `is_complaint where after_sales.kind = 'complaint'`. Throws when it has another form. */
export function parseEvidence(line: string, fact: string): Evidence {
  const { figures, table, column, value } = FORM.exec(line)?.groups ?? {};
  if (!figures || !table || !column)
    throw new Error(`${fact}.sql: expected "-- known: columns where table.column is not null" or "… = 'value'", found ${line}`);
  return { figures: figures.split(", "), table, column, value: value ?? null };
}

async function isRecorded(engine: Engine, { table, column, value }: Evidence): Promise<boolean> {
  const found = value === null ? `coalesce(cast(${column} as varchar), '${NOT_STATED}') <> '${NOT_STATED}'` : `${column} = '${value}'`;
  const { numRows } = await engine.read(`select 1 from staging.${table} where ${found} limit 1`);
  return numRows > 0;
}

/** Of the evidence that figures of a fact are known by: what not a single staged record gives. */
export async function missingEvidence(engine: Engine, known: readonly Evidence[]): Promise<Evidence[]> {
  const missing: Evidence[] = [];
  for (const evidence of known) if (!(await isRecorded(engine, evidence))) missing.push(evidence);
  return missing;
}
