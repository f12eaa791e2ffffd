import { NOT_STATED } from "../../src/core/not-stated.ts";
import type { Evidence } from "../../src/data/manifest.ts";
import type { Engine } from "../engine/engine.ts";

/** Evidence of a fact's header, any of which is enough: the first is what a reader is asked for where none is there. */
export interface Known {
  figures: string[];
  anyOf: readonly [Place, ...Place[]];
}

type Place = Omit<Evidence, "figures">;

const FORM = /^(?<figures>\*|\w+(?:, \w+)*) where (?<places>.+)$/;
const PLACE = /^(?<table>\w+)\.(?<column>\w+) (?:is not null|= '(?<value>\w+)'|> 0 while (?<open>\w+) is null)$/;

function parsePlace(text: string): Place | null {
  const { table, column, value, open } = PLACE.exec(text)?.groups ?? {};
  return table && column ? { table, column, value: value ?? null, open: open ?? null } : null;
}

/** Reads what follows `-- known:` in a fact: `is_complaint where after_sales.kind = 'complaint'`, `pipeline_cny where deals.amount_cny > 0 while outcome is null`, or several places with `or` between them. Throws when it has another form. */
export function parseEvidence(line: string, fact: string): Known {
  const { figures, places } = FORM.exec(line)?.groups ?? {};
  const [first = null, ...others] = places?.split(" or ").map(parsePlace) ?? [];
  if (!figures || !first || others.includes(null))
    throw new Error(
      `${fact}.sql: expected "-- known: columns where table.column is not null", "… = 'value'" or "… > 0 while column is null", found ${line}`,
    );
  return { figures: figures.split(", "), anyOf: [first, ...(others as Place[])] };
}

/** Whether most of the records that are still open have an amount: one that only those have that are over was not known before. */
async function isKnownWhileOpen(engine: Engine, { table, column }: Place, open: string): Promise<boolean> {
  const sql = `select 1 from staging.${table} where ${open} is null having 2 * count(*) filter (where ${column} > 0) > count(*)`;
  return (await engine.read(sql)).numRows > 0;
}

async function isRecorded(engine: Engine, place: Place): Promise<boolean> {
  const { table, column, value, open } = place;
  if (open !== null) return isKnownWhileOpen(engine, place, open);
  const found = value === null ? `coalesce(cast(${column} as varchar), '${NOT_STATED}') <> '${NOT_STATED}'` : `${column} = '${value}'`;
  const { numRows } = await engine.read(`select 1 from staging.${table} where ${found} limit 1`);
  return numRows > 0;
}

async function isAnyRecorded(engine: Engine, places: readonly Place[]): Promise<boolean> {
  for (const place of places) if (await isRecorded(engine, place)) return true;
  return false;
}

/** Of the evidence that figures of a fact are known by: what not a single staged record gives. */
export async function missingEvidence(engine: Engine, known: readonly Known[]): Promise<Evidence[]> {
  const missing: Evidence[] = [];
  for (const { figures, anyOf } of known) if (!(await isAnyRecorded(engine, anyOf))) missing.push({ figures, ...anyOf[0] });
  return missing;
}
